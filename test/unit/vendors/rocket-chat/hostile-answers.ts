import fc from 'fast-check';

const NAMES = [
  '_id',
  'username',
  'name',
  'status',
  'emails',
  'address',
  'livechat',
  'maxNumberSimultaneousChat',
];
const TIMES = [
  '2026-03-01T23:59:59.000Z',
  '2026-03-02T00:00:00.000Z',
  '-271821-04-20T00:00:00Z',
  '2026-03-02T24:00Z',
];

/** JSON that is nearly an answer: the names of true answers, with anything in their places. */
export function hostileAnswers(mark: string): fc.Arbitrary<unknown> {
  const marked = fc.string().map((text) => mark + text);
  const { row } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(marked, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constantFrom(...TIMES)),
      fc.array(tie('value'), { maxLength: 3 }),
      tie('row'),
    ),
    row: fc.record(
      Object.fromEntries(
        [...NAMES, 'availableTimeInSeconds', 'serviceHistory', 'startedAt', 'stoppedAt', 'value'].map(
          (name) => [
            name,
            name === 'username' || name === 'name' ? fc.oneof(marked, tie('value')) : tie('value'),
          ],
        ),
      ),
      { requiredKeys: [] },
    ),
  }));
  const rows = fc.oneof(fc.array(row, { maxLength: 3 }), fc.jsonValue());
  const interval = fc.record({ startedAt: fc.constantFrom(...TIMES), stoppedAt: fc.constantFrom(...TIMES) });
  const historyRow = fc.record({
    username: fc.constantFrom('a', '__proto__'),
    availableTimeInSeconds: fc.oneof(fc.nat(), fc.maxSafeInteger()),
    serviceHistory: fc.oneof(fc.array(interval, { maxLength: 4 }), rows),
  });
  return fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        users: rows,
        agents: fc.oneof(rows, fc.array(historyRow, { maxLength: 3 })),
        agent: row,
        head: fc.oneof(fc.constant([{ name: 'Agent' }, { name: 'Total_messages' }]), rows),
        data: fc.oneof(rows, fc.array(fc.record({ name: marked, value: fc.oneof(marked, fc.double()) }))),
        total: fc.oneof(fc.nat(3), fc.maxSafeInteger(), fc.jsonValue()),
      },
      { requiredKeys: [] },
    ),
  );
}
