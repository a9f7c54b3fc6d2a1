import type { Answer, Step } from '../call.ts';

/** Sends equal calls of one operation once. Made for each operation, and forgotten with it. */
export const operationMemo: Step = (next) => {
  const answers = new Map<string, Promise<Answer>>();
  return (call) => {
    const answer = answers.get(call.key) ?? next(call);
    answers.set(call.key, answer);
    return answer;
  };
};
