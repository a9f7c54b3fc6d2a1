/**
 * Remembers the newest answers of a pure function, at most `limit` of them; questions with the same key have the
 * same answer.
 */
export function remembering<Question, Answer>(
  limit: number,
  compute: (question: Question) => Answer,
  keyOf: (question: Question) => unknown = (question) => question,
): (question: Question) => Answer {
  const known = new Map<unknown, Answer>();
  return (question) => {
    const key = keyOf(question);
    const answer = known.has(key) ? (known.get(key) as Answer) : compute(question);
    // Put back last, so that what was not asked for longest stands first.
    known.delete(key);
    known.set(key, answer);
    if (known.size > limit) known.delete(known.keys().next().value);
    return answer;
  };
}
