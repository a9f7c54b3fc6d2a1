import type { z } from 'zod';
import { type Account, matchesText, normalizeEmail, rocketChatAccountByKey } from '../../domain/account.ts';
import type { AccountDirectory, AccountPage } from '../../domain/directory.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import type { RocketChatClient } from './client.ts';
import { toAccount } from './map.ts';
import { PAGE_SIZE, type Rows, readPage } from './paging.ts';
import { REPORTED_DAYS, type ReportedUsernames } from './usernames.ts';
import type { User } from './wire.ts';

type UserRow = z.output<typeof User>;

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
        const { rows, total } = await reported.page(index, operation);
        return toPage({ rows: rows.map(rocketChatAccountByKey), total }, index);
      },
    );
  }

  function search(text: string, index: number, operation: Operation): Promise<AccountPage> {
    return listed(
      operation,
      () => userPage(index, operation, text),
      async () => {
        const everyone = (await reported.all(operation)).map(rocketChatAccountByKey);
        const found = everyone.filter((account) => matchesText(account, text));
        const rows = found.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE);
        return toPage({ rows, total: found.length }, index);
      },
    );
  }

  async function userPage(index: number, operation: Operation, text?: string): Promise<AccountPage> {
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
        const bearers = emails.map((email) =>
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
    warnings: () => (isRefused ? [usernamesOnly().message] : []),
  };
}

/** A page of users as a page of accounts. */
export function toAccountPage({ rows, total }: Rows<UserRow>, index: number): AccountPage {
  return toPage({ rows: rows.map(toAccount), total }, index);
}

/** Without a total a full page is taken to have a successor. */
function toPage({ rows, total }: Rows<Account>, index: number): AccountPage {
  const hasMore = total === null ? rows.length === PAGE_SIZE : (index + 1) * PAGE_SIZE < total;
  return { accounts: rows, total, hasMore };
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
