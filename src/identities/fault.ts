/** What is wrong at a place in a text. Places are counted in UTF-16 code units from its start. */
export interface Fault {
  readonly at: number;
  /** A sentence without its full stop. It shows no value: the file holds what belongs to people. */
  readonly says: string;
  /** The place that had it first, of something that is there twice. */
  readonly first?: number;
}
