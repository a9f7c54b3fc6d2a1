/** What ids and cursors are sealed with: the first secret seals, each of them opens. */
export type Secrets = readonly [string, ...string[]];
