import { expect, test } from 'vitest';
import { ROCKET_CHAT_VERSIONS, startSandbox } from '../../../src/sandbox/index.ts';
import { NOW, rocketChat } from '../callers.ts';

const HISTORY = 'livechat/analytics/agents/available-for-service-history';
const AVAILABLE = 'omnichannel/agents/available';
const DAYS = { start: '2026-03-09', end: '2026-03-17' };

const REFUSED = {
  status: 400,
  body: {
    success: false,
    error: 'must NOT have additional properties [invalid-params]',
    errorType: 'invalid-params',
  },
};
const NOT_FOUND = { status: 404, body: { status: 'error', message: 'API endpoint does not exist' } };

test.each([
  { version: '6.4', paged: false, available: true },
  { version: '7.0', paged: false, available: true },
  { version: '7.10', paged: true, available: true },
  { version: '7.13', paged: true, available: true },
  { version: '8.0', paged: true, available: false },
  { version: '8.8', paged: true, available: false },
] as const)('version $version: paged history $paged, available for extension $available', async (row) => {
  const sandbox = await startSandbox({ now: () => NOW, agents: 150, rocketChatVersion: row.version });
  for (const paging of [{ count: 100 }, { offset: 0 }, { sort: '{}' }]) {
    const answer = await rocketChat(sandbox, HISTORY, { ...DAYS, ...paging });
    if (row.paged) expect(answer.status).toBe(200);
    else expect(answer).toEqual(REFUSED);
  }
  const { body } = await rocketChat(sandbox, HISTORY, DAYS);
  expect(body).toMatchObject({ count: 50, offset: 0, success: true });
  expect(body.agents).toHaveLength(50);
  expect(body.total).toBeGreaterThan(50);

  const available = await rocketChat(sandbox, AVAILABLE);
  if (row.available) expect(available.status).toBe(200);
  else expect(available).toEqual(NOT_FOUND);

  const overview = { name: 'Total_messages', from: '2026-03-16', to: '2026-03-17' };
  expect((await rocketChat(sandbox, 'livechat/analytics/agent-overview', overview)).status).toBe(200);
  expect((await rocketChat(sandbox, 'livechat/users/agent', { count: 100 })).body.users).toHaveLength(100);
  await sandbox.close();
});

test('the version unless told has every endpoint', async () => {
  const sandbox = await startSandbox({ now: () => NOW });
  expect((await rocketChat(sandbox, HISTORY, { ...DAYS, count: 1 })).status).toBe(200);
  expect((await rocketChat(sandbox, AVAILABLE)).status).toBe(200);
  await sandbox.close();
});

test('versions are listed oldest first, as their features are told by that order', () => {
  const byNumber = ROCKET_CHAT_VERSIONS.toSorted((one, other) =>
    one.localeCompare(other, 'en', { numeric: true }),
  );
  expect(ROCKET_CHAT_VERSIONS).toEqual(byNumber);
});
