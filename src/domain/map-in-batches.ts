/** How many calls are made to one vendor at once; as many connections are made to it. */
export const CALLS_AT_ONCE = 8;

/**
 * The answers for all items, in order, asked in batches: with more calls under way, the first failure would come too late
 * to spare any. After a failure nothing further is asked, and items are drawn only when their turn comes, so that an
 * endless list ends with the first failure.
 */
export async function mapInBatches<Item, Answer>(
  items: Iterable<Item>,
  ask: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let batch: Promise<Answer>[] = [];
  for (const item of items) {
    batch.push(ask(item));
    if (batch.length < CALLS_AT_ONCE) continue;
    answers.push(...(await Promise.all(batch)));
    batch = [];
  }
  answers.push(...(await Promise.all(batch)));
  return answers;
}
