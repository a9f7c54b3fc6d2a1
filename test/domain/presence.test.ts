import { expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { presenceOf } from '../../src/domain/presence.ts';

const PERSON = { key: 'k', name: null, emails: [] };

function rocketChat(status: string | null, statusLivechat: string | null): Account {
  return {
    ...PERSON,
    vendor: 'ROCKET_CHAT',
    userId: null,
    maxSimultaneousChats: null,
    status,
    statusLivechat,
  };
}

function liveChat(loginStatus: string | null): Account {
  return { ...PERSON, vendor: 'LIVECHAT', loginStatus };
}

test.each([
  [rocketChat('online', 'available'), 'AVAILABLE', 'online'],
  [rocketChat('away', 'available'), 'AVAILABLE', 'away'],
  [rocketChat('offline', 'available'), 'OFFLINE', 'offline'],
  [rocketChat('online', 'not-available'), 'BUSY', 'online'],
  [rocketChat('away', 'not-available'), 'AWAY', 'away'],
  [rocketChat('busy', null), 'BUSY', 'busy'],
  [rocketChat('constructor', null), 'OTHER', 'constructor'],
  [liveChat('accepting chats'), 'AVAILABLE', 'accepting chats'],
  [liveChat('not accepting chats'), 'AWAY', 'not accepting chats'],
  [liveChat('offline'), 'OFFLINE', 'offline'],
  [liveChat('toString'), 'OTHER', 'toString'],
])('%j is %s, reported as %s', (account, status, reportedStatus) => {
  expect(presenceOf(account)).toEqual({ vendor: account.vendor, status, reportedStatus, since: null });
});

test.each([rocketChat(null, 'available'), liveChat(null)])('%j says nothing', (account) => {
  expect(presenceOf(account)).toBeNull();
});
