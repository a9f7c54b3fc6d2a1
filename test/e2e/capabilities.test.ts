import { expect, it } from 'vitest';
import { operation } from '../unit/vendors/asking.ts';
import { startDeskgraph } from './deskgraph.ts';

const CAPABILITIES = [
  { vendor: 'ROCKET_CHAT', capabilities: ['PRESENCE', 'SEGMENTS', 'AVAILABILITY', 'OVERVIEW', 'EXTENSIONS'] },
  { vendor: 'KORE_AI', capabilities: ['PRESENCE', 'SEGMENTS'] },
  { vendor: 'LIVECHAT', capabilities: ['PRESENCE', 'AVAILABILITY', 'AGENT_REPORTS', 'CHAT_REPORTS'] },
];

it.each([
  ['all are configured', {}],
  ['LiveChat alone is', { ROCKETCHAT_URL: undefined, KORE_AI_URL: undefined }],
])('each vendor says what it can tell where %s, without a call', async (_, without) => {
  const others = Object.keys(without).length === 0 ? {} : withoutOthers();
  await using deskgraph = await startDeskgraph({ environment: { ...without, ...others } });
  const { data } = await deskgraph.ask('{ vendors { vendor capabilities } }');
  expect(data.vendors).toEqual(expect.arrayContaining(CAPABILITIES));
  expect(deskgraph.calls()).toEqual({});
});

it('a session has what its vendor says that it can tell, and no more', async () => {
  await using deskgraph = await startDeskgraph();
  for (const { profile, port } of deskgraph.vendors) {
    if (port === null) throw new Error(`${profile.id} is not configured`);
    const { capabilities } = profile;
    const session = port.open(operation());
    expect(capabilities.includes('PRESENCE')).toBe(session.presence !== undefined);
    expect(capabilities.includes('SEGMENTS')).toBe(session.segments !== undefined);
    expect(capabilities.includes('CHAT_REPORTS')).toBe('report' in session);
    expect(capabilities.includes('OVERVIEW')).toBe('overview' in session);
    expect(capabilities.includes('EXTENSIONS')).toBe('availableForExtension' in session);
  }
});

function withoutOthers(): Record<string, undefined> {
  const names = [
    ...['ROCKETCHAT_USER_ID', 'ROCKETCHAT_AUTH_TOKEN', 'ROCKETCHAT_TIME_ZONE'],
    ...['ROCKETCHAT_CALLS_PER_MINUTE', 'KORE_AI_CALLS_PER_MINUTE', 'KORE_AI_ACCOUNT_ID', 'KORE_AI_STREAM_ID'],
    ...['KORE_AI_CLIENT_ID', 'KORE_AI_CLIENT_SECRET', 'KORE_AI_JWT'],
  ];
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
