import type { z } from 'zod';
import { type Account, normalizeEmail } from '../../domain/account.ts';
import type { AccountDirectory, AccountPage } from '../../domain/directory.ts';
import type { Operation } from '../../domain/operation.ts';
import type { RocketChatClient } from './client.ts';
import { toAccount } from './map.ts';
import { PAGE_SIZE, type Rows, readPage } from './paging.ts';
import type { User } from './wire.ts';

type UserRow = z.output<typeof User>;

/** Rocket.Chat's omnichannel agents as a list of people. */
export function createDirectory(client: RocketChatClient): AccountDirectory {
  async function page(index: number, operation: Operation, text?: string): Promise<AccountPage> {
    const read = (offset: number, count: number) =>
      client.users({ ...(text === undefined ? {} : { text }), offset, count }, operation);
    return toAccountPage(await readPage(read, index), index);
  }

  /** The server searches for parts of words, so the one that is meant may stand behind others. */
  async function find(
    text: string,
    isMeant: (account: Account) => boolean,
    operation: Operation,
  ): Promise<Account[]> {
    for (let index = 0; ; index += 1) {
      const { accounts, hasMore } = await page(index, operation, text);
      const meant = accounts.filter(isMeant);
      if (meant.length > 0 || !hasMore) return meant;
    }
  }

  return {
    vendor: 'ROCKET_CHAT',
    pageSize: PAGE_SIZE,
    ordered: true,
    page: (index, operation) => page(index, operation),
    search: (text, index, operation) => page(index, operation, text),
    lookup: {
      size: 1,
      async byEmail(emails, operation) {
        const bears = (email: string) => (account: Account) =>
          account.emails.some((e) => normalizeEmail(e) === email);
        return (await Promise.all(emails.map((email) => find(email, bears(email), operation)))).flat();
      },
    },
    async byKey(username, operation) {
      return (await find(username, ({ key }) => key === username, operation))[0] ?? null;
    },
  };
}

/** A page of users as a page of accounts. Without a total a full page is taken to have a successor. */
export function toAccountPage({ rows, total }: Rows<UserRow>, index: number): AccountPage {
  const hasMore = total === null ? rows.length === PAGE_SIZE : (index + 1) * PAGE_SIZE < total;
  return { accounts: rows.map(toAccount), total, hasMore };
}
