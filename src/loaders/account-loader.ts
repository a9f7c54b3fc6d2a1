import DataLoader from 'dataloader';
import type { Account } from '../domain/account.ts';

/** What is asked of one account. */
export interface AccountQuestion {
  readonly account: Account;
}

/** By account key. An error costs its own account alone. */
type Answers<Answer> = ReadonlyMap<string, Answer | Error>;

/**
 * A loader of what a vendor tells of many accounts together. Questions of one group share the call of `ask`, which
 * answers by account key; an account that its answer lacks gets `none`. A group that fails fails alone.
 */
export function accountLoader<Question extends AccountQuestion, Answer>(
  groupOf: (question: Question) => string,
  ask: (group: readonly [Question, ...Question[]]) => Promise<Answers<Answer>>,
  none: Answer,
): DataLoader<Question, Answer, string> {
  return new DataLoader(
    async (questions) => {
      const answers = new Map<string, Promise<Answers<Answer>>>();
      for (const [name, [first, ...others]] of Map.groupBy(questions, groupOf))
        if (first !== undefined) answers.set(name, ask([first, ...others]));
      return Promise.all(
        questions.map(async (question) => {
          const answer = await answers.get(groupOf(question))?.catch(asError);
          return answer instanceof Error ? answer : (answer?.get(question.account.key) ?? none);
        }),
      );
    },
    { cacheKeyFn: (question) => `${groupOf(question)} ${question.account.key}` },
  );
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('A vendor failed', { cause: error });
}
