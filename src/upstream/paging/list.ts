import type { Vendor } from '../../domain/vendor.ts';

/** What one call lists. */
export interface Slice<Row> {
  readonly rows: readonly Row[];
  /** How many rows the whole list has; absent or null where the vendor does not say. */
  readonly total?: number | null;
  /** Whether further rows follow these; absent where the vendor does not say. */
  readonly hasMore?: boolean;
}

/** A list that a vendor gives piece by piece, in an order that lasts while it is read. */
export interface PagedList<Row> {
  readonly vendor: Vendor;
  /** The most rows that one call is asked for. A server may list fewer, or all that it has. */
  readonly callSize: number;
  /** What distinguishes a row from the others, whatever its place. */
  readonly keyOf: (row: Row) => string;
  /** One call: the rows from `offset` on, about `count` of them. */
  readonly read: (offset: number, count: number) => Promise<Slice<Row>>;
  /** The same list without older answers: neither the operation's own nor those of earlier ones serve. */
  readonly bypassingCache: () => PagedList<Row>;
}

/** The rows without those that repeat another one in every particular. Two different rows of one key both stay. */
export function distinct<Row>({ keyOf }: PagedList<Row>, rows: readonly Row[]): Row[] {
  return [...Map.groupBy(rows, keyOf).values()].every(({ length }) => length === 1)
    ? [...rows]
    : [...new Map(rows.map((row) => [`${keyOf(row)} ${JSON.stringify(row)}`, row])).values()];
}
