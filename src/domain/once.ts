/** Gives the first answer to a key again. A key names its question whole, so one key has answers of one type only. */
export type Once = <Answer>(key: string, ask: () => Promise<Answer>) => Promise<Answer>;

/** Equal questions of one session share their answer, or their failure. */
export function once(): Once {
  const answers = new Map<string, Promise<unknown>>();
  return <Answer>(key: string, ask: () => Promise<Answer>) =>
    answers.getOrInsertComputed(key, ask) as Promise<Answer>;
}
