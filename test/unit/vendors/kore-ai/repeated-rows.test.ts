import { expect, test } from 'vitest';
import { timeInStatus } from '../../../../src/domain/segment.ts';
import type { KoreAiAccount } from '../../../../src/vendors/kore-ai/account.ts';
import { toPresence } from '../../../../src/vendors/kore-ai/map.ts';
import { operation, rangeOf } from '../asking.ts';
import { accountOf, agentRows, listed, type Row, segmentsIn, stubbedKoreAi } from './kore-ai.ts';

const DAY = rangeOf('2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z');
const ANA = 'ana@deskgraph.test';
const told = (primaryStatus: string, start: string, end: string) => ({
  primaryStatus,
  startTime: `2026-03-02T${start}:00`,
  endTime: end === '-' ? '-' : `2026-03-02T${end}:00`,
});
const row = (...status: object[]): Row => ({ userId: 'u-ana', email: ANA, status });

/** What the port makes of Ana when a server lists these rows, each on a page of its own or all on one page. */
async function ofRows(rows: readonly Row[], apart: boolean) {
  const between = apart ? agentRows(49).map((other) => ({ ...other, email: ANA })) : [];
  const list = rows.flatMap((each, index) => (index === 0 ? [each] : [...between, each]));
  await using kore = await stubbedKoreAi((request) => listed(request, list), {}, DAY.to);
  const one = kore.port.open(operation());
  const active = await one.activeAccounts(DAY);
  const answer = await one.segments.of([accountOf('u-ana', ANA)], DAY);
  return { active: active.filter(({ key }) => key === 'u-ana'), answer };
}

test.each([
  ['on one page', false],
  ['on two pages', true],
])('the rows of one agent %s are one agent with the segments of both', async (_, apart) => {
  const rows = [
    row(told('BUSY', '08:00', '09:00')),
    row(told('AWAY', '10:00', '11:00'), told('BUSY', '12:00', '-')),
  ];
  const { active, answer } = await ofRows(rows, apart);
  expect((active as KoreAiAccount[]).map(toPresence)).toMatchObject([{ status: 'BUSY' }]);
  expect(segmentsIn(answer, 'u-ana').map(({ status }) => status)).toEqual(['BUSY', 'AWAY', 'BUSY']);
});

test.each([
  ['on one page', false],
  ['on two pages', true],
])('a segment that ended between two rows %s counts once', async (_, apart) => {
  const rows = [
    row(told('BUSY', '08:00', '-')),
    row(told('BUSY', '08:00', '09:00'), told('AWAY', '09:00', '-')),
  ];
  const { answer } = await ofRows(rows, apart);
  expect(timeInStatus(segmentsIn(answer, 'u-ana'), DAY, DAY.to).map(({ seconds }) => seconds)).toEqual([
    3600,
    15 * 3600,
  ]);
});

test.each([
  ['on one page', false],
  ['on two pages', true],
])('two rows %s that contradict each other are refused, never both counted', async (_, apart) => {
  const { answer } = await ofRows(
    [row(told('AVAILABLE', '08:00', '-')), row(told('BUSY', '09:00', '-'))],
    apart,
  );
  expect(answer.get('u-ana')).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
});
