import { expect, test } from 'vitest';
import { toPresence } from '../../../src/vendors/rocket-chat/map.ts';
import { account } from '../../loaders/directories.ts';

const USER = account('ROCKET_CHAT', 'ana', []);

test.each([
  ['online', 'available', 'AVAILABLE'],
  ['away', 'available', 'AVAILABLE'],
  ['offline', 'available', 'OFFLINE'],
  ['online', 'not-available', 'BUSY'],
  ['away', 'not-available', 'AWAY'],
  ['busy', null, 'BUSY'],
  ['constructor', null, 'OTHER'],
])('%s and %s is %s', (status, statusLivechat, common) => {
  expect(toPresence({ ...USER, status, statusLivechat } as typeof USER)).toEqual({
    ...{ vendor: 'ROCKET_CHAT', status: common, reportedStatus: status, since: null },
  });
});

test('without a status nothing is said, whatever the chats', () => {
  expect(toPresence({ ...USER, statusLivechat: 'available' } as typeof USER)).toBeNull();
});
