import { describe, expect, it } from 'vitest';
import type { FaultName } from '../../src/sandbox/index.ts';
import { startStubVendor } from '../unit/vendors/stub-vendor.ts';
import { startDeskgraph } from './deskgraph.ts';

const PEOPLE =
  '{ agents(first: 50) { nodes { accounts { vendor } } unavailable { vendor code retryAfterSeconds } } }';

const VENDORS = ['ROCKET_CHAT', 'KORE_AI', 'LIVECHAT'] as const;

/** In milliseconds. Long enough for any answer on a busy machine. */
const AMPLE = 60_000;

/** In milliseconds. A vendor that never answers is given up after a third of it; the others answer within that time. */
const SHORT = 9000;

/** Each way in which the sandbox can misbehave, and what that is called. */
const CODES: Readonly<Record<FaultName, string>> = {
  refused: 'UPSTREAM_UNAVAILABLE',
  reset: 'UPSTREAM_UNAVAILABLE',
  '500': 'UPSTREAM_UNAVAILABLE',
  '502-html': 'UPSTREAM_UNAVAILABLE',
  '503-retry-after': 'UPSTREAM_UNAVAILABLE',
  '429': 'UPSTREAM_RATE_LIMITED',
  hang: 'UPSTREAM_TIMEOUT',
  drip: 'UPSTREAM_TIMEOUT',
  'truncated-json': 'UPSTREAM_INVALID_RESPONSE',
  'wrong-content-type': 'UPSTREAM_INVALID_RESPONSE',
  'gzip-bomb': 'UPSTREAM_INVALID_RESPONSE',
  'lying-content-length': 'UPSTREAM_UNAVAILABLE',
  redirect: 'UPSTREAM_INVALID_RESPONSE',
  'huge-object': 'UPSTREAM_INVALID_RESPONSE',
  'token-expired': 'UPSTREAM_UNAUTHENTICATED',
};

/** The faults that end only when the vendor is given up. */
const ENDLESS: readonly string[] = ['hang', 'drip'];

/** In milliseconds. Shorter than the wait that the vendor announces, so that the call is not tried again after it. */
const IMPATIENT = 25_000;

/** The faults that announce when to ask again. */
const ANNOUNCED: readonly string[] = ['429', '503-retry-after'];

/** One operation while a vendor has a fault: that vendor's people are missing, with a code; the others' are there. */
async function costsItsOwnPeople(vendor: (typeof VENDORS)[number], fault: FaultName, deadline: number) {
  await using deskgraph = await startDeskgraph({
    agents: 20,
    environment: { DESKGRAPH_DEADLINE_MS: String(deadline) },
  });
  deskgraph.sandbox.fault(vendor, fault);
  const { data, errors = [] } = await deskgraph.ask(PEOPLE);
  const code = CODES[fault];
  expect(data.agents.unavailable).toMatchObject([{ vendor, code }]);
  expect(errors.map(({ extensions }) => extensions)).toMatchObject([{ vendor, code }]);
  const there = data.agents.nodes.flatMap(({ accounts }: { accounts: { vendor: string }[] }) =>
    accounts.map((account) => account.vendor),
  );
  expect(new Set(there)).toEqual(new Set(VENDORS.filter((other) => other !== vendor)));
}

const FAULTS = Object.keys(CODES) as FaultName[];

/** Every vendor with each of these faults. */
const each = (faults: readonly FaultName[]) =>
  VENDORS.flatMap((vendor) => faults.map((fault) => ({ vendor, fault })));

describe('a fault of one vendor costs its own people only', () => {
  // These only wait, so they wait together.
  it.concurrent.each(each(FAULTS.filter((fault) => ENDLESS.includes(fault))))(
    '$vendor: $fault',
    ({ vendor, fault }) => costsItsOwnPeople(vendor, fault, SHORT),
  );

  it.each(each(FAULTS.filter((fault) => !ENDLESS.includes(fault))))('$vendor: $fault', ({ vendor, fault }) =>
    costsItsOwnPeople(vendor, fault, ANNOUNCED.includes(fault) ? IMPATIENT : AMPLE),
  );
});

describe('a vendor that is too busy', () => {
  it('says when to ask again', async () => {
    await using deskgraph = await startDeskgraph();
    deskgraph.sandbox.fault('LIVECHAT', '503-retry-after');
    const { data } = await deskgraph.ask(PEOPLE);
    expect(data.agents.unavailable).toMatchObject([{ vendor: 'LIVECHAT', retryAfterSeconds: 30 }]);
  });
});

describe('a client that leaves', () => {
  it('takes its calls along', async () => {
    const gone = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    await using silent = await startStubVendor((_, signal) => {
      signal.addEventListener('abort', () => gone.resolve());
      asked.resolve();
      return new Promise<never>(() => undefined);
    });
    await using deskgraph = await startDeskgraph({ environment: { LIVECHAT_URL: silent.url } });
    const leaving = new AbortController();
    const answer = deskgraph.ask(PEOPLE, {}, { signal: leaving.signal });
    await asked.promise;
    leaving.abort();
    await expect(answer).rejects.toThrow();
    await gone.promise;
  });
});

/** What says nothing of when to come back, or of the credential. */
const PASSING = Object.entries(CODES)
  .filter(([, code]) => code === 'UPSTREAM_UNAVAILABLE')
  .map(([fault]) => fault as FaultName);

it.each(PASSING)('a vendor whose fault was %s is asked again as soon as that is over', async (fault) => {
  await using deskgraph = await startDeskgraph({
    agents: 20,
    environment: { DESKGRAPH_DEADLINE_MS: String(IMPATIENT) },
  });
  deskgraph.sandbox.fault('LIVECHAT', fault, { times: 1 });
  await deskgraph.ask(PEOPLE);
  const { data, errors } = await deskgraph.ask(PEOPLE);
  expect(errors).toBeUndefined();
  expect(data.agents.unavailable).toEqual([]);
});
