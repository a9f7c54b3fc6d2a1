/**
 * One GraphQL operation, as the layers below the loaders see it. Its identity matters as much as its fields: the same
 * request made twice for one operation is sent once.
 */
export interface Operation {
  /** Aborts when the operation's deadline has passed or its client has gone. */
  readonly signal: AbortSignal;
  /**
   * How long one vendor may take to say who its people are. It is a part of the deadline: while that question is open
   * the other vendors cannot be asked about the people either, and would run out of time for no fault of theirs.
   */
  readonly patienceMilliseconds: number;
}
