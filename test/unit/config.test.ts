import { describe, expect, it } from 'vitest';
import { ConfigurationError, readConfig } from '../../src/config.ts';
import { FAULT_NAMES, startSandbox } from '../../src/sandbox/index.ts';
import { LIVECHAT_SCOPES } from '../../src/sandbox/livechat/scopes.ts';
import { ROCKET_CHAT_PERMISSIONS } from '../../src/sandbox/rocket-chat/permissions.ts';
import { ROCKET_CHAT_VERSIONS } from '../../src/sandbox/rocket-chat/versions.ts';

const ROCKET_CHAT = {
  ROCKETCHAT_URL: 'https://chat.example.com/',
  ROCKETCHAT_USER_ID: 'uid',
  ROCKETCHAT_AUTH_TOKEN: 'secret-token',
};
const KORE_AI = {
  KORE_AI_URL: 'https://platform.example.com',
  KORE_AI_ACCOUNT_ID: 'account-1',
  KORE_AI_STREAM_ID: 'st-1',
  KORE_AI_CLIENT_ID: 'cs-1',
  KORE_AI_CLIENT_SECRET: 'secret-client',
};
const LIVECHAT = { LIVECHAT_ACCESS_TOKEN: 'secret-bearer' };

function faultsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  throw new Error('The configuration was accepted');
}

