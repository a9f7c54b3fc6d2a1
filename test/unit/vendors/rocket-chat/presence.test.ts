import { expect, test } from 'vitest';
import { toPresence } from '../../../../src/vendors/rocket-chat/map.ts';
import { accountNamed } from './rocket-chat.ts';

const USER = accountNamed('ana');

test.each([
  ['online', 'available', 'AVAILABLE'],
  ['away', 'available', 'AVAILABLE'],
  ['offline', 'available', 'OFFLINE'],
  ['online', 'not-available', 'BUSY'],
  ['away', 'not-available', 'AWAY'],
  ['busy', null, 'BUSY'],
  ['constructor', null, 'OTHER'],
])('%s and %s is %s', (status, statusLivechat, common) => {
  expect(toPresence({ ...USER, status, statusLivechat })).toEqual({
    ...{ vendor: 'ROCKET_CHAT', status: common, reportedStatus: status, since: null },
  });
});

test('without a status nothing is said, whatever the chats', () => {
  expect(toPresence({ ...USER, statusLivechat: 'available' })).toBeNull();
});
