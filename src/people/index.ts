export type { Omissions } from './active.ts';
export { PeopleCache } from './cache.ts';
export { type LeftOut, leftOutBy, leftOutError, type Position } from './cursors.ts';
export type { PeopleFilter, PeopleWindow, PlacedPerson } from './list.ts';
export { People } from './people.ts';
