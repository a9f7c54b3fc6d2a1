import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import { LIVECHAT_CREDENTIALS } from '../../../src/sandbox/livechat/vendor.ts';
import { koreAi, NOW, rocketChat } from './callers.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => NOW });
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearCalls());

const AGENTS = 'livechat/users/agent';
const TODAY = { dateFilter: { date: '2026-03-18', timeZoneOffSet: 0 } };
const liveChat = (authorization: string) =>
  fetch(`${sandbox.environment.LIVECHAT_URL}/v3.6/reports/chats/total_chats`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: '{}',
  });

describe('a sandbox', () => {
  it('names every variable that three of its vendors need, and no other', () => {
    const names = Object.keys(sandbox.environment).filter((name) =>
      /^(KORE_AI|LIVECHAT|ROCKETCHAT)_/.test(name),
    );
    expect(names.sort()).toEqual([
      'KORE_AI_ACCOUNT_ID',
      'KORE_AI_CLIENT_ID',
      'KORE_AI_CLIENT_SECRET',
      'KORE_AI_STREAM_ID',
      'KORE_AI_URL',
      'LIVECHAT_ACCESS_TOKEN',
      'LIVECHAT_URL',
      'ROCKETCHAT_AUTH_TOKEN',
      'ROCKETCHAT_TIME_ZONE',
      'ROCKETCHAT_URL',
      'ROCKETCHAT_USER_ID',
    ]);
  });

  it('listens on the loopback interface only', () => {
    expect(new URL(sandbox.url).hostname).toBe('127.0.0.1');
  });

  it('lets LiveChat’s callers in with either kind of token', async () => {
    const { accountId, personalAccessToken } = LIVECHAT_CREDENTIALS;
    const basic = Buffer.from(`${accountId}:${personalAccessToken}`).toString('base64');
    expect((await liveChat(`Bearer ${sandbox.environment.LIVECHAT_ACCESS_TOKEN}`)).status).toBe(200);
    expect((await liveChat(`Basic ${basic}`)).status).toBe(200);
    expect((await liveChat('Bearer another')).status).toBe(401);
  });

  it('gives LiveChat’s tokens the scopes it is told', async () => {
    const other = await startSandbox({ now: () => NOW, liveChatScopes: ['agents--all:ro'] });
    const headers = { authorization: `Bearer ${other.environment.LIVECHAT_ACCESS_TOKEN}` };
    const called = (path: string) =>
      fetch(`${other.environment.LIVECHAT_URL}/v3.6/${path}`, { method: 'POST', headers, body: '{}' });
    expect((await called('configuration/action/list_agents')).status).toBe(200);
    expect((await called('reports/chats/total_chats')).status).toBe(403);
    await other.close();
  });

  it('makes up another centre from another seed, and the same from the same', async () => {
    const usernames = async (seed: number) => {
      const other = await startSandbox({ now: () => NOW, seed });
      const { body } = await rocketChat(other, AGENTS);
      await other.close();
      return body.users.map(({ username }: { username: string }) => username);
    };
    expect(await usernames(1)).toEqual(await usernames(1));
    expect(await usernames(1)).not.toEqual(await usernames(2));
  });

  it('is gone once it is closed', async () => {
    const closed = await startSandbox({ now: () => NOW });
    await closed.close();
    await expect(fetch(closed.url)).rejects.toThrow();
  });
});

describe('the log of calls', () => {
  it('tells vendor, route, parameters and outcome', async () => {
    await rocketChat(sandbox, `${AGENTS}/somebody`);
    await rocketChat(sandbox, AGENTS, { count: 5, text: 'a' });
    await koreAi(sandbox, { filter: TODAY, query: { limit: 3 } });
    await rocketChat(sandbox, 'unheard/of');
    expect(sandbox.calls).toMatchObject([
      { vendor: 'ROCKET_CHAT', method: 'GET', route: '/api/v1/livechat/users/agent/:_id', status: 400 },
      { vendor: 'ROCKET_CHAT', path: '/api/v1/livechat/users/agent', query: { count: '5', text: 'a' } },
      { vendor: 'KORE_AI', method: 'POST', query: { limit: '3' }, body: { filter: TODAY }, status: 200 },
      { vendor: 'ROCKET_CHAT', route: null, status: 404 },
    ]);
    sandbox.clearCalls();
    expect(sandbox.calls).toEqual([]);
  });
});

describe('a failing vendor', () => {
  afterEach(() => {
    for (const vendor of ['ROCKET_CHAT', 'KORE_AI', 'LIVECHAT'] as const) sandbox.fail(vendor, null);
  });

  it('answers every call with its own error, is logged, leaves the others alone, and recovers', async () => {
    sandbox.fail('ROCKET_CHAT', 429);
    const refused = await rocketChat(sandbox, AGENTS);
    expect(refused.status).toBe(429);
    expect(refused.body.error).toMatch(/^Error, too many requests\..*\[error-too-many-requests\]$/);
    expect((await koreAi(sandbox, { filter: TODAY })).status).toBe(200);
    expect(sandbox.calls[0]).toMatchObject({ status: 429, route: '/api/v1/livechat/users/agent' });
    sandbox.fail('ROCKET_CHAT', null);
    expect((await rocketChat(sandbox, AGENTS)).status).toBe(200);
  });

  it('speaks in LiveChat’s words where it is LiveChat', async () => {
    sandbox.fail('LIVECHAT', 401);
    const response = await liveChat('Bearer any');
    expect(await response.json()).toEqual({
      error: { type: 'authentication', message: 'Invalid access token' },
    });
  });

  it('is a proxy’s page where it cannot be reached', async () => {
    sandbox.fail('KORE_AI', 502);
    const response = await fetch(`${sandbox.environment.KORE_AI_URL}/anything`, {
      method: 'POST',
      body: '{}',
    });
    expect(response.status).toBe(502);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toMatch(/^<html>/);
  });
});

describe('a request that no vendor would take', () => {
  it('is not found, in the vendor’s own words', async () => {
    expect(await rocketChat(sandbox, 'unheard/of')).toEqual({
      status: 404,
      body: { status: 'error', message: 'API endpoint does not exist' },
    });
  });

  it('is refused where the body is longer than a megabyte', async () => {
    const body = 'x'.repeat(1_000_001);
    const response = await fetch(`${sandbox.environment.KORE_AI_URL}/anything`, { method: 'POST', body });
    expect(response.status).toBe(413);
  });
});
