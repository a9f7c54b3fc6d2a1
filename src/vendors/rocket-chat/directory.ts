import { type Account, matchesText, normalizeEmail } from '../../domain/account.ts';
import type { AccountDirectory, AccountPage } from '../../domain/directory.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { AccountTraits } from '../../domain/ports.ts';
import { type Page, Pages } from '../../upstream/paging/index.ts';
import { rocketChatAccountByKey } from './account.ts';
import type { RocketChatClient } from './client.ts';
import { PAGE_SIZE, type UserRow, userList } from './lists.ts';
import { toAccount } from './map.ts';
import { REPORTED_DAYS, type ReportedUsernames } from './usernames.ts';

/** Rocket.Chat's keys are usernames. It is the one vendor whose accounts have several addresses. */
export const ROCKET_CHAT_TRAITS: AccountTraits = {
  idRank: 3,
  nameRank: 1,
  addresses: 'many',
  keysAreAddresses: false,
  keysAreNames: true,
};

/** Whether the server refused to list agents when it was asked last. It outlives operations. */
export class ListPermission {
  isRefused = false;

  warnings(): readonly string[] {
    return this.isRefused ? [`Rocket.Chat: ${usernamesOnly().message}`] : [];
  }
}

/** Rocket.Chat's omnichannel agents as a list of people; without the permission to list them, the users that its reports name. */
export function createDirectory(
  client: RocketChatClient,
  reported: ReportedUsernames,
  permission: ListPermission,
): AccountDirectory {
  /** Why the server has refused to list agents in this operation; null while it has not. */
  let refusal: UpstreamError | null = null;
  const pagesOf = new Map<string | null, Pages<UserRow>>();

  /** What the server lists, or, once it has refused that, what `fallback` makes of the reports. */
  async function listed<Answer>(
    list: () => Promise<Answer>,
    fallback: () => Promise<Answer>,
  ): Promise<Answer> {
    if (refusal === null) {
      try {
        const answer = await list();
        permission.isRefused = false;
        return answer;
      } catch (error) {
        if (!isForbidden(error)) throw error;
        refusal = error;
        permission.isRefused = true;
      }
    }
    try {
      return await fallback();
    } catch (error) {
      throw isForbidden(error) ? refusal : error;
    }
  }

  function page(index: number): Promise<AccountPage> {
    return listed(
      () => userPage(index, null),
      async () => {
        const { rows, ...page } = await reported.page(index);
        return { ...page, accounts: rows.map(rocketChatAccountByKey) };
      },
    );
  }

  function search(text: string, index: number): Promise<AccountPage> {
    return listed(
      () => userPage(index, text),
      async () => {
        const everyone = (await reported.all()).map(rocketChatAccountByKey);
        const found = everyone.filter((account) => matchesText(account, text, ROCKET_CHAT_TRAITS));
        const end = (index + 1) * PAGE_SIZE;
        const accounts = found.slice(index * PAGE_SIZE, end);
        return { accounts, total: found.length, hasMore: end < found.length };
      },
    );
  }

  /** A page of the users who have the text; of all users where it is null. */
  async function userPage(index: number, text: string | null): Promise<AccountPage> {
    const chosen = text === null ? {} : { text };
    const pages = pagesOf.getOrInsertComputed(text, () => {
      const list = userList(client, (asked, part) => asked.users({ ...chosen, ...part }));
      return new Pages(list, PAGE_SIZE);
    });
    return toAccountPage(await pages.page(index));
  }

  /** The server searches for parts of words, so the one that is meant may stand behind others. */
  async function find(text: string, isMeant: (account: Account) => boolean): Promise<Account[]> {
    for (let index = 0; ; index += 1) {
      const { accounts, hasMore } = await userPage(index, text);
      const meant = accounts.filter(isMeant);
      if (meant.length > 0 || !hasMore) return meant;
    }
  }

  return {
    vendor: 'ROCKET_CHAT',
    pageSize: PAGE_SIZE,
    ordered: true,
    page,
    search,
    lookup: {
      size: 1,
      exact: false,
      async byEmail(emails) {
        const bears = (email: string) => (account: Account) =>
          account.emails.some((e) => normalizeEmail(e) === email);
        const bearers = [...new Set(emails.map(normalizeEmail))].map((email) =>
          listed(
            () => find(email, bears(email)),
            async () => [],
          ),
        );
        return (await Promise.all(bearers)).flat();
      },
    },
    async byKey(username) {
      const isMeant = ({ key }: Account) => key === username;
      const [account] = await listed(
        () => find(username, isMeant),
        async () => (await reported.all()).map(rocketChatAccountByKey).filter(isMeant),
      );
      return account ?? null;
    },
    shortcoming: () => (refusal === null ? null : usernamesOnly()),
  };
}

/** A page of users as a page of accounts. */
export function toAccountPage({ rows, ...page }: Page<UserRow>): AccountPage {
  return { ...page, accounts: rows.map(toAccount) };
}

function isForbidden(error: unknown): error is UpstreamError {
  return error instanceof UpstreamError && error.code === 'UPSTREAM_FORBIDDEN';
}

function usernamesOnly(): UpstreamError {
  const sentence =
    'the user may not list agents (permission transfer-livechat-guest or edit-omnichannel-contact), so people are ' +
    `known by username only, and only those that the reports of the last ${REPORTED_DAYS} days name.`;
  return new UpstreamError('ROCKET_CHAT', 'UPSTREAM_FORBIDDEN', sentence);
}
