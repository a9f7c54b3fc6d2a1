import { expect, test } from 'vitest';
import { CallBudget } from '../../../../src/domain/call-budget.ts';
import type { PagedList } from '../../../../src/upstream/paging/index.ts';
import { readWholeList } from '../../../../src/vendors/kore-ai/whole-list.ts';
import { failureOf, operation, rangeOf } from '../asking.ts';
import {
  accountOf,
  agentRows,
  filtersOf,
  listed,
  type SentFilter,
  segmentsIn,
  stubbedKoreAi,
} from './kore-ai.ts';

const RANGE = rangeOf('2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z');
const STATUS = [{ primaryStatus: 'BUSY', startTime: '2026-03-02T08:00:00', endTime: '2026-03-02T09:00:00' }];
const ROWS = agentRows(3000).map((row) => ({ ...row, status: STATUS }));
const FIRST = ROWS.slice(0, 50).map(({ userId, email }) => accountOf(userId, email));
const TOO_LONG = {
  vendor: 'KORE_AI',
  code: 'UPSTREAM_RATE_LIMITED',
  message:
    'reading its whole list of agents takes more calls than one operation has left (DESKGRAPH_MAX_CALLS).',
};

/** A centre of 3,000 agents that does not find u-007 by its address, and has it at the end of its list. */
function centre() {
  const [lost, others] = [ROWS.slice(7, 8), ROWS.toSpliced(7, 1)];
  return stubbedKoreAi((request) => {
    const { agents } = (request.body as { filter: SentFilter }).filter;
    return listed(request, agents === undefined ? [...others, ...lost] : others);
  });
}

function operationOf(maxCalls: number) {
  return { ...operation(), budget: new CallBudget(maxCalls) };
}

test('an agent who is not found costs no other agent its segments, and leaves calls to other fields', async () => {
  await using kore = await centre();
  const one = operationOf(10);
  const segments = await kore.port.open(one).segments.of(FIRST, RANGE);
  for (const { key } of FIRST.filter(({ key }) => key !== 'u-007'))
    expect(segmentsIn(segments, key)).toHaveLength(1);
  expect(segments.get('u-007')).toMatchObject(TOO_LONG);
  // One by address; of the nine that are left, seven of the list.
  expect(kore.stub.requests).toHaveLength(8);
  expect(one.budget.left).toBe(2);
});

test('an agent without an address costs no other agent its segments', async () => {
  await using kore = await centre();
  const segments = await kore.port
    .open(operationOf(10))
    .segments.of([...FIRST.slice(0, 5), accountOf('u-nameless')], RANGE);
  for (const { key } of FIRST.slice(0, 5)) expect(segmentsIn(segments, key)).toHaveLength(1);
  expect(segments.get('u-nameless')).toMatchObject(TOO_LONG);
});

test('a list whose next call another field has taken is an error of the vendor', async () => {
  const budget = new CallBudget(10);
  const list: PagedList<string> = {
    ...{ vendor: 'KORE_AI', callSize: 50, keyOf: String, bypassingCache: () => list },
    async read() {
      throw budget.tooManyCalls();
    },
  };
  expect(await failureOf(readWholeList(list, budget))).toMatchObject(TOO_LONG);
});

test('several ranges at once take no more calls than the operation has', async () => {
  await using kore = await centre();
  const ranges = Array.from({ length: 6 }, (_, day) =>
    rangeOf(`2026-02-0${day + 1}T00:00:00Z`, '2026-03-03T00:00:00Z'),
  );
  const one = operationOf(10);
  const session = kore.port.open(one);
  const answers = await Promise.all(ranges.map((range) => session.segments.of(FIRST, range)));
  for (const segments of answers) {
    expect(segmentsIn(segments, 'u-000')).toHaveLength(1);
    expect(segments.get('u-007')).toMatchObject(TOO_LONG);
  }
  expect(kore.stub.requests.length).toBeLessThanOrEqual(10);
});

test('everyone who was active, in a list of too many calls, is an error of the vendor', async () => {
  await using kore = await centre();
  const one = operationOf(10);
  expect(await failureOf(kore.port.open(one).activeAccounts(RANGE))).toMatchObject(TOO_LONG);
  expect(one.budget.left).toBe(2);
});

test('an agent at the end of the list is found where the calls are enough', async () => {
  await using kore = await centre();
  const segments = await kore.port.open(operationOf(100)).segments.of(FIRST, RANGE);
  expect(segmentsIn(segments, 'u-007')).toHaveLength(1);
  expect(filtersOf(kore).filter(({ agents }) => agents === undefined)).toHaveLength(62);
});
