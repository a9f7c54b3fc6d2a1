import { afterEach, describe, expect, it } from 'vitest';
import { EnvironmentReader } from '../../../src/environment.ts';
import { createChatLog } from '../../../src/sandbox/centre/chats.ts';
import { readSandboxConfig } from '../../../src/sandbox/config.ts';
import { type Sandbox, type SandboxVendor, startSandbox } from '../../../src/sandbox/index.ts';
import type { SandboxOptions } from '../../../src/sandbox/options.ts';
import { createQuota } from '../../../src/sandbox/quotas.ts';
import { SANDBOX_VENDORS, type VendorOptions } from '../../../src/sandbox/registry.ts';
import type { SandboxAnswer } from '../../../src/sandbox/vendor.ts';
import { DAY, NOW } from './callers.ts';
import { callOnce, VENDORS } from './faults/line.ts';

interface HootOptions extends VendorOptions {
  readonly hootGreeting?: string;
}

/** A vendor that only this test has: the chats of its last day. It draws both when it is created and when it is asked. */
const hoot: SandboxVendor<HootOptions> = {
  id: 'HOOT',
  prefix: '/hoot',
  readOptions: (reader) => ({ hootGreeting: reader.oneOf('SANDBOX_HOOT_GREETING', ['hoo', 'hooo'], 'hoo') }),
  environment: (url, { hootGreeting = 'hoo' }) => ({ HOOT_URL: url, HOOT_GREETING: hootGreeting }),
  quotaVariable: 'HOOT_CALLS_PER_MINUTE',
  failure: (status) => ({ status, body: { hoot: `failed with ${status}` } }),
  async create({ centre, random, quotas }) {
    const quota = createQuota(quotas, 3, centre.now);
    const nests = centre.members.map(({ index }) => random('nest', index).whole(1, 9));
    const chats = createChatLog(centre, {
      random,
      serves: ({ place }) => place >= 30,
      details: (ofChat) => ({ hoots: ofChat.whole(1, 9) }),
      whileOpen: { hoots: 0 },
    });
    const answer = (): SandboxAnswer => ({
      status: 200,
      body: chats
        .between(NOW - DAY, NOW)
        .map(({ member, hoots }) => ({ member, hoots, nest: nests[member ?? 0] })),
    });
    return {
      routes: [
        {
          method: 'GET',
          pattern: '/owls/chats',
          handle: () => (quota('all')?.exceeded ? { status: 429, body: { hoot: 'too often' } } : answer()),
        },
      ],
      notFound: { status: 404, body: { hoot: 'no such owl' } },
    };
  },
};

const WITH_HOOT = [hoot, ...SANDBOX_VENDORS];

const open: Sandbox[] = [];
afterEach(() => Promise.all(open.splice(0).map((sandbox) => sandbox.close())));

async function start(
  options: SandboxOptions,
  vendors: readonly SandboxVendor<VendorOptions>[] = WITH_HOOT,
): Promise<Sandbox> {
  const sandbox = await startSandbox({ now: () => NOW, ...options }, vendors);
  open.push(sandbox);
  return sandbox;
}

function configOf(environment: Readonly<Record<string, string>>) {
  const reader = new EnvironmentReader(environment);
  return { config: readSandboxConfig(reader, WITH_HOOT), faults: reader.faults, known: reader.known };
}

const chatsOf = async ({ environment }: Sandbox) => {
  const response = await fetch(`${environment.HOOT_URL}/owls/chats`);
  return { status: response.status, body: await response.json() };
};

describe('a further vendor of the sandbox', () => {
  it('is served under its prefix, over the same centre, and logged by its id', async () => {
    const sandbox = await start({});
    const { status, body } = await chatsOf(sandbox);
    expect(status).toBe(200);
    expect(body.length).toBeGreaterThan(10);
    for (const { member } of body) {
      expect(sandbox.centre.members[member ?? -1]?.place ?? 30).toBeGreaterThanOrEqual(30);
    }
    expect(await (await fetch(`${sandbox.url}/hoot/owls/eggs`)).json()).toEqual({ hoot: 'no such owl' });
    expect(sandbox.calls).toMatchObject([
      { vendor: 'HOOT', route: '/owls/chats', status: 200 },
      { vendor: 'HOOT', route: null, path: '/owls/eggs', status: 404 },
    ]);
  });

  it('reads its own variable and names the variables that point at it', async () => {
    const { config, known } = configOf({ SANDBOX_HOOT_GREETING: 'hooo' });
    const { environment } = await start(config);
    expect(known).toContain('SANDBOX_HOOT_GREETING');
    expect(environment).toMatchObject({ HOOT_GREETING: 'hooo', HOOT_URL: expect.stringMatching(/\/hoot$/) });
    expect(configOf({ SANDBOX_HOOT_GREETING: 'moo' }).faults).toEqual([
      'SANDBOX_HOOT_GREETING must be one of hoo, hooo.',
    ]);
  });

  it('has faults by SANDBOX_FAULTS, in its own words, and by route', async () => {
    const { config } = configOf({ SANDBOX_FAULTS: 'HOOT/owls=503-retry-after' });
    const sandbox = await start(config);
    expect(await chatsOf(sandbox)).toEqual({ status: 503, body: { hoot: 'failed with 503' } });
    sandbox.fault('HOOT', null);
    expect((await chatsOf(sandbox)).status).toBe(200);
    expect(() => sandbox.fault('HOOT', 'hang', { route: 'eggs' })).toThrow('only /owls/chats');
    expect(configOf({ SANDBOX_FAULTS: 'HUT=hang' }).faults.join()).toContain(
      'must be one of HOOT, ROCKET_CHAT',
    );
  });

  it.each([
    ['off', 6, 'unlimited'],
    ['real', 3, undefined],
    [2, 2, '2'],
  ] as const)(
    'has the quota %s, of six calls lets %i through, and says %s',
    async (quotas, through, limit) => {
      const sandbox = await start({ quotas });
      const statuses: number[] = [];
      for (let call = 0; call < 6; call += 1) statuses.push((await chatsOf(sandbox)).status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(through);
      expect(statuses.filter((status) => status === 429)).toHaveLength(6 - through);
      expect(sandbox.quotaEnvironment.HOOT_CALLS_PER_MINUTE).toBe(limit);
    },
  );

  it.each(VENDORS)('changes no byte of what %s answers', async (vendor) => {
    const [alone, beside] = [await start({}, SANDBOX_VENDORS), await start({})];
    await chatsOf(beside);
    const answers = await Promise.all([alone, beside].map((sandbox) => callOnce(sandbox, vendor)));
    const [one, other] = answers.map(({ status, body }) => ({ status, body: body.toString() }));
    expect(one?.status).toBe(200);
    expect(one?.body.length).toBeGreaterThan(200);
    expect(other).toEqual(one);
  });
});

it('A vendor that the sandbox does not have cannot fail', async () => {
  const sandbox = await start({}, SANDBOX_VENDORS);
  expect(() => sandbox.fail('HOOT', 500)).toThrow('The sandbox has no vendor HOOT.');
});
