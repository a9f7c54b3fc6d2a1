import { type Clock, machineClock } from '../../src/domain/clock.ts';
import type { VendorPort } from '../../src/domain/ports.ts';
import { retry } from '../../src/upstream/steps/retry.ts';
import { totalChats } from '../../src/vendors/livechat/reports/total-chats.ts';
import type { LiveChatSession } from '../../src/vendors/livechat/session.ts';
import { type Deskgraph, startDeskgraph } from '../e2e/deskgraph.ts';
import { callOf, faultOf, operationOf, unwatched, vendorOf } from '../unit/upstream/calling.ts';
import { FakeClock } from '../unit/upstream/fake-clock.ts';
import { type Promised, quantile, timed } from './report.ts';

const PEOPLE = '{ agents(first: 20) { nodes { id name } unavailable { vendor } } }';
const TRACED = { headers: { 'x-deskgraph-trace': '1' } };
const REMEMBERING = { DESKGRAPH_FRESH_MS: '15000' };

/** What a vendor sees that fails wholly, in parts of what was asked for; nothing but the retries' budget holds it. */
export async function demandSeen(): Promise<Promised> {
  const clock = new FakeClock();
  const vendor = vendorOf(() => {
    throw faultOf('UPSTREAM_UNAVAILABLE');
  }, clock);
  const send = unwatched(retry('ROCKET_CHAT', clock, Math.random)(vendor));
  const asked = 10_000;
  for (let call = 0; call < asked; call += 1) {
    void send(callOf(operationOf(clock)));
    await clock.advance(10);
  }
  await clock.advance(10_000);
  const seen = vendor.calls.length / asked;
  return {
    promise: 'calls that a vendor sees that fails wholly, of the demand',
    limit: '1.1, and one',
    measured: `${seen.toFixed(3)}, and none while the breaker is open`,
    isKept: vendor.calls.length <= 1.1 * asked + 1 && seen > 1,
  };
}

const ROUNDS = 5;
const CALLS = 400;

/** How much slower Rocket.Chat and Kore.ai answer while LiveChat, asked all the time, hangs. */
export async function othersAreLeftAlone(): Promise<Promised> {
  await using deskgraph = await startDeskgraph();
  await latencies(deskgraph);
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const alone = quantile(await latencies(deskgraph), 0.99);
    deskgraph.sandbox.fault('LIVECHAT', 'hang');
    ratios.push(quantile(await besideReports(deskgraph, () => latencies(deskgraph)), 0.99) / alone);
    deskgraph.sandbox.fault('LIVECHAT', null);
  }
  const ratio = quantile(ratios, 0.5);
  return {
    promise: "others' p99 while a vendor hangs, of that while none does",
    limit: '1.2',
    measured: `${ratio.toFixed(2)} (median of ${ROUNDS} rounds of ${2 * CALLS} calls)`,
    isKept: ratio <= 1.2,
  };
}

async function latencies({ vendors }: Deskgraph): Promise<number[]> {
  const took: number[] = [];
  for (let asked = 0; asked < CALLS; asked += 1) {
    for (const { profile, port } of vendors) {
      if (profile.id === 'LIVECHAT') continue;
      took.push(await timed(async () => port?.open(operationOf(machineClock)).directory.page(0)));
    }
  }
  return took;
}

/** Does something while LiveChat's reports are asked for, fifty a second and no two alike. */
async function besideReports<Result>({ vendors }: Deskgraph, work: () => Promise<Result>): Promise<Result> {
  // Its module made it.
  const liveChat = vendors.find(({ profile }) => profile.id === 'LIVECHAT')
    ?.port as VendorPort<LiveChatSession>;
  const asking: ReturnType<typeof operationOf>[] = [];
  const from = Temporal.Instant.from('2026-03-10T00:00:00Z');
  const timer = setInterval(() => {
    const operation = operationOf(machineClock);
    asking.push(operation);
    const range = { from, to: from.add({ seconds: asking.length }) };
    const request = { range, timeZone: 'UTC', distribution: 'DAY', filter: {} } as const;
    liveChat
      .open(operation)
      .report(totalChats, request)
      .catch(() => undefined);
  }, 20);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    for (const operation of asking) operation.leave();
  }
}

/** What a hundred equal operations at once cost each vendor, and the next one after them. */
export async function costOfHundred(): Promise<Promised[]> {
  await using deskgraph = await startDeskgraph({ environment: REMEMBERING });
  await Promise.all(Array.from({ length: 100 }, () => deskgraph.ask(PEOPLE)));
  const together = Math.max(...Object.values(deskgraph.calls()));
  await deskgraph.ask(PEOPLE);
  const next = Object.values(deskgraph.calls()).length;
  return [
    {
      promise: 'calls to each vendor for 100 equal operations at once',
      limit: '1',
      measured: String(together),
      isKept: together === 1,
    },
    {
      promise: 'calls for the same again while its answers are fresh',
      limit: '0',
      measured: String(next),
      isKept: next === 0,
    },
  ];
}

/** Whether older answers stand in for vendors that fail, all of them, and are said to be old. */
export async function staleAnswers(): Promise<Promised> {
  let skipped = 0;
  const clock: Clock = { now: () => machineClock.now() + skipped, after: machineClock.after };
  await using deskgraph = await startDeskgraph({ environment: REMEMBERING, clock });
  const { data: fresh } = await deskgraph.ask(PEOPLE);
  for (const vendor of ['ROCKET_CHAT', 'KORE_AI', 'LIVECHAT'] as const) deskgraph.sandbox.fail(vendor, 500);
  skipped = 590_000;
  const { data, extensions } = await deskgraph.ask(PEOPLE, {}, TRACED);
  const stale = extensions?.upstream?.filter((cost) => cost.stale === 1).length ?? 0;
  const isSame = JSON.stringify(data) === JSON.stringify(fresh);
  return {
    promise: 'vendors whose answer stands in, 10 minutes into a failure of all',
    limit: '3',
    measured: `${stale}, the data ${isSame ? 'as they were' : 'CHANGED'}`,
    isKept: stale === 3 && isSame,
  };
}
