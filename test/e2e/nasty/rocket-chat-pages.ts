import { large } from './rocket-chat-centre.ts';
import { type At, type Behaviour, changed, type Json, ROWS, type Route } from './rocket-chat-vendor.ts';

/** Three pages: 100, 100 and 40. */
export const LARGE = large(240);
/** Two pages, which one page of the walk holds: what is read meanwhile is read in one go. */
export const AT_ONCE = { staff: large(190), first: 200 };
/** The routes that give pages. */
export const PAGED: readonly Route[] = ['users', 'history', 'extension'];

/** A page of another list than the honest one. */
export function from(list: (at: At) => readonly Json[], total?: (at: At) => unknown): Behaviour {
  return changed((body, at) => {
    const all = list(at);
    const page = all.slice(at.offset, at.offset + at.count);
    return { ...body, [ROWS[at.route]]: page, count: page.length, total: total ? total(at) : all.length };
  });
}

/** An honest page with another total. */
export function totals(total: (at: At, body: Json) => unknown): Behaviour {
  return changed((body, at) => ({ ...body, total: total(at, body) }));
}

/** Whether the whole list is asked for. */
export function unnamed({ query }: At): boolean {
  return !query.has('text');
}

/** Whether a page behind the first is asked for. */
export function later(at: At): boolean {
  return at.offset > 0;
}
