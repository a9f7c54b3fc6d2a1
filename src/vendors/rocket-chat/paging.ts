import { UpstreamError } from '../../domain/errors.ts';
import { integers, someAtATime } from '../../domain/some-at-a-time.ts';

/** The most rows that a server lists in one call, by its setting API_Upper_Count_Limit. It clamps silently. */
export const PAGE_SIZE = 100;

/** Some rows of a list and, where the server tells it, how many the whole list has. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly total: number | null;
}

type ReadRows<Row> = (offset: number, count: number) => Promise<Rows<Row>>;

/** A page with all its rows, also where the server is set to list fewer in one call. */
export async function readPage<Row>(read: ReadRows<Row>, index: number): Promise<Rows<Row>> {
  const offset = index * PAGE_SIZE;
  const rows: Row[] = [];
  let last = '';
  for (;;) {
    const answer = await read(offset + rows.length, PAGE_SIZE - rows.length);
    // Without a total only an answer with nothing new tells the end: a server set to list fewer rows than it was
    // asked for looks the same as the end of its list.
    const listed = answer.total === null ? JSON.stringify(answer.rows) : '';
    const repeated = answer.total === null && listed === last;
    last = listed;
    // Older servers answer some routes with everything after the offset, whatever count they are given.
    if (!repeated) rows.push(...answer.rows.slice(0, PAGE_SIZE - rows.length));
    const expected = Math.min(PAGE_SIZE, Math.max(0, (answer.total ?? Number.POSITIVE_INFINITY) - offset));
    if (rows.length >= expected) return { rows, total: answer.total };
    if (answer.rows.length > 0 && !repeated) continue;
    if (answer.total === null) return { rows, total: null };
    throw shortList(answer.total, offset + rows.length);
  }
}

/**
 * Every row of a list. The first call tells how many further ones it takes; they are made some at a time, so that a
 * count that is far from the truth is found out after a few.
 */
export async function readAll<Row>(read: ReadRows<Row>): Promise<Row[]> {
  const first = await readPage(read, 0);
  if (first.total === null) return readOn(read, first);
  const pages = integers(1, Math.ceil(first.total / PAGE_SIZE));
  const rest = await someAtATime(pages, (index) => readPage(read, index));
  return [first, ...rest].flatMap(({ rows }) => rows);
}

/** Without a total there is no end but a page that is not full. */
async function readOn<Row>(read: ReadRows<Row>, first: Rows<Row>): Promise<Row[]> {
  const rows = [...first.rows];
  let page = first;
  for (let index = 1; page.rows.length === PAGE_SIZE; index += 1) {
    page = await readPage(read, index);
    rows.push(...page.rows);
  }
  return rows;
}

function shortList(total: number | null, got: number): UpstreamError {
  const sentence = `the server counts ${total} rows but stopped listing them after ${got}.`;
  return new UpstreamError('ROCKET_CHAT', 'UPSTREAM_INVALID_RESPONSE', sentence);
}
