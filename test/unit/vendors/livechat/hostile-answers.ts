import fc from 'fast-check';

/** JSON that is nearly an answer: the names of true answers, with anything in their places. */
export function hostileAnswers(mark: string): fc.Arbitrary<unknown> {
  const marked = fc.string().map((text) => mark + text);
  const nearly = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.oneof(marked, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'total',
          'records',
          'count',
          'summary',
          'fields',
          'answers',
          'id',
          'hours',
          '2026-03-28',
          '0',
        ),
        tie('value'),
        { maxKeys: 4 },
      ),
    ),
  })).value;

  return fc.oneof(nearly, fc.record({ records: nearly }), fc.jsonValue());
}
