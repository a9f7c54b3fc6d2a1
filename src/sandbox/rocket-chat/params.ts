import { byCodeUnit } from '../centre/order.ts';
import { badRequest } from './answers.ts';

/** What an endpoint accepts: its parameters' types, and those that must be there, in the order of complaints. */
export interface ParamsSchema {
  readonly types: Readonly<Record<string, 'string' | 'number' | 'boolean'>>;
  readonly required?: readonly string[];
}

/** The paging parameters that most endpoints accept. */
export const PAGING = { count: 'number', offset: 'number', sort: 'string' } as const;

/** What the vendor's validator, which stops at the first fault, has against a query; null where it has nothing. */
export function complaintAbout(
  query: URLSearchParams,
  { types, required = [] }: ParamsSchema,
): string | null {
  for (const name of required) {
    if (!query.has(name)) return `must have required property '${name}'`;
  }
  for (const name of query.keys()) {
    if (!Object.hasOwn(types, name)) return 'must NOT have additional properties';
  }
  for (const [name, value] of query) {
    if (types[name] === 'number' && !isNumber(value)) return 'must be number';
    if (types[name] === 'boolean' && !['true', 'false'].includes(value)) return 'must be boolean';
  }
  return null;
}

const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text));

const DEFAULT_COUNT = 50;
const HIGHEST_COUNT = 100;

/** A page as the vendor understood the caller. */
export interface Paging {
  readonly count: number;
  readonly offset: number;
}

/** Reads the page asked for: more than 100 rows are silently cut to 100, and `count=0` means all rows. */
export function pagingOf(query: URLSearchParams): Paging {
  const count = wholeNumber(query.get('count')) ?? DEFAULT_COUNT;
  const offset = wholeNumber(query.get('offset')) ?? 0;
  if (count < 0 || offset < 0) throw badRequest('Limit and offset must not be negative');
  return { count: Math.min(count, HIGHEST_COUNT), offset };
}

function wholeNumber(text: string | null): number | null {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isNaN(number) ? null : number;
}

/** The rows of a page; past the end there are none. */
export const pageOf = <Row>(rows: readonly Row[], { count, offset }: Paging): Row[] =>
  rows.slice(offset, count === 0 ? undefined : offset + count);

/** An order of rows, as the database compares: by code unit, not by alphabet. */
export type Order<Row> = (one: Row, other: Row) => number;

/** Reads `sort`, a JSON object of fields and directions; fields that are not sortable here are passed over. */
export function orderOf<Row extends object>(
  query: URLSearchParams,
  sortable: readonly (keyof Row & string)[],
  fallback: Readonly<Record<string, number>>,
): Order<Row> {
  const sort = Object.entries(parsedSort(query.get('sort')) ?? fallback);
  const keys = sort.flatMap(([name, direction]) =>
    sortable
      .filter((field) => field === name)
      .map((field) => ({ field, sign: Number(direction) < 0 ? -1 : 1 })),
  );
  return (one, other) => {
    for (const { field, sign } of keys) {
      const order = byCodeUnit(String(one[field]), String(other[field]));
      if (order !== 0) return order * sign;
    }
    return 0;
  };
}

function parsedSort(text: string | null): Record<string, number> | null {
  if (text === null || text === '') return null;
  try {
    const sort: unknown = JSON.parse(text);
    if (typeof sort === 'object' && sort !== null) return sort as Record<string, number>;
  } catch {
    // Told to the caller below, like JSON that is no object.
  }
  throw badRequest(`Invalid sort parameter provided: "${text}" [error-invalid-sort]`, 'error-invalid-sort');
}
