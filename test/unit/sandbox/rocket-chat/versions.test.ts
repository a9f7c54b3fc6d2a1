import { expect, test } from 'vitest';
import { startSandbox } from '../../../../src/sandbox/index.ts';
import { ROCKET_CHAT_VERSIONS } from '../../../../src/sandbox/rocket-chat/versions.ts';
import { NOW, rocketChat } from '../callers.ts';

const HISTORY = 'livechat/analytics/agents/available-for-service-history';
const AVAILABLE = 'omnichannel/agents/available';
const DAYS = { start: '2026-03-09', end: '2026-03-17' };
const OTHER_DAYS = { start: '03/09/2026', end: 'March 17, 2026' };

const LOGGED_OUT = 'You must be logged in to do this.';
const NOT_FOUND = { status: 404, body: { status: 'error', message: 'API endpoint does not exist' } };
const NO_ISO = { status: 400, body: { success: false, error: 'Invalid time value' } };

/** What the server says of a faulty parameter: routes of its older kind, and of its chained one. */
const refusals = {
  older: (complaint: string) => ({ error: `${complaint} [invalid-params]`, errorType: 'invalid-params' }),
  chained: (complaint: string) => ({ error: complaint, errorType: 'error-invalid-params' }),
};

test.each([
  { version: '6.4', paged: false, rows: 'all', dates: 'any', params: 'older', login: 'short' },
  { version: '7.0', paged: false, rows: 'all', dates: 'any', params: 'older', login: 'short' },
  { version: '7.10', paged: true, rows: 'page', dates: 'any', params: 'older', login: 'whole' },
  { version: '7.13', paged: true, rows: 'page', dates: 'any', params: 'older', login: 'whole' },
  { version: '8.0', paged: true, rows: 'none', dates: 'any', params: 'older', login: 'whole' },
  { version: '8.8', paged: true, rows: 'none', dates: 'iso', params: 'chained', login: 'whole' },
] as const)(
  'version $version: paged history $paged, available for extension $rows, dates $dates, errors $params and $login',
  async (row) => {
    const sandbox = await startSandbox({ now: () => NOW, agents: 150, rocketChatVersion: row.version });
    const refused = (complaint: string) => ({
      status: 400,
      body: { success: false, ...refusals[row.params](complaint) },
    });
    for (const paging of [{ count: 100 }, { offset: 0 }, { sort: '{}' }]) {
      const answer = await rocketChat(sandbox, HISTORY, { ...DAYS, ...paging });
      if (row.paged) expect(answer.status).toBe(200);
      else expect(answer).toEqual(refused('must NOT have additional properties'));
    }
    const history = await rocketChat(sandbox, HISTORY, DAYS);
    expect(history.body).toMatchObject({ count: 50, offset: 0, success: true });
    expect(history.body.agents).toHaveLength(50);
    expect(history.body.total).toBeGreaterThan(50);
    expect(await rocketChat(sandbox, HISTORY, {})).toEqual(refused("must have required property 'start'"));
    expect(await rocketChat(sandbox, HISTORY, OTHER_DAYS)).toEqual(row.dates === 'iso' ? NO_ISO : history);

    const available = await rocketChat(sandbox, AVAILABLE, { count: 10, offset: 20 });
    if (row.rows === 'none') expect(available).toEqual(NOT_FOUND);
    else {
      const { agents, count, offset, total } = available.body;
      expect([count, offset]).toEqual([10, 20]);
      expect(total).toBeGreaterThan(100);
      expect(agents).toHaveLength(row.rows === 'page' ? 10 : total - 20);
    }

    expect((await rocketChat(sandbox, HISTORY, DAYS, {})).body).toEqual({
      ...(row.login === 'whole' ? { success: false, error: LOGGED_OUT } : {}),
      status: 'error',
      message: LOGGED_OUT,
    });
    const overview = { name: 'Total_messages', from: '2026-03-16', to: '2026-03-17' };
    expect((await rocketChat(sandbox, 'livechat/analytics/agent-overview', overview)).status).toBe(200);
    expect((await rocketChat(sandbox, 'livechat/users/agent', { count: 100 })).body.users).toHaveLength(100);
    await sandbox.close();
  },
);

test.each(['8.0', '8.8'] as const)(
  'version %s has no history of a day that is in no calendar',
  async (version) => {
    const sandbox = await startSandbox({ now: () => NOW, rocketChatVersion: version });
    const answer = await rocketChat(sandbox, HISTORY, { start: '2026-02-30', end: '2026-03-17' });
    if (version === '8.8') expect(answer).toEqual(NO_ISO);
    else expect(answer.body).toEqual({ agents: [], count: 0, offset: 0, total: 0, success: true });
    await sandbox.close();
  },
);

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
