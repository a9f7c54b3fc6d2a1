import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

/** The variables that the README's table names, as `npm start` would find them set. */
const DOCUMENTED = [
  ...readFileSync(new URL('../../README.md', import.meta.url), 'utf8').matchAll(/^\| (`[A-Z_`, ]+`) \|/gm),
].flatMap(([, names = '']) => [...names.matchAll(/[A-Z_]{4,}/g)].flat());

/** What Kubernetes and container links set for a service, of which there may be one with the name of a vendor. */
function injectedFor(service: string): Record<string, string> {
  const names = ['SERVICE_HOST', 'SERVICE_PORT', 'SERVICE_PORT_HTTP', 'PORT', 'PORT_4000_TCP', 'NAME'];
  const tcp = ['PORT_4000_TCP_PROTO', 'PORT_4000_TCP_PORT', 'PORT_4000_TCP_ADDR', 'ENV_NODE_VERSION'];
  return Object.fromEntries([...names, ...tcp].map((name) => [`${service}_${name}`, 'tcp://10.0.0.1:4000']));
}

describe('a variable that deskgraph does not know', () => {
  it.each([
    ['ROCKET_CHAT_URL', 'ROCKETCHAT_URL'],
    ['rocketchat_url', 'ROCKETCHAT_URL'],
    ['RocketChat_Auth_Token', 'ROCKETCHAT_AUTH_TOKEN'],
    ['ROCKETCHAT_USERID', 'ROCKETCHAT_USER_ID'],
    ['ROCKETCHAT_UR', 'ROCKETCHAT_URL'],
    ['ROKETCHAT_URL', 'ROCKETCHAT_URL'],
    ['ROCKETCHAT_CALL_PER_MINUTE', 'ROCKETCHAT_CALLS_PER_MINUTE'],
    ['KOREAI_URL', 'KORE_AI_URL'],
    ['KORE_URL', 'KORE_AI_URL'],
    ['KORE_AI_CLIENT_SECRETE', 'KORE_AI_CLIENT_SECRET'],
    ['LIVE_CHAT_ACCESS_TOKEN', 'LIVECHAT_ACCESS_TOKEN'],
    ['LIVECHAT_ACCESS_TOEKN', 'LIVECHAT_ACCESS_TOKEN'],
    ['DESKGRAPH_MAXCALLS', 'DESKGRAPH_MAX_CALLS'],
    ['DESKGRAPH_MAX_CALL', 'DESKGRAPH_MAX_CALLS'],
    ['DESKGRAPH_SECRETS', 'DESKGRAPH_SECRET'],
    ['DESKGRAPH_TIMEZONE', 'DESKGRAPH_TIME_ZONE'],
    ['DESKGRAPH_STORES', 'DESKGRAPH_STORE'],
    ['SANDBOX_FAULT', 'SANDBOX_FAULTS'],
  ])(
    'but is nearly one, as %s, stops the start with the name that is meant, and without its value',
    (name, meant) => {
      expect(() => readConfig({ [name]: 'secret-value' })).toThrow(
        `- ${name} is unknown: ${meant} is meant.`,
      );
      expect(() => readConfig({ [name]: 'secret-value' })).not.toThrow('secret-value');
    },
  );

  it('is as near to another one as to the one that is meant', () => {
    expect(() => readConfig({ SANDBOX_AGENT: '1' })).toThrow('SANDBOX_AGENTS is meant');
    expect(() => readConfig({ KORE_AI_STREAMID: '1' })).toThrow('KORE_AI_STREAM_ID is meant');
  });

  it.each(['DESKGRAPH', 'ROCKETCHAT', 'KORE_AI', 'LIVECHAT'])(
    'and has the prefix %s, as orchestrators set, is warned of by name',
    (service) => {
      const injected = injectedFor(service);
      expect(readConfig(injected).unknownVariables.toSorted()).toEqual(Object.keys(injected).sort());
    },
  );

  it.each(['PATH', 'HOSTNAME', 'PORTS', 'POR', 'HOSTS', 'port', 'HOME', 'SANDBOX', 'URL', 'npm_config_host'])(
    'and concerns something else, as %s, is let be',
    (name) => {
      expect(readConfig({ [name]: 'x' }).unknownVariables).toEqual([]);
    },
  );

  it('is let be while it is blank', () => {
    expect(readConfig({ ROCKET_CHAT_URL: ' ', DESKGRAPH_SERVICE_HOST: '' }).unknownVariables).toEqual([]);
  });
});

describe('a variable that deskgraph knows', () => {
  it('is every one of the README’s table', () => {
    expect(DOCUMENTED.length).toBeGreaterThan(30);
    for (const name of DOCUMENTED) {
      const nearby = `${name}_`;
      if (name !== 'HOST' && name !== 'PORT')
        expect(() => readConfig({ [nearby]: 'x' })).toThrow(`${name} is meant`);
    }
  });

  it.each([
    'DESKGRAPH_DATA',
    'DESKGRAPH_STORE',
    'DESKGRAPH_HOSTS',
    'DESKGRAPH_POLL_SECONDS',
    'DESKGRAPH_CORS_ORIGINS',
    'DESKGRAPH_TIME_ZONE',
  ])('is %s', (name) => {
    expect(readConfig({ [name]: 'UTC' }).unknownVariables).toEqual([]);
  });
});
