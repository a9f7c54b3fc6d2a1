import { describe, expect, test } from 'vitest';
import { failureOf, operation } from '../asking.ts';
import type { StubAnswer, StubRequest } from '../stub-vendor.ts';
import { accountNamed, listed, queriesOf, stubbedRocketChat, userRows } from './rocket-chat.ts';

const USERS = '/api/v1/livechat/users/agent';
const HISTORY = '/api/v1/livechat/analytics/agents/available-for-service-history';
const OVERVIEW = '/api/v1/livechat/analytics/agent-overview';

const FORBIDDEN: StubAnswer = { status: 403, body: { success: false, error: 'unauthorized' } };
const NO_LICENCE: StubAnswer = {
  status: 400,
  body: {
    success: false,
    error: 'This is an enterprise feature [error-action-not-allowed]',
    errorType: 'error-action-not-allowed',
  },
};

/** A server whose user may not list agents; what is left out of its reports is refused like them. */
function server(reports: { history?: string[]; overview?: string[]; historyAnswers?: StubAnswer }) {
  return (request: StubRequest): StubAnswer => {
    const { path } = request;
    if (path === HISTORY && reports.historyAnswers !== undefined) return reports.historyAnswers;
    if (path === HISTORY && reports.history !== undefined) {
      const rows = reports.history.map((username) => ({ username, availableTimeInSeconds: 60 }));
      return listed(request, { list: 'agents', rows });
    }
    if (path === OVERVIEW && reports.overview !== undefined) {
      const head = [{ name: 'Agent' }, { name: '%_of_conversations' }];
      const data = reports.overview.map((name) => ({ name, value: '50.00%' }));
      return { body: { head, data, success: true } };
    }
    return FORBIDDEN;
  };
}

const pathsOf = ({ stub }: { stub: { requests: readonly StubRequest[] } }) =>
  stub.requests.map(({ path }) => path);

describe('a server whose user may not list agents', () => {
  test('lists those whom the history of the last 30 days names, by username only', async () => {
    await using rocket = await stubbedRocketChat(server({ history: ['ana', 'bo'] }));
    const page = await rocket.port.open(operation()).directory.page(0);
    expect(page).toMatchObject({
      accounts: [accountNamed('ana'), accountNamed('bo')],
      total: 2,
      hasMore: false,
    });
    expect(pathsOf(rocket)).toEqual([USERS, HISTORY]);
    expect(queriesOf(rocket)[1]).toMatchObject({
      start: '2026-02-17T00:00:00.000Z',
      end: '2026-03-18T23:59:59.999Z',
    });
  });

  test.each<readonly [string, Parameters<typeof server>[0]]>([
    ['needs a licence that is not there', { historyAnswers: NO_LICENCE }],
    ['is forbidden too', {}],
    ['names nobody', { history: [] }],
  ])('lists those who had conversations where the history %s', async (_, reports) => {
    await using rocket = await stubbedRocketChat(server({ ...reports, overview: ['bo', 'ana'] }));
    const page = await rocket.port.open(operation()).directory.page(0);
    expect(page).toMatchObject({
      accounts: [accountNamed('ana'), accountNamed('bo')],
      total: 2,
      hasMore: false,
    });
    expect(pathsOf(rocket)).toEqual([USERS, HISTORY, OVERVIEW]);
    expect(queriesOf(rocket)[2]).toEqual({
      name: 'Total_conversations',
      from: '2026-02-17',
      to: '2026-03-18',
    });
  });

  test.each<readonly [string, StubAnswer]>([
    ['is refused for the moment', { status: 429, body: { success: false, error: 'Too many requests' } }],
    ['is no answer', { body: { success: true } }],
  ])('fails where the history %s, as the overview names others', async (_, historyAnswers) => {
    await using rocket = await stubbedRocketChat(server({ historyAnswers, overview: ['bo'] }));
    const error = await failureOf(rocket.port.open(operation()).directory.page(0));
    expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', isTransient: true });
    expect(pathsOf(rocket)).not.toContain(OVERVIEW);
  });

  test('fails where no report can be read either', async () => {
    await using rocket = await stubbedRocketChat(server({}));
    const error = await failureOf(rocket.port.open(operation()).directory.page(0));
    expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_FORBIDDEN' });
  });

  test.each(['history', 'overview'] as const)('lists 230 people of the %s page by page', async (report) => {
    const usernames = userRows(230).map(({ username }) => username);
    await using rocket = await stubbedRocketChat(server({ [report]: usernames }));
    const one = rocket.port.open(operation());
    const pages = [];
    for (const index of [0, 1, 2]) pages.push(await one.directory.page(index));
    expect(pages.flatMap(({ accounts }) => accounts.map(({ key }) => key))).toEqual(usernames);
    expect(pages.map(({ total, hasMore }) => [total, hasMore])).toEqual([
      [230, true],
      [230, true],
      [230, false],
    ]);
    expect(pathsOf(rocket).filter((path) => path === USERS)).toHaveLength(1);
  });

  test('searches among usernames, finds one of them, and knows nobody by address', async () => {
    await using rocket = await stubbedRocketChat(server({ history: ['ana', 'anabel', 'bo'] }));
    const { directory } = rocket.port.open(operation());
    expect((await directory.search?.('ANA', 0))?.accounts).toEqual([
      accountNamed('ana'),
      accountNamed('anabel'),
    ]);
    expect(await directory.byKey?.('ana')).toEqual(accountNamed('ana'));
    expect(await directory.byKey?.('an')).toBeNull();
    expect(await directory.lookup?.byEmail(['ana@example.com'])).toEqual([]);
  });

  test('says why it tells less, for the operation and to its operator, until it may list agents again', async () => {
    let allowed = false;
    const reports = server({ history: ['ana'] });
    await using rocket = await stubbedRocketChat((request) =>
      allowed && request.path === USERS
        ? listed(request, { list: 'users', rows: userRows(1) })
        : reports(request),
    );
    const { directory } = rocket.port.open(operation());
    const later = rocket.port.open(operation()).directory;
    expect(directory.shortcoming?.()).toBeNull();
    await directory.page(0);
    const says = /the user may not list agents .*transfer-livechat-guest.*username only/;
    expect(directory.shortcoming?.()).toMatchObject({ code: 'UPSTREAM_FORBIDDEN' });
    expect(directory.shortcoming?.()?.message).toMatch(says);
    expect(rocket.port.warnings?.()).toEqual([expect.stringMatching(says)]);
    allowed = true;
    await later.page(0);
    expect(later.shortcoming?.()).toBeNull();
    expect(rocket.port.warnings?.()).toEqual([]);
  });
});
