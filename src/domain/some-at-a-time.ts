/** As many as a vendor has connections; with more under way, the first failure would come too late to spare any. */
const AT_ONCE = 8;

/**
 * The answers for all items, in order, asked some at a time. After a failure nothing further is asked, and items are
 * drawn only when their turn comes, so that an endless list ends with the first failure.
 */
export async function someAtATime<Item, Answer>(
  items: Iterable<Item>,
  ask: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let some: Promise<Answer>[] = [];
  for (const item of items) {
    some.push(ask(item));
    if (some.length < AT_ONCE) continue;
    answers.push(...(await Promise.all(some)));
    some = [];
  }
  answers.push(...(await Promise.all(some)));
  return answers;
}
