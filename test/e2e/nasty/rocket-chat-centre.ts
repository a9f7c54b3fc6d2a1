/** Of one user, what a Rocket.Chat server that runs in UTC would tell. */
export interface User {
  readonly username: string;
  readonly id: string | null;
  readonly name: string | null;
  readonly emails: readonly string[];
  readonly status: string;
  readonly statusLivechat: string;
  readonly max: number | null;
  /** Instants; none crosses a midnight, as the server cuts them. */
  readonly sessions: readonly (readonly [string, string])[];
  /** What the server counts in the days asked about, by the metric's name. */
  readonly figures: Readonly<Record<string, string | number>>;
}

/** The two days that every question is about. */
export const RANGE = { from: '2026-03-17T00:00:00Z', to: '2026-03-19T00:00:00Z' };

export const METRICS = {
  conversationsPercent: 'Total_conversations',
  messages: 'Total_messages',
  averageChatDurationSeconds: 'Avg_chat_duration',
  averageFirstResponseSeconds: 'Avg_first_response_time',
  bestFirstResponseSeconds: 'Best_first_response_time',
  averageResponseSeconds: 'Avg_response_time',
  averageReactionSeconds: 'Avg_reaction_time',
} as const;

export const ANN: User = {
  username: 'ann',
  id: 'id-ann',
  name: 'Ann Moss',
  emails: ['ann@rocket.test'],
  status: 'online',
  statusLivechat: 'available',
  max: 4,
  sessions: [
    ['2026-03-17T08:00:00.500Z', '2026-03-17T10:00:00.500Z'],
    ['2026-03-17T11:00:00.000Z', '2026-03-17T12:00:10.000Z'],
    ['2026-03-17T22:00:00.000Z', '2026-03-17T23:59:59.000Z'],
    ['2026-03-18T00:00:00.000Z', '2026-03-18T01:00:00.000Z'],
  ],
  figures: {
    Total_conversations: '66.67%',
    Total_messages: 12,
    Avg_chat_duration: '00:10:05',
    Avg_first_response_time: '00:00:31',
    Best_first_response_time: '00:00:07',
    Avg_response_time: '00:01:00',
    Avg_reaction_time: '100:00:01',
  },
};
export const BOB: User = {
  username: 'bob.b',
  id: 'id-bob',
  name: 'Bob',
  emails: ['bob@rocket.test', 'robert@rocket.test'],
  status: 'away',
  statusLivechat: 'not-available',
  max: null,
  sessions: [['2026-03-18T07:00:00.000Z', '2026-03-18T07:00:30.000Z']],
  figures: { Total_conversations: '33.33%', Total_messages: 3 },
};
/** Never did anything. */
export const CY: User = {
  username: 'cy',
  id: 'id-cy',
  name: null,
  emails: [],
  status: 'offline',
  statusLivechat: 'not-available',
  max: null,
  sessions: [],
  figures: {},
};
export const SMALL: readonly User[] = [ANN, BOB, CY];

/** A centre of several pages, in the order of the usernames. */
export function large(size: number): User[] {
  return Array.from({ length: size }, (_, index) => {
    const number = String(index).padStart(4, '0');
    return {
      ...BOB,
      username: `user.${number}`,
      id: `id-${number}`,
      name: `User ${index}`,
      emails: [`user.${index}@rocket.test`],
      sessions: [
        ['2026-03-17T10:00:00.000Z', `2026-03-17T10:01:${String(index % 60).padStart(2, '0')}.000Z`],
      ] as const,
      figures: { Total_messages: index + 1 },
    };
  });
}

export type Fact = readonly [string, unknown];

export function accountFacts({ username, id, name, emails, status, statusLivechat, max }: User): Fact[] {
  const email = emails[0] ?? null;
  return [
    [`account ${username}`, [id, username, name, email, status, statusLivechat]],
    [`limit ${username}`, max],
    [`presence ${username}`, [status === 'online' ? 'AVAILABLE' : status.toUpperCase(), status]],
  ];
}

export function workFacts({ username, sessions, figures }: User): Fact[] {
  const joined: [string, string][] = [];
  for (const [from, to] of sessions) {
    const before = joined.at(-1);
    if (before && from.endsWith('T00:00:00.000Z') && before[1].endsWith('T23:59:59.000Z')) before[1] = to;
    else joined.push([from, to]);
  }
  const seconds = (list: readonly (readonly [string, string])[]) =>
    list.reduce((sum, [from, to]) => sum + (Date.parse(to) - Date.parse(from)) / 1000, 0);
  return [
    [
      `segments ${username}`,
      joined.map(([from, to]) => [short(from), short(to), Math.floor(seconds([[from, to]]))]),
    ],
    [`times ${username}`, joined.length === 0 ? [] : [['AVAILABLE', seconds(joined)]]],
    [`availability ${username}`, sessions.length === 0 ? null : [seconds(sessions), RANGE.from, RANGE.to]],
    ...Object.entries(METRICS).map(
      ([field, metric]): Fact => [`${field} ${username}`, numberOf(figures[metric])],
    ),
  ];
}

/** An instant as the graph writes it: without empty fractions. */
function short(instant: string): string {
  return instant.replace(/\.?0*Z$/, 'Z');
}

function numberOf(value: string | number | undefined): number | null {
  if (value === undefined || typeof value === 'number') return value ?? null;
  if (value.endsWith('%')) return Number.parseFloat(value);
  return value.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
