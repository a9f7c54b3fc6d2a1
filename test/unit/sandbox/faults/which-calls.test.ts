import { afterEach, describe, expect, it } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../../src/sandbox/index.ts';
import { koreAi, NOW, rocketChat } from '../callers.ts';
import { callOnce, VENDORS } from './line.ts';

const AGENTS = 'livechat/users/agent';
const AVAILABLE = 'omnichannel/agents/available';
const OVERVIEW = 'livechat/analytics/agent-overview';

const opened: Sandbox[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((sandbox) => sandbox.close()));
});

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ agents: 12, now: () => NOW, ...options });
  opened.push(sandbox);
  return sandbox;
}

async function statuses(count: number, sandbox: Sandbox, path = AGENTS): Promise<number[]> {
  const seen: number[] = [];
  for (let made = 0; made < count; made += 1) seen.push((await rocketChat(sandbox, path)).status);
  return seen;
}

describe('a fault', () => {
  it.each(VENDORS)('of %s leaves the other vendors alone', async (vendor) => {
    const sandbox = await start();
    sandbox.fault(vendor, '500');
    for (const other of VENDORS) {
      expect((await callOnce(sandbox, other)).status).toBe(other === vendor ? 500 : 200);
    }
  });

  it('befalls only as many calls as it is told', async () => {
    const sandbox = await start();
    sandbox.fault('ROCKET_CHAT', '500', { times: 2 });
    expect(await statuses(4, sandbox)).toEqual([500, 500, 200, 200]);
  });

  it('befalls one of so many calls', async () => {
    const sandbox = await start();
    sandbox.fault('ROCKET_CHAT', '500', { every: 3 });
    expect(await statuses(7, sandbox)).toEqual([200, 200, 500, 200, 200, 500, 200]);
  });

  it('of one in two calls, twice, is over after four', async () => {
    const sandbox = await start();
    sandbox.fault('ROCKET_CHAT', '500', { every: 2, times: 2 });
    expect(await statuses(6, sandbox)).toEqual([200, 500, 200, 500, 200, 200]);
  });

  it.each([
    { route: 'users/agent', path: AGENTS, status: 500 },
    { route: 'users/agent', path: `${AGENTS}/somebody`, status: 500 },
    { route: 'agent', path: `${AGENTS}/somebody`, status: 500 },
    { route: 'api/v1/livechat', path: AGENTS, status: 500 },
    { route: 'users', path: AVAILABLE, status: 200 },
    { route: 'agents', path: AGENTS, status: 200 },
    { route: 'agents/available', path: AVAILABLE, status: 500 },
    { route: 'agents', path: 'unheard/of/agents', status: 404 },
  ])('of $route leads $path to $status', async ({ route, path, status }) => {
    const sandbox = await start();
    sandbox.fault('ROCKET_CHAT', '500', { route });
    expect(await statuses(1, sandbox, path)).toEqual([status]);
  });

  it('of a route that the vendor does not have is refused, with the routes that it has', async () => {
    const sandbox = await start();
    expect(() => sandbox.fault('ROCKET_CHAT', 'hang', { route: 'overview' })).toThrow(
      /^ROCKET_CHAT has no route with overview in it, only .*agent-overview/,
    );
    expect(await statuses(1, sandbox)).toEqual([200]);
  });

  it('of a longer route goes before that of a shorter one, and before the vendor’s, in whatever order they came', async () => {
    const sandbox = await start();
    sandbox.fault('ROCKET_CHAT', 'token-expired', { route: AGENTS, times: 1 });
    sandbox.fault('ROCKET_CHAT', '500');
    sandbox.fault('ROCKET_CHAT', '503-retry-after', { route: 'users', times: 1 });
    expect(await statuses(4, sandbox)).toEqual([401, 503, 500, 500]);
  });

  it('takes the place of the one that the route had', async () => {
    const sandbox = await start();
    sandbox.fault('ROCKET_CHAT', '500', { every: 2 });
    expect(await statuses(1, sandbox)).toEqual([200]);
    sandbox.fault('ROCKET_CHAT', 'token-expired');
    expect(await statuses(2, sandbox)).toEqual([401, 401]);
  });

  it('is taken away for its route alone, or all of the vendor’s at once', async () => {
    const sandbox = await start();
    const route = 'agent-overview';
    const both = async () => [...(await statuses(1, sandbox)), ...(await statuses(1, sandbox, OVERVIEW))];
    sandbox.fault('KORE_AI', '500');
    sandbox.fault('ROCKET_CHAT', '500');
    sandbox.fault('ROCKET_CHAT', 'token-expired', { route });
    expect(await both()).toEqual([500, 401]);
    sandbox.fault('ROCKET_CHAT', null, { route });
    expect(await both()).toEqual([500, 500]);
    sandbox.fault('ROCKET_CHAT', 'token-expired', { route });
    sandbox.fault('ROCKET_CHAT', null);
    expect(await both()).toEqual([200, 400]);
    expect((await koreAi(sandbox, {})).status).toBe(500);
  });

  it('and a status to fail with are one and the same thing, which the last word decides', async () => {
    const sandbox = await start();
    sandbox.fault('ROCKET_CHAT', 'token-expired');
    sandbox.fail('ROCKET_CHAT', 403);
    expect(await statuses(1, sandbox)).toEqual([403]);
    expect(sandbox.calls).toMatchObject([{ fault: null, status: 403 }]);
    sandbox.fault('ROCKET_CHAT', '500');
    sandbox.fail('ROCKET_CHAT', null);
    expect(await statuses(1, sandbox)).toEqual([200]);
  });

  it('spends the vendor’s quota only where it spoils a true answer', async () => {
    const sandbox = await start({ quotas: 1 });
    const broken = async () => (await callOnce(sandbox, 'ROCKET_CHAT')).status;
    sandbox.fault('ROCKET_CHAT', '500');
    expect([await broken(), await broken()]).toEqual([500, 500]);
    sandbox.fault('ROCKET_CHAT', 'truncated-json');
    expect([await broken(), await broken()]).toEqual([200, 429]);
  });
});

