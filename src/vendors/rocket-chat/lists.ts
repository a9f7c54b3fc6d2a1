import type { z } from 'zod';
import type { PagedList, Slice } from '../../upstream/paging/index.ts';
import type { RocketChatClient } from './client.ts';
import type { serviceHistory, User } from './wire.ts';

/** The most rows that a server lists in one call, by its setting API_Upper_Count_Limit. It clamps silently. */
export const PAGE_SIZE = 100;

export type UserRow = z.output<typeof User>;
export type HistoryRow = z.output<ReturnType<typeof serviceHistory>>['agents'][number];

/** A list of users, each once by username; `read` lists some of them. */
export function userList(
  client: RocketChatClient,
  read: (client: RocketChatClient, part: { offset: number; count: number }) => Promise<Slice<UserRow>>,
): PagedList<UserRow> {
  return {
    vendor: 'ROCKET_CHAT',
    callSize: PAGE_SIZE,
    keyOf: ({ username }) => username,
    read: (offset, count) => read(client, { offset, count }),
    bypassingCache: () => userList(client.bypassingCache(), read),
  };
}

/** The history of availability, a row for each username. */
export function historyList(
  client: RocketChatClient,
  query: Pick<Parameters<RocketChatClient['serviceHistory']>[0], 'days' | 'fullReport'>,
): PagedList<HistoryRow> {
  return {
    vendor: 'ROCKET_CHAT',
    callSize: PAGE_SIZE,
    keyOf: ({ username }) => username,
    read: (offset, count) => client.serviceHistory({ ...query, offset, count }),
    bypassingCache: () => historyList(client.bypassingCache(), query),
  };
}
