/**
 * One GraphQL operation, as the layers below the loaders see it. Its identity matters as much as its fields: the same
 * request made twice for one operation is sent once.
 */
export interface Operation {
  /** Aborts when the operation's deadline has passed or its client has gone. */
  readonly signal: AbortSignal;
}
