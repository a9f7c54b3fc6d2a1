import { describe, expect, it } from 'vitest';
import type { FaultName } from '../../src/sandbox/index.ts';
import { startDeskgraph } from './deskgraph.ts';

/** What a caller is told of each way in which a vendor can go wrong. */
const CODES: Readonly<Record<FaultName, string>> = {
  refused: 'UPSTREAM_UNAVAILABLE',
  reset: 'UPSTREAM_UNAVAILABLE',
  hang: 'UPSTREAM_TIMEOUT',
  drip: 'UPSTREAM_TIMEOUT',
  '429': 'UPSTREAM_RATE_LIMITED',
  '500': 'UPSTREAM_UNAVAILABLE',
  '502-html': 'UPSTREAM_UNAVAILABLE',
  '503-retry-after': 'UPSTREAM_UNAVAILABLE',
  'token-expired': 'UPSTREAM_UNAUTHENTICATED',
  redirect: 'UPSTREAM_INVALID_RESPONSE',
  'truncated-json': 'UPSTREAM_INVALID_RESPONSE',
  'lying-content-length': 'UPSTREAM_UNAVAILABLE',
  'wrong-content-type': 'UPSTREAM_INVALID_RESPONSE',
  'gzip-bomb': 'UPSTREAM_INVALID_RESPONSE',
  'huge-object': 'UPSTREAM_INVALID_RESPONSE',
};

const VENDORS = ['ROCKET_CHAT', 'KORE_AI', 'LIVECHAT'] as const;

/** What never ends is waited for as long as the deadline allows; the others have time to be found out. */
const deadlineOf = (fault: FaultName) => (fault === 'hang' || fault === 'drip' ? 900 : 9000);

describe.each(Object.entries(CODES) as [FaultName, string][])('a vendor whose fault is %s', (fault, code) => {
  it.each(VENDORS)('is told by its code where it is %s, and the others’ people are there', async (vendor) => {
    await using deskgraph = await startDeskgraph({
      environment: { DESKGRAPH_DEADLINE_MS: String(deadlineOf(fault)) },
    });
    deskgraph.sandbox.fault(vendor, fault);
    const query = '{ agents(first: 60) { nodes { accounts { vendor } } unavailable { vendor code } } }';
    const { data, errors = [] } = await deskgraph.ask(query);
    expect(data.agents.unavailable).toEqual([{ vendor, code }]);
    expect(errors.map(({ extensions }) => [extensions?.vendor, extensions?.code])).toEqual([[vendor, code]]);
    const there = data.agents.nodes.flatMap(({ accounts }: { accounts: { vendor: string }[] }) =>
      accounts.map((account) => account.vendor),
    );
    expect([...new Set(there)].sort()).toEqual(VENDORS.filter((other) => other !== vendor).sort());
    expect(deskgraph.sandbox.strayCalls).toEqual([]);
  });
});

const PASSING = Object.entries(CODES)
  .filter(([, code]) => code === 'UPSTREAM_UNAVAILABLE' || code === 'UPSTREAM_TIMEOUT')
  .map(([fault]) => fault as FaultName);

it.each(PASSING)('a vendor whose fault was %s is asked again as soon as that is over', async (fault) => {
  await using deskgraph = await startDeskgraph({
    environment: { DESKGRAPH_DEADLINE_MS: String(deadlineOf(fault)) },
  });
  deskgraph.sandbox.fault('LIVECHAT', fault, { times: 1 });
  await deskgraph.ask('{ agents { nodes { id } } }');
  const { data, errors } = await deskgraph.ask('{ agents { nodes { id } unavailable { code } } }');
  expect(errors).toBeUndefined();
  expect(data.agents.unavailable).toEqual([]);
});
