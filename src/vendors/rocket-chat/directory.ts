import { type Account, matchesText, normalizeEmail } from '../../domain/account.ts';
import type { AccountDirectory, AccountPage } from '../../domain/directory.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import { perOperation } from '../../domain/per-operation.ts';
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

/** Rocket.Chat's list of people, and what its operator should know of it. */
export interface RocketChatDirectory extends AccountDirectory {
  warnings(): readonly string[];
}

/** Rocket.Chat's omnichannel agents as a list of people; without the permission to list them, whom its reports name. */
export function createDirectory(client: RocketChatClient, reported: ReportedUsernames): RocketChatDirectory {
  /** The operations in which the server has refused to list agents. */
  const refusals = new WeakMap<Operation, UpstreamError>();
  /** Whether it did when it was asked last. */
  let isRefused = false;
  const pagesOf = perOperation<Pages<UserRow>>();

  /** What the server lists, or, once it has refused that, what `fallback` makes of the reports. */
  async function listed<Answer>(
    operation: Operation,
    list: () => Promise<Answer>,
    fallback: () => Promise<Answer>,
  ): Promise<Answer> {
    if (!refusals.has(operation)) {
      try {
        const answer = await list();
        isRefused = false;
        return answer;
      } catch (error) {
        if (!isForbidden(error)) throw error;
        refusals.set(operation, error);
        isRefused = true;
      }
    }
    try {
      return await fallback();
    } catch (error) {
      throw isForbidden(error) ? refusals.get(operation) : error;
    }
  }

  function page(index: number, operation: Operation): Promise<AccountPage> {
    return listed(
      operation,
      () => userPage(index, operation),
      async () => {
        const { rows, ...page } = await reported.page(index, operation);
        return { ...page, accounts: rows.map(rocketChatAccountByKey) };
      },
    );
  }

  function search(text: string, index: number, operation: Operation): Promise<AccountPage> {
    return listed(
      operation,
      () => userPage(index, operation, text),
      async () => {
        const everyone = (await reported.all(operation)).map(rocketChatAccountByKey);
        const found = everyone.filter((account) => matchesText(account, text, ROCKET_CHAT_TRAITS));
        const end = (index + 1) * PAGE_SIZE;
        const accounts = found.slice(index * PAGE_SIZE, end);
        return { accounts, total: found.length, hasMore: end < found.length };
      },
    );
  }

  async function userPage(index: number, operation: Operation, text?: string): Promise<AccountPage> {
    const chosen = text === undefined ? {} : { text };
    const list = userList((offset, count, asking) => client.users({ ...chosen, offset, count }, asking));
    const pages = pagesOf(operation, JSON.stringify(chosen), () => new Pages(list, PAGE_SIZE, operation));
    return toAccountPage(await pages.page(index));
  }

  /** The server searches for parts of words, so the one that is meant may stand behind others. */
  async function find(
    text: string,
    isMeant: (account: Account) => boolean,
    operation: Operation,
  ): Promise<Account[]> {
    for (let index = 0; ; index += 1) {
      const { accounts, hasMore } = await userPage(index, operation, text);
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
      async byEmail(emails, operation) {
        const bears = (email: string) => (account: Account) =>
          account.emails.some((e) => normalizeEmail(e) === email);
        const bearers = [...new Set(emails.map(normalizeEmail))].map((email) =>
          listed(
            operation,
            () => find(email, bears(email), operation),
            async () => [],
          ),
        );
        return (await Promise.all(bearers)).flat();
      },
    },
    async byKey(username, operation) {
      const isMeant = ({ key }: Account) => key === username;
      const [account] = await listed(
        operation,
        () => find(username, isMeant, operation),
        async () => (await reported.all(operation)).map(rocketChatAccountByKey).filter(isMeant),
      );
      return account ?? null;
    },
    shortcoming: (operation) => (refusals.has(operation) ? usernamesOnly() : null),
    warnings: () => (isRefused ? [`Rocket.Chat: ${usernamesOnly().message}`] : []),
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
    `known by username only, and only those whom the reports of the last ${REPORTED_DAYS} days name.`;
  return new UpstreamError('ROCKET_CHAT', 'UPSTREAM_FORBIDDEN', sentence);
}
