import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/index.ts';
import { lenientDate } from '../../../../src/sandbox/rocket-chat/agent-overview.ts';
import { overview, type Room } from '../../../../src/sandbox/rocket-chat/overview.ts';
import { createChats } from '../../../../src/sandbox/rocket-chat/rooms.ts';
import { agentsOf, DEPARTMENTS } from '../../../../src/sandbox/rocket-chat/users.ts';
import { NOW, rocketChat } from '../callers.ts';

const VECTORS = new URL(
  '../../../../../shared/vendors/examples/rocket-chat/agent-overview.vectors.json',
  import.meta.url,
);

interface Vector {
  readonly metric: string;
  readonly rooms: readonly Room[];
  readonly expected: unknown;
}

if (!existsSync(VECTORS)) console.warn('SKIPPED: the vendor’s worked cases are not beside this repository.');

describe.skipIf(!existsSync(VECTORS))('the vendor’s own unit tests', () => {
  it('hold for the sandbox’s metrics', () => {
    const vectors: Vector[] = Object.values(JSON.parse(readFileSync(VECTORS, 'utf8')));
    expect(vectors.length).toBeGreaterThan(0);
    for (const { metric, rooms, expected } of vectors) expect(overview(metric, rooms)).toEqual(expected);
  });
});

describe('a metric', () => {
  const by = (username: string, figures: Omit<Room, 'servedBy'>): Room => ({
    servedBy: { username },
    ...figures,
  });
  const times = (...seconds: number[]) => seconds.map((ft) => by('ada', { metrics: { reaction: { ft } } }));
  const spelling = (rooms: Room[]) => overview('Avg_reaction_time', rooms)?.data[0]?.value;

  it.each([
    ['more than 99 hours', [360_000], '100:00:00'],
    ['seconds that are rounded last', [59.6], '00:00:60'],
    ['zeros, which count as nothing', [0, 10], '00:00:10'],
  ])('spells %s', (_, seconds, expected) => {
    expect(spelling(times(...seconds))).toBe(expected);
  });

  it('sorts times by their hours only', () => {
    const rooms = [
      by('ada', { metrics: { chatDuration: 60 } }),
      by('bo', { metrics: { chatDuration: 3000 } }),
    ];
    const longest = by('cy', { metrics: { chatDuration: 3600 } });
    expect(overview('Avg_chat_duration', [...rooms, longest])?.data.map(({ name }) => name)).toEqual([
      'cy',
      'ada',
      'bo',
    ]);
  });

  it('is unknown by any other name', () => {
    expect(overview('Total_abandoned', [])).toBeNull();
    expect(overview('constructor', [])).toBeNull();
  });
});

describe('a date in a report', () => {
  it.each([
    ['2026-03-18', '2026-03-18'],
    ['2026-03-18T23:59:59.000Z', '2026-03-18'],
    ['20260318', '2026-03-18'],
    ['01/02/2020', '2001-02-20'],
    ['garbage', undefined],
    ['2026-13-01', undefined],
  ])('%s is read as %s', (text, expected) => {
    expect(lenientDate(text)?.toString()).toBe(expected);
  });
});

describe('the overview of agents', () => {
  const OVERVIEW = 'livechat/analytics/agent-overview';
  const range = { from: '2026-03-16', to: '2026-03-17' };
  const bounds = [Date.parse('2026-03-16T00:00:00Z'), Date.parse('2026-03-18T00:00:00Z')] as const;
  let sandbox: Sandbox;
  let chats: ReturnType<ReturnType<typeof createChats>['between']>;
  let usernames: ReadonlyMap<number, string>;
  beforeAll(async () => {
    sandbox = await startSandbox({ now: () => NOW });
    const { centre } = sandbox;
    const random = centre.streams('ROCKET_CHAT');
    const agents = agentsOf(centre, random);
    chats = createChats(centre, random, agents).between(...bounds);
    usernames = new Map(agents.map(({ member, username }) => [member.index, username]));
  });
  afterAll(() => sandbox.close());

  const usernameOf = (member: number | null) => usernames.get(member ?? -1);

  it('agrees with the centre’s chats', async () => {
    const { body } = await rocketChat(sandbox, OVERVIEW, { ...range, name: 'Total_messages' });
    expect(body.head).toEqual([{ name: 'Agent' }, { name: 'Total_messages' }]);
    for (const { name, value } of body.data) {
      const own = chats.filter(({ member }) => usernameOf(member) === name);
      expect(value).toBe(own.reduce((sum, { messages }) => sum + Math.max(1, messages), 0));
    }
    expect(body.data).toHaveLength(new Set(chats.flatMap(({ member }) => usernameOf(member) ?? [])).size);
  });

  it('gives conversations as percentages that make a whole', async () => {
    const { body } = await rocketChat(sandbox, OVERVIEW, { ...range, name: 'Total_conversations' });
    const shares = body.data.map(({ value }: { value: string }) => Number(value.replace(/%$/, '')));
    expect(body.head[1]).toEqual({ name: '%_of_conversations' });
    expect(Math.abs(shares.reduce((sum: number, share: number) => sum + share, 0) - 100)).toBeLessThan(0.5);
    expect(shares).toEqual(shares.toSorted((one: number, other: number) => other - one));
  });

  it('narrows to a department', async () => {
    const departmentId = DEPARTMENTS[0]?.id ?? '';
    const ofDepartment = chats.filter((chat) => chat.departmentId === departmentId);
    const { body } = await rocketChat(sandbox, OVERVIEW, { ...range, name: 'Total_messages', departmentId });
    const agents = new Set(ofDepartment.flatMap(({ member }) => usernameOf(member) ?? []));
    expect(body.data).toHaveLength(agents.size);
  });

  it.each([
    ['an unknown metric', { ...range, name: 'Total_nothing' }],
    ['a date that is none', { name: 'Total_messages', from: 'garbage', to: '2026-03-17' }],
  ])('answers %s with success and nothing else', async (_, query) => {
    expect(await rocketChat(sandbox, OVERVIEW, query)).toEqual({ status: 200, body: { success: true } });
  });

  it.each([
    [{}, "must have required property 'name' [invalid-params]"],
    [{ name: 'Total_messages' }, "must have required property 'from' [invalid-params]"],
    [{ name: 'Total_messages', from: '2026-03-16' }, "must have required property 'to' [invalid-params]"],
    [
      { ...range, name: 'Total_messages', count: '5' },
      'must NOT have additional properties [invalid-params]',
    ],
    [{ ...range, name: '' }, 'invalid-chart-name'],
  ])('refuses %j', async (query, error) => {
    const { status, body } = await rocketChat(sandbox, OVERVIEW, query as Record<string, string>);
    expect([status, body.error]).toEqual([400, error]);
  });
});