describe('faults from the start', () => {
  it('are on before the first call', async () => {
    const sandbox = await start({
      faults: [
        { vendor: 'KORE_AI', fault: '503-retry-after' },
        { vendor: 'ROCKET_CHAT', fault: '500', route: 'agent-overview', times: 1 },
      ],
    });
    expect((await koreAi(sandbox, {})).status).toBe(503);
    expect(await statuses(2, sandbox, OVERVIEW)).toEqual([500, 400]);
    expect(await statuses(1, sandbox)).toEqual([200]);
  });

  it('keep a sandbox from starting where one is for a route that is not there', async () => {
    await expect(
      startSandbox({ faults: [{ vendor: 'LIVECHAT', fault: 'hang', route: 'reports/chat' }] }),
    ).rejects.toThrow(/LIVECHAT has no route with reports\/chat in it, only .*reports\/chats\/total_chats/);
  });
});

describe('the server that redirects lead to', () => {
  it('knows who followed, and what of the credential was taken along', async () => {
    const sandbox = await start();
    sandbox.fault('ROCKET_CHAT', 'redirect');
    const { location } = (await callOnce(sandbox, 'ROCKET_CHAT')).headers;
    expect(new URL(location ?? '').pathname).toBe('/rocket-chat/api/v1/livechat/users/agent');
    expect(sandbox.strayCalls).toEqual([]);

    // `fetch` follows, and knows only `Authorization` for a credential.
    expect(await rocketChat(sandbox, AGENTS, { count: 5 })).toEqual({ status: 200, body: {} });
    expect(sandbox.strayCalls).toMatchObject([
      {
        method: 'GET',
        target: '/rocket-chat/api/v1/livechat/users/agent?count=5',
        headers: { 'x-auth-token': sandbox.environment.ROCKETCHAT_AUTH_TOKEN },
      },
    ]);
    sandbox.clearCalls();
    expect(sandbox.strayCalls).toEqual([]);
  });
});