describe('the configuration', () => {
  it('has defaults, and no vendor, in an empty environment', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      deadlineMilliseconds: 10_000,
      maxCalls: 60,
      timeZone: 'UTC',
    });
    expect(config.memory).toEqual({ freshMilliseconds: 15_000, staleMilliseconds: 600_000 });
    expect(config.vendors.size).toBe(0);
  });

  it('takes each vendor wholly from its variables', () => {
    const { vendors } = readConfig({ ...ROCKET_CHAT, ...KORE_AI, ...LIVECHAT });
    expect(Object.fromEntries(vendors)).toMatchObject({
      ROCKET_CHAT: { url: 'https://chat.example.com', timeZone: 'UTC' },
      KORE_AI: { apiVersion: '1', streamId: 'st-1', credential: { kind: 'client', clientId: 'cs-1' } },
      LIVECHAT: { url: 'https://api.livechatinc.com', apiVersion: '3.6' },
    });
  });

  it.each([ROCKET_CHAT, KORE_AI, LIVECHAT])(
    'leaves the other vendors out where only one is set',
    (vendor) => {
      expect(readConfig(vendor).vendors.size).toBe(1);
    },
  );

  it('takes the vendors’ quotas from what they publish, unless told', () => {
    const quotas = (environment: Record<string, string>) => {
      const { vendors } = readConfig({ ...ROCKET_CHAT, ...KORE_AI, ...LIVECHAT, ...environment });
      return Array.from(
        vendors.values() as Iterable<{ callsPerMinute: number }>,
        (one) => one.callsPerMinute,
      );
    };
    expect(quotas({})).toEqual([10, 60, Number.POSITIVE_INFINITY]);
    const told = { ROCKETCHAT_CALLS_PER_MINUTE: 'unlimited', KORE_AI_CALLS_PER_MINUTE: '30' };
    expect(quotas({ ...told, LIVECHAT_CALLS_PER_MINUTE: '180' })).toEqual([
      Number.POSITIVE_INFINITY,
      30,
      180,
    ]);
  });

  it('treats a blank variable as unset', () => {
    expect(readConfig({ ROCKETCHAT_URL: '  ', LIVECHAT_ACCESS_TOKEN: '' }).vendors.size).toBe(0);
  });

  it('reports every fault of every vendor at once, and shows no value', () => {
    const message = faultsOf({
      PORT: 'secret-port',
      ROCKETCHAT_URL: 'ftp://secret-user:secret-password@chat.example.com',
      ROCKETCHAT_TIME_ZONE: 'secret-zone',
      KORE_AI_URL: 'secret-url',
      KORE_AI_CLIENT_SECRET: 'secret-client',
      KORE_AI_JWT: 'secret-jwt',
      LIVECHAT_ACCOUNT_ID: 'secret-account',
      LIVECHAT_API_VERSION: 'secret-version',
    });
    for (const variable of [
      'PORT',
      'ROCKETCHAT_URL',
      'ROCKETCHAT_USER_ID',
      'ROCKETCHAT_AUTH_TOKEN',
      'ROCKETCHAT_TIME_ZONE',
      'KORE_AI_URL',
      'KORE_AI_ACCOUNT_ID',
      'KORE_AI_STREAM_ID',
      'KORE_AI_JWT',
      'LIVECHAT_PERSONAL_ACCESS_TOKEN',
      'LIVECHAT_API_VERSION',
    ]) {
      expect(message).toContain(`- ${variable} `);
    }
    expect(message).not.toContain('secret-');
  });

  it.each([
    [undefined, 'off'],
    ['off', 'off'],
    ['real', 'real'],
    ['0', 0],
    ['600', 600],
  ])('reads SANDBOX_QUOTAS=%s as %j', (value, quotas) => {
    expect(readConfig({ SANDBOX_QUOTAS: value }).sandbox.quotas).toBe(quotas);
  });

  it('offers every version of Rocket.Chat that the sandbox has, the newest with every endpoint unless told', () => {
    const versionOf = (value?: string) =>
      readConfig({ SANDBOX_ROCKETCHAT_VERSION: value }).sandbox.rocketChatVersion;
    expect(ROCKET_CHAT_VERSIONS.map(versionOf)).toEqual(ROCKET_CHAT_VERSIONS);
    expect(versionOf()).toBe('7.13');
  });

  it('offers every fault that the sandbox has', () => {
    const all = FAULT_NAMES.map((name) => `KORE_AI=${name}`).join(',');
    const { faults } = readConfig({ SANDBOX_FAULTS: all }).sandbox;
    expect(faults.map(({ fault }) => fault)).toEqual(FAULT_NAMES);
  });

  it.each([
    [undefined, []],
    ['LIVECHAT=500', [{ vendor: 'LIVECHAT', fault: '500', route: '' }]],
    [
      'KORE_AI=hang, ROCKET_CHAT/agent-overview=503-retry-after,LIVECHAT/reports/chats=drip',
      [
        { vendor: 'KORE_AI', fault: 'hang', route: '' },
        { vendor: 'ROCKET_CHAT', fault: '503-retry-after', route: 'agent-overview' },
        { vendor: 'LIVECHAT', fault: 'drip', route: 'reports/chats' },
      ],
    ],
  ])('reads SANDBOX_FAULTS=%s', (value, faults) => {
    expect(readConfig({ SANDBOX_FAULTS: value }).sandbox.faults).toMatchObject(faults);
  });

  it.each([
    ['hang', '1 "hang": it must be VENDOR=fault or VENDOR/route=fault'],
    ['KORE_AI=', '1 "KORE_AI=": it must be VENDOR=fault'],
    ['KORE_AI/=hang', '1 "KORE_AI/=hang": it must be VENDOR=fault'],
    ['KORE_AI=hang,', '2 "": it must be VENDOR=fault'],
    [
      'LIVECHAT=500, KOREAI=hang',
      '2 "KOREAI=hang": the vendor must be one of ROCKET_CHAT, KORE_AI, LIVECHAT',
    ],
    ['kore_ai=hang', '1 "kore_ai=hang": the vendor must be one of'],
    [
      'LIVECHAT=500,LIVECHAT=reset,KORE_AI=hung',
      `3 "KORE_AI=hung": the fault must be one of ${FAULT_NAMES.toSorted().join(', ')}.`,
    ],
  ])('refuses SANDBOX_FAULTS=%s with item %s', (value, right) => {
    expect(faultsOf({ SANDBOX_FAULTS: value })).toContain(`SANDBOX_FAULTS, item ${right}`);
  });

  it('names the item of SANDBOX_FAULTS whose route the sandbox lacks, and the routes that it has', async () => {
    const { sandbox } = readConfig({ SANDBOX_FAULTS: 'KORE_AI=hang,ROCKET_CHAT/overview=hang' });
    await expect(startSandbox(sandbox)).rejects.toThrow(
      /^SANDBOX_FAULTS, item 2 "ROCKET_CHAT\/overview=hang": ROCKET_CHAT has no route with overview in it, only .*agent-overview/,
    );
  });

  it.each([
    ['a secret of some length', ['a secret of some length']],
    ['the newest secret, the older secret', ['the newest secret', 'the older secret']],
    [undefined, null],
    [' ', null],
  ])('reads DESKGRAPH_SECRET=%s as %j', (value, secrets) => {
    expect(readConfig({ DESKGRAPH_SECRET: value }).secrets).toEqual(secrets);
  });

  it.each(['short', 'the newest secret,', ',the older secret', 'the newest secret,short', ','])(
    'refuses DESKGRAPH_SECRET=%s without showing it',
    (value) => {
      const message = faultsOf({ DESKGRAPH_SECRET: value });
      expect(message).toContain('DESKGRAPH_SECRET must have at least 16 characters');
      expect(message).not.toMatch(/short|the (newest|older) secret/);
    },
  );

  const [transfer, , view] = ROCKET_CHAT_PERMISSIONS;
  it.each([
    ['SANDBOX_ROCKETCHAT_PERMISSIONS', undefined, ROCKET_CHAT_PERMISSIONS],
    ['SANDBOX_ROCKETCHAT_PERMISSIONS', ' ', ROCKET_CHAT_PERMISSIONS],
    ['SANDBOX_ROCKETCHAT_PERMISSIONS', ROCKET_CHAT_PERMISSIONS.join(','), ROCKET_CHAT_PERMISSIONS],
    ['SANDBOX_ROCKETCHAT_PERMISSIONS', `${view}, ${transfer},${view}`, [transfer, view]],
    ['SANDBOX_ROCKETCHAT_PERMISSIONS', 'none', []],
    ['SANDBOX_LIVECHAT_SCOPES', undefined, LIVECHAT_SCOPES],
    ['SANDBOX_LIVECHAT_SCOPES', LIVECHAT_SCOPES.join(','), LIVECHAT_SCOPES],
    ['SANDBOX_LIVECHAT_SCOPES', 'reports_read', ['reports_read']],
    ['SANDBOX_LIVECHAT_SCOPES', 'none', []],
  ])('reads %s=%s as %j', (name, value, expected) => {
    const { rocketChatPermissions, liveChatScopes } = readConfig({ [name]: value }).sandbox;
    const isScopes = name === 'SANDBOX_LIVECHAT_SCOPES';
    expect(isScopes ? liveChatScopes : rocketChatPermissions).toEqual(expected);
    expect(isScopes ? rocketChatPermissions : liveChatScopes).toEqual(
      isScopes ? ROCKET_CHAT_PERMISSIONS : LIVECHAT_SCOPES,
    );
  });

  it.each([
    [undefined, true],
    ['on', true],
    ['off', false],
  ])('reads SANDBOX_ROCKETCHAT_LICENCE=%s as %j', (value, licence) => {
    expect(readConfig({ SANDBOX_ROCKETCHAT_LICENCE: value }).sandbox.rocketChatLicence).toBe(licence);
  });

  it.each([
    [{ SANDBOX_QUOTAS: '-1' }, 'SANDBOX_QUOTAS must be off, real or a whole number'],
    [{ SANDBOX_QUOTAS: '1.5' }, 'SANDBOX_QUOTAS must be off, real or a whole number'],
    [{ SANDBOX_QUOTAS: 'on' }, 'SANDBOX_QUOTAS must be off, real or a whole number'],
    [{ SANDBOX_ROCKETCHAT_VERSION: '5.0' }, 'SANDBOX_ROCKETCHAT_VERSION must be one of 6.4, 7.0, 7.10'],
    [
      { SANDBOX_ROCKETCHAT_PERMISSIONS: 'view' },
      'SANDBOX_ROCKETCHAT_PERMISSIONS must be none, or any of transfer-',
    ],
    [
      { SANDBOX_ROCKETCHAT_PERMISSIONS: `none,${view}` },
      'SANDBOX_ROCKETCHAT_PERMISSIONS must be none, or any of',
    ],
    [
      { SANDBOX_ROCKETCHAT_PERMISSIONS: `${view},` },
      'SANDBOX_ROCKETCHAT_PERMISSIONS must be none, or any of',
    ],
    [{ SANDBOX_ROCKETCHAT_LICENCE: 'yes' }, 'SANDBOX_ROCKETCHAT_LICENCE must be one of on, off'],
    [
      { SANDBOX_LIVECHAT_SCOPES: 'reports' },
      'SANDBOX_LIVECHAT_SCOPES must be none, or any of reports_read, agents--',
    ],
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535'],
    [{ DESKGRAPH_DEADLINE_MS: '0' }, 'DESKGRAPH_DEADLINE_MS must be a whole number'],
    [{ DESKGRAPH_MAX_CALLS: '0' }, 'DESKGRAPH_MAX_CALLS must be a whole number from 1'],
    [{ DESKGRAPH_FRESH_MS: '-1' }, 'DESKGRAPH_FRESH_MS must be a whole number from 0'],
    [{ DESKGRAPH_STALE_MS: 'long' }, 'DESKGRAPH_STALE_MS must be a whole number from 0'],
    [
      { ...ROCKET_CHAT, ROCKETCHAT_CALLS_PER_MINUTE: '0' },
      'ROCKETCHAT_CALLS_PER_MINUTE must be unlimited or a',
    ],
    [{ ...KORE_AI, KORE_AI_CALLS_PER_MINUTE: 'many' }, 'KORE_AI_CALLS_PER_MINUTE must be unlimited or a'],
    [{ ...LIVECHAT, LIVECHAT_CALLS_PER_MINUTE: '1.5' }, 'LIVECHAT_CALLS_PER_MINUTE must be unlimited or a'],
    [{ SANDBOX_AGENTS: '10001' }, 'SANDBOX_AGENTS must be a whole number from 1 to 10000'],
    [{ DESKGRAPH_TIME_ZONE: 'Mars/Olympus' }, 'DESKGRAPH_TIME_ZONE must be an IANA time zone'],
    [{ ...ROCKET_CHAT, ROCKETCHAT_TIME_ZONE: '+02:00' }, 'ROCKETCHAT_TIME_ZONE must be an IANA time zone'],
    [{ ...ROCKET_CHAT, ROCKETCHAT_AUTH_TOKEN: 'a\nb' }, 'ROCKETCHAT_AUTH_TOKEN must consist of printable'],
    [{ LIVECHAT_ACCESS_TOKEN: 'schlüssel' }, 'LIVECHAT_ACCESS_TOKEN must consist of printable'],
    [{ ...KORE_AI, KORE_AI_ACCOUNT_ID: '../other' }, 'KORE_AI_ACCOUNT_ID must consist of'],
    [{ ...KORE_AI, KORE_AI_API_VERSION: '4' }, 'KORE_AI_API_VERSION must be one of 1, 2, 3'],
    [{ ...LIVECHAT, LIVECHAT_ACCOUNT_ID: 'a', LIVECHAT_PERSONAL_ACCESS_TOKEN: 'b' }, 'LIVECHAT_ACCESS_TOKEN'],
  ])('refuses %j', (environment, told) => {
    expect(faultsOf(environment as Record<string, string>)).toContain(told);
  });
});
