import fc from 'fast-check';

const times = fc.constantFrom(
  ...['2026-03-01T23:59:59', '2026-03-02T00:00:00', '2026-03-02T08:00:00.5', '2026-03-02T23:59:60', '-'],
  ...[
    '2026-03-02T24:00:00',
    '2026-03-02',
    '-271821-04-19T00:00:01',
    '2026-03-02T08:00:00[u-ca=hebrew]',
    '__proto__',
  ],
);

/** JSON that is nearly an answer: the names of true answers, with anything in their places. */
export function hostileAnswers(mark: string): fc.Arbitrary<unknown> {
  const marked = fc.string().map((text) => mark + text);
  const anything = fc.oneof(fc.jsonValue(), marked, times);

  const segment = fc.record(
    {
      primaryStatus: anything,
      secondaryStatus: anything,
      startTime: times,
      endTime: fc.oneof(times, anything),
    },
    { requiredKeys: [] },
  );
  const row = fc.record(
    {
      userId: fc.oneof(marked, fc.constantFrom('u', '__proto__'), anything),
      email: fc.oneof(fc.constant('u@u.test'), fc.constant(null), anything),
      firstName: fc.oneof(marked, anything),
      customId: fc.oneof(marked, anything),
      status: fc.oneof(fc.array(segment, { maxLength: 3 }), anything),
    },
    { requiredKeys: ['userId'] },
  );
  return fc.oneof(
    anything,
    fc.record(
      {
        hasMore: fc.oneof(fc.boolean(), anything),
        ...{ limit: anything, error: anything, message: anything, status: anything },
        data: fc.oneof(fc.array(row, { maxLength: 60 }), anything),
      },
      { requiredKeys: [] },
    ),
  );
}
