import { large } from './kore-ai-centre.ts';
import { type At, type Behaviour, changed, type Row, when } from './kore-ai-vendor.ts';

/** Three pages: 50, 50 and 20. */
export const LARGE = large(120);
/** So many that one page of the walk holds all: what is read meanwhile is read in one go. */
export const AT_ONCE = { staff: LARGE, first: 200 };

export const everyone = (at: At) => at.agents === undefined;
/** Where pages begin is the gateway's choice: they may overlap by some rows. */
export const later = ({ offset }: At) => offset > 0;
export const second = ({ offset }: At) => offset > 0 && offset < 75;
export const last = ({ offset }: At) => offset >= 75;
const page = (data: readonly Row[], hasMore: boolean, at: At) => ({
  hasMore,
  limit: at.limit,
  offset: at.offset,
  data,
});

/** A whole list that lies otherwise on the vendor's side by the time of a later call. */
export function moving(order: (all: readonly Row[], at: At) => readonly Row[]): Behaviour {
  return when(
    everyone,
    changed((_, at) => {
      const all = order(at.everybody().data, at);
      return page(all.slice(at.offset, at.offset + at.limit), at.offset + at.limit < all.length, at);
    }),
  );
}

export const clamped = (size: number, told: number): Behaviour =>
  changed((_, at) => ({ ...at.pageAt(at.offset, size), limit: told }));

export const splitInTwo = (row: Row): Row[] => {
  const status = row.status as readonly Row[] | undefined;
  if (status === undefined || status.length < 2) return [row];
  return [
    { ...row, status: status.slice(0, 2) },
    { ...row, status: status.slice(2) },
  ];
};

export const flat = (change: (row: Row) => Row[]) =>
  changed((honestPage) => ({ ...honestPage, data: honestPage.data.flatMap(change) }));
