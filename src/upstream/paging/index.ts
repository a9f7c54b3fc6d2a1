export type { PagedList, Slice } from './list.ts';
export { type Page, Pages } from './pages.ts';
export { readAll } from './read.ts';
