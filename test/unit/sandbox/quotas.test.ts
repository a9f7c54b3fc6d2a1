import { afterEach, describe, expect, it } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../src/sandbox/index.ts';
import { type Answer, koreAi, NOW, rocketChat, tokenFor } from './callers.ts';

const AGENTS = 'livechat/users/agent';
const OVERVIEW = 'livechat/analytics/agent-overview';
const METRIC = { name: 'Total_messages', from: '2026-03-18', to: '2026-03-18' };
const TODAY = { dateFilter: { date: '2026-03-18', timeZoneOffSet: 0 } };

let clock = NOW;
const open: Sandbox[] = [];
afterEach(async () => {
  clock = NOW;
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

async function start(options: Pick<SandboxOptions, 'quotas'>): Promise<Sandbox> {
  const sandbox = await startSandbox({ agents: 12, now: () => clock, ...options });
  open.push(sandbox);
  return sandbox;
}

async function times(count: number, call: () => Promise<Answer>): Promise<number[]> {
  const statuses: number[] = [];
  for (let made = 0; made < count; made += 1) statuses.push((await call()).status);
  return statuses;
}

const repeated = (count: number, status: number): number[] => Array.from({ length: count }, () => status);

/** The answer's three headers, as numbers; null for one that is missing. */
async function rateLimitOf({ environment }: Sandbox, path: string, authToken?: string) {
  const { headers } = await fetch(`${environment.ROCKETCHAT_URL}/api/v1/${path}`, {
    headers: {
      'X-User-Id': environment.ROCKETCHAT_USER_ID ?? '',
      'X-Auth-Token': authToken ?? environment.ROCKETCHAT_AUTH_TOKEN ?? '',
    },
  });
  const names = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'];
  expect(headers.has('Retry-After')).toBe(false);
  return names.map((name) => (headers.has(name) ? Number(headers.get(name)) : null));
}

describe('Rocket.Chat’s own quota', () => {
  it('is ten calls of a route in the minute from the first one, and says so in every answer', async () => {
    const sandbox = await start({ quotas: 'real' });
    for (let remaining = 9; remaining >= 0; remaining -= 1) {
      expect(await rateLimitOf(sandbox, AGENTS)).toEqual([10, remaining, NOW + 60_000]);
      clock += 1000;
    }
    expect(await rateLimitOf(sandbox, AGENTS)).toEqual([10, 0, NOW + 60_000]);
  });

  it.each([
    [0, 60],
    [500, 60],
    [17_001, 43],
    [59_999, 1],
  ])('refuses the eleventh call %i ms after the first, to wait %i seconds', async (later, seconds) => {
    const sandbox = await start({ quotas: 'real' });
    await times(10, () => rocketChat(sandbox, AGENTS));
    clock += later;
    expect(await rocketChat(sandbox, AGENTS)).toEqual({
      status: 429,
      body: {
        success: false,
        error: `Error, too many requests. Please slow down. You must wait ${seconds} seconds before trying this endpoint again. [error-too-many-requests]`,
      },
    });
  });

  it('is whole again a minute after the first call, however many were refused', async () => {
    const sandbox = await start({ quotas: 'real' });
    await times(15, () => rocketChat(sandbox, AGENTS));
    clock += 59_999;
    expect(await times(1, () => rocketChat(sandbox, AGENTS))).toEqual([429]);
    clock += 1;
    expect(await rateLimitOf(sandbox, AGENTS)).toEqual([10, 9, NOW + 120_000]);
  });

  it('is kept for each route apart, and one for all the ids of a route', async () => {
    const sandbox = await start({ quotas: 'real' });
    await times(10, () => rocketChat(sandbox, AGENTS));
    let id = 0;
    expect(
      await times(11, () => {
        id += 1;
        return rocketChat(sandbox, `${AGENTS}/${id}`);
      }),
    ).toEqual([...repeated(10, 400), 429]);
  });

  it('is spent by faulty parameters, which the eleventh call is not told of', async () => {
    const sandbox = await start({ quotas: 'real' });
    expect(await times(11, () => rocketChat(sandbox, OVERVIEW, { name: 'x' }))).toEqual([
      ...repeated(10, 400),
      429,
    ]);
  });

  it('is neither spent nor shown where credentials are wrong or the path is unknown', async () => {
    const sandbox = await start({ quotas: 'real' });
    for (let made = 0; made < 11; made += 1) {
      expect(await rateLimitOf(sandbox, AGENTS, 'wrong')).toEqual([null, null, null]);
      expect(await rateLimitOf(sandbox, 'unheard/of')).toEqual([null, null, null]);
    }
    expect(await rateLimitOf(sandbox, AGENTS)).toEqual([10, 9, NOW + 60_000]);
  });
});

describe('Kore.ai’s own quota', () => {
  it('is sixty calls a minute for all versions together, refused in the vendor’s sentence', async () => {
    const sandbox = await start({ quotas: 'real' });
    expect(await times(59, () => koreAi(sandbox, { filter: TODAY }))).toEqual(repeated(59, 200));
    expect(await times(1, () => koreAi(sandbox, { version: '/v3', filter: TODAY }))).toEqual([200]);
    const refused = await koreAi(sandbox, { version: '/v3', filter: TODAY });
    expect(refused.status).toBe(429);
    expect(JSON.stringify(refused.body)).toContain(
      "You've exceeded the per-minute rate limit. Please wait for sometime before retrying",
    );
    clock += 60_000;
    expect((await koreAi(sandbox, { filter: TODAY })).status).toBe(200);
  });

  it('is not spent by a wrong token', async () => {
    const sandbox = await start({ quotas: 1 });
    const headers = { auth: tokenFor(sandbox.environment, { secret: 'another' }) };
    expect(await times(3, () => koreAi(sandbox, { filter: TODAY, headers }))).toEqual(repeated(3, 401));
    expect(await times(2, () => koreAi(sandbox, { filter: TODAY }))).toEqual([200, 429]);
  });
});

describe('a quota of one’s own', () => {
  it.each([0, 1, 3, 12])('of %i calls a minute is that of each bucket', async (quotas) => {
    const sandbox = await start({ quotas });
    const expected = [...repeated(quotas, 200), 429];
    expect(await times(quotas + 1, () => rocketChat(sandbox, AGENTS))).toEqual(expected);
    expect(await times(quotas + 1, () => rocketChat(sandbox, OVERVIEW, METRIC))).toEqual(expected);
    expect(await times(quotas + 1, () => koreAi(sandbox, { filter: TODAY }))).toEqual(expected);
  });

  it('is not LiveChat’s, which publishes none', async () => {
    const { environment } = await start({ quotas: 1 });
    const headers = { authorization: `Bearer ${environment.LIVECHAT_ACCESS_TOKEN}` };
    const url = `${environment.LIVECHAT_URL}/v3.6/reports/chats/total_chats`;
    for (let made = 0; made < 5; made += 1) expect((await fetch(url, { headers })).status).toBe(200);
  });
});

it.each([{}, { quotas: 'off' }] as const)('with %j nothing is counted', async (options) => {
  const sandbox = await start(options);
  expect(await times(70, () => koreAi(sandbox, { filter: TODAY }))).toEqual(repeated(70, 200));
  expect(await times(20, () => rocketChat(sandbox, AGENTS))).toEqual(repeated(20, 200));
  expect(await rateLimitOf(sandbox, AGENTS)).toEqual([null, null, null]);
});
