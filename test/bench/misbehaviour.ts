import { FAULT_NAMES } from '../../src/sandbox/index.ts';
import { startDeskgraph } from '../e2e/deskgraph.ts';
import { startRawServer } from '../unit/upstream/transport/raw-server.ts';
import { type Promised, timed } from './report.ts';

const VENDORS = ['ROCKET_CHAT', 'KORE_AI', 'LIVECHAT'] as const;
const DEADLINE = 600;
const ROUNDS = 10;

/** Asks every vendor for something that takes as long as the operation has. */
const EVERYTHING = `{
  agents(first: 20) {
    nodes {
      id
      statusSegments(range: { from: "2026-03-17T00:00:00Z", to: "2026-03-18T00:00:00Z" }) { nodes { vendor } }
    }
    unavailable { vendor }
  }
  chatReport(range: { from: "2026-03-17T00:00:00Z", to: "2026-03-18T00:00:00Z" }) { totalChats { total } }
}`;

/** How long after the deadline the slowest answer comes while a vendor hangs or drips. */
export async function answeredByDeadline(): Promise<Promised> {
  let slowest = 0;
  let lacking = 0;
  for (const fault of ['hang', 'drip'] as const) {
    for (const vendor of VENDORS) {
      for (let round = 0; round < ROUNDS; round += 1) {
        await using deskgraph = await startDeskgraph({
          environment: { DESKGRAPH_DEADLINE_MS: String(DEADLINE) },
        });
        await deskgraph.ask('{ vendors { vendor } }');
        const route = {
          ROCKET_CHAT: 'available-for-service-history',
          KORE_AI: 'agentstatusdetails',
          LIVECHAT: 'total_chats',
        }[vendor];
        deskgraph.sandbox.fault(vendor, fault, { route });
        const took = await timed(async () => {
          const { data } = await deskgraph.ask(EVERYTHING);
          if (!(data?.agents?.nodes.length > 10)) lacking += 1;
        });
        slowest = Math.max(slowest, took);
      }
    }
  }
  return {
    promise: 'answer while a vendor hangs or drips, after the deadline',
    limit: '100 ms',
    measured: `${Math.round(slowest - DEADLINE)} ms at worst of ${2 * VENDORS.length * ROUNDS}, ${lacking} without the others' data`,
    isKept: slowest <= DEADLINE + 100 && lacking === 0,
  };
}

/** How many connections to a vendor that hangs are left a second after the deadline. */
export async function connectionsLeft(): Promise<Promised> {
  await using silent = await startRawServer(() => undefined);
  await using deskgraph = await startDeskgraph({
    environment: { LIVECHAT_URL: `http://127.0.0.1:${silent.port}`, DESKGRAPH_DEADLINE_MS: String(DEADLINE) },
  });
  await Promise.all(Array.from({ length: 20 }, () => deskgraph.ask(EVERYTHING)));
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return {
    promise: 'connections to a vendor that hangs, a second after the deadline',
    limit: '0',
    measured: `${silent.open} of ${silent.made}`,
    isKept: silent.made > 0 && silent.open === 0,
  };
}

/** How many faults cost their own vendor's part only, with a code of the contract. */
export async function faultsLivedThrough(): Promise<Promised> {
  let lived = 0;
  for (const vendor of VENDORS) {
    for (const fault of FAULT_NAMES) {
      await using deskgraph = await startDeskgraph({
        agents: 20,
        environment: { DESKGRAPH_DEADLINE_MS: '6000' },
      });
      deskgraph.sandbox.fault(vendor, fault);
      const { data, errors = [] } = await deskgraph.ask(
        '{ agents { nodes { id } unavailable { vendor code } } }',
      );
      const [problem, ...more] = data.agents.unavailable;
      const isCoded =
        problem?.vendor === vendor && problem.code.startsWith('UPSTREAM_') && errors.length === 1;
      if (isCoded && more.length === 0 && data.agents.nodes.length > 0) lived += 1;
    }
  }
  const all = VENDORS.length * FAULT_NAMES.length;
  return {
    promise: "faults that cost one vendor's part only, with its code",
    limit: String(all),
    measured: String(lived),
    isKept: lived === all,
  };
}
