import { afterEach, describe, expect, it } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../../src/sandbox/index.ts';
import { ROCKET_CHAT_PERMISSIONS } from '../../../../src/sandbox/rocket-chat/permissions.ts';
import { ROCKET_CHAT_VERSIONS } from '../../../../src/sandbox/rocket-chat/versions.ts';
import { NOW, rocketChat } from '../callers.ts';
import { staffOf } from '../staff.ts';

const AGENTS = 'livechat/users/agent';
const HISTORY = 'livechat/analytics/agents/available-for-service-history';
const OVERVIEW = 'livechat/analytics/agent-overview';
const AVAILABLE = 'omnichannel/agents/available';
const DAYS = { start: '2026-03-16', end: '2026-03-17' };
const METRIC = { name: 'Total_messages', from: '2026-03-16', to: '2026-03-17' };

const LISTING = ['transfer-livechat-guest', 'edit-omnichannel-contact'];
const MANAGING = ['view-livechat-manager'];
const ASSIGNING = ['manage-agent-extension-association'];
const NOT_PERMITTED = 'User does not have the permissions required for this action [error-unauthorized]';

/** Every call that the sandbox answers, with what it needs (any of it) and what is said to who lacks it. */
const CALLS = [
  { path: AGENTS, query: {}, needs: LISTING, told: 'unauthorized' },
  { path: `${AGENTS}/:id`, query: {}, needs: MANAGING, told: NOT_PERMITTED },
  { path: HISTORY, query: DAYS, needs: MANAGING, told: NOT_PERMITTED },
  { path: OVERVIEW, query: METRIC, needs: MANAGING, told: NOT_PERMITTED },
  { path: AVAILABLE, query: {}, needs: ASSIGNING, told: NOT_PERMITTED },
] as const;

const open: Sandbox[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

async function start(options: SandboxOptions): Promise<Sandbox> {
  const sandbox = await startSandbox({ agents: 12, now: () => NOW, ...options });
  open.push(sandbox);
  return sandbox;
}

/** The path with an agent's id where it takes one. */
function pathIn({ centre }: Sandbox, path: string): string {
  const users = staffOf(centre).flatMap(({ rocketChat: user }) => user ?? []);
  return path.replace(':id', users[0]?.userId ?? '');
}

describe('a user is permitted', () => {
  it.each<[string, SandboxOptions]>([
    ['everything unless told', {}],
    ['everything by all permissions', { rocketChatPermissions: ROCKET_CHAT_PERMISSIONS }],
    ...ROCKET_CHAT_PERMISSIONS.map((permission): [string, SandboxOptions] => [
      `something by ${permission}`,
      { rocketChatPermissions: [permission] },
    ]),
    ['nothing by none', { rocketChatPermissions: [] }],
  ])('%s', async (_, options) => {
    const sandbox = await start(options);
    const granted: readonly string[] = options.rocketChatPermissions ?? ROCKET_CHAT_PERMISSIONS;
    for (const { path, query, needs, told } of CALLS) {
      const answer = await rocketChat(sandbox, pathIn(sandbox, path), query);
      const isAllowed = needs.some((permission) => granted.includes(permission));
      if (isAllowed) expect([path, answer.status]).toEqual([path, 200]);
      else expect(answer).toEqual({ status: 403, body: { success: false, error: told } });
    }
  });
});

describe('a server without an enterprise licence', () => {
  it.each(ROCKET_CHAT_VERSIONS)('of version %s refuses the history and nothing else', async (version) => {
    const sandbox = await start({ rocketChatLicence: false, rocketChatVersion: version });
    expect(await rocketChat(sandbox, HISTORY, DAYS)).toEqual({
      status: 400,
      body: {
        success: false,
        error: 'This is an enterprise feature [error-action-not-allowed]',
        errorType: 'error-action-not-allowed',
      },
    });
    expect((await rocketChat(sandbox, AGENTS)).status).toBe(200);
    expect((await rocketChat(sandbox, OVERVIEW, METRIC)).status).toBe(200);
  });
});

/** What may be wrong with a call of the history. */
type Fault = 'login' | 'permission' | 'licence' | 'quota' | 'params' | 'date';

const TOLD: Readonly<Record<Fault, readonly [status: number, error: RegExp]>> = {
  login: [401, /You must be logged in/],
  permission: [403, /permissions required/],
  licence: [400, /enterprise feature/],
  quota: [429, /too many requests/],
  params: [400, /additional properties/],
  date: [400, /must be a valid date/],
};
const FROM_8 = ['login', 'permission', 'licence', 'quota', 'params', 'date'] as const;
const BEFORE_8 = ['licence', 'login', 'quota', 'params', 'permission', 'date'] as const;
const ORDERS = {
  '6.4': BEFORE_8,
  '7.0': BEFORE_8,
  '7.10': BEFORE_8,
  '7.13': BEFORE_8,
  '8.0': FROM_8,
  '8.8': FROM_8,
} as const;

async function callWith(faults: readonly Fault[], options: SandboxOptions) {
  const sandbox = await start({
    ...options,
    ...(faults.includes('permission') ? { rocketChatPermissions: [] } : {}),
    ...(faults.includes('quota') ? { quotas: 0 } : {}),
    rocketChatLicence: !faults.includes('licence'),
  });
  const query = {
    ...DAYS,
    ...(faults.includes('params') ? { unheardOf: 1 } : {}),
    ...(faults.includes('date') ? { start: 'x' } : {}),
  };
  return () => rocketChat(sandbox, HISTORY, query, faults.includes('login') ? {} : undefined);
}

describe.each(ROCKET_CHAT_VERSIONS)('of a call with many faults, version %s', (version) => {
  const order = ORDERS[version];

  it.each(order.map((first, at) => [first, order.slice(at)] as const))(
    'tells first of the %s, where it has the faults %j',
    async (first, faults) => {
      const call = await callWith(faults, { rocketChatVersion: version });
      const { status, body } = await call();
      const [expected, error] = TOLD[first];
      expect(status).toBe(expected);
      expect(body.error ?? body.message).toMatch(error);
    },
  );

  it.each(order.filter((fault) => fault !== 'quota'))(
    'takes the %s from the quota only where that is counted before',
    async (fault) => {
      const call = await callWith([fault], { rocketChatVersion: version, quotas: 1 });
      const statuses = [(await call()).status, (await call()).status];
      const isSpent = order.indexOf(fault) > order.indexOf('quota');
      expect(statuses).toEqual([TOLD[fault][0], isSpent ? 429 : TOLD[fault][0]]);
    },
  );
});

describe('the list of agents, which asks for permissions by itself,', () => {
  const refused: SandboxOptions = { rocketChatPermissions: ['view-livechat-manager'] };

  it.each(['7.13', '8.0'] as const)('spends the quota of version %s before', async (rocketChatVersion) => {
    const sandbox = await start({ ...refused, rocketChatVersion, quotas: 1 });
    expect((await rocketChat(sandbox, AGENTS)).status).toBe(403);
    expect((await rocketChat(sandbox, AGENTS)).status).toBe(429);
  });

  it.each([
    [{ count: 'many' }, 400],
    [{ sort: '{' }, 400],
    [{ count: 0 }, 403],
  ])('answers %j with %i', async (query, status) => {
    const sandbox = await start({ ...refused, rocketChatVersion: '8.0' });
    expect((await rocketChat(sandbox, AGENTS, query as Record<string, string>)).status).toBe(status);
  });
});
