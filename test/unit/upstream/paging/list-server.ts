import type { PagedList } from '../../../../src/upstream/paging/index.ts';

/** A row of the server's list. */
export interface Row {
  readonly key: string;
  /** What differs where the server lists one key twice. */
  readonly mark?: string;
}

/** How a server lists its rows. */
export interface ListServer {
  readonly rows: readonly Row[];
  /** What it tells of the rows behind an answer. */
  readonly tells: 'total' | 'more' | 'nothing';
  /** The most rows that it lists in one call. */
  readonly most: number;
  readonly ignoresCount?: boolean;
  readonly ignoresOffset?: boolean;
  /** How many rows it lists at all, though it tells of all. */
  readonly silentAfter?: number;
  /** What happens to its list right before a call, by the call's number. */
  readonly changes?: ReadonlyMap<number, (rows: readonly Row[]) => readonly Row[]>;
}

/** A list with what was asked of it, each call as `offset+count`. */
export interface ServedList {
  readonly list: PagedList<Row>;
  readonly calls: string[];
  /** The list after each call. */
  readonly states: (readonly Row[])[];
}

/** The list of a server. */
export function served(server: ListServer, callSize = 10): ServedList {
  const calls: string[] = [];
  const states: (readonly Row[])[] = [];
  let rows = server.rows;
  const list: PagedList<Row> = {
    vendor: 'KORE_AI',
    callSize,
    keyOf: ({ key }) => key,
    bypassingCache: () => list,
    async read(offset, count) {
      rows = server.changes?.get(calls.length)?.(rows) ?? rows;
      calls.push(`${offset}+${count}`);
      states.push(rows);
      const start = server.ignoresOffset === true ? 0 : offset;
      const length = server.ignoresCount === true ? rows.length : Math.min(count, server.most);
      const listed = rows.slice(0, server.silentAfter ?? rows.length).slice(start, start + length);
      return {
        rows: listed,
        ...(server.tells === 'total' && { total: rows.length }),
        ...(server.tells === 'more' && { hasMore: offset + listed.length < rows.length }),
      };
    },
  };
  return { list, calls, states };
}

/** `count` rows named `000` and on. */
export function rowsUpTo(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({ key: String(index).padStart(3, '0') }));
}
