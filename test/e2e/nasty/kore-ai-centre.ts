import { NOW } from '../deskgraph.ts';

export interface Agent {
  readonly userId: string;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly email?: string | undefined;
  readonly customId?: string;
  readonly segments: readonly Segment[];
}

/** UTC; null while it lasts. */
export interface Segment {
  readonly primary: string;
  readonly secondary?: string;
  readonly from: string;
  readonly to: string | null;
}

export const ANA: Agent = {
  userId: 'u-ana',
  firstName: 'Ana',
  lastName: 'Weber',
  email: 'ana@kore.test',
  customId: 'c-1',
  segments: [
    {
      primary: 'AVAILABLE',
      secondary: 'AVAILABLE',
      from: '2026-03-17T08:00:00Z',
      to: '2026-03-17T12:00:00Z',
    },
    { primary: 'BUSY', secondary: 'NBK', from: '2026-03-17T12:00:00Z', to: '2026-03-17T12:30:10Z' },
    {
      primary: 'AVAILABLE',
      secondary: 'AVAILABLE',
      from: '2026-03-17T22:00:00Z',
      to: '2026-03-18T02:00:00Z',
    },
    { primary: 'AWAY', secondary: 'Lunch', from: '2026-03-18T09:00:00Z', to: null },
  ],
};
export const BEN: Agent = {
  userId: 'u-ben',
  firstName: 'Ben',
  lastName: 'Okoye',
  email: 'ben@kore.test',
  segments: [
    {
      primary: 'AVAILABLE',
      secondary: 'AVAILABLE',
      from: '2026-03-18T07:00:00Z',
      to: '2026-03-18T07:00:05Z',
    },
  ],
};
/** Never did anything: a row without `status`. */
export const CLEO: Agent = {
  userId: 'u-cleo',
  firstName: 'Cleo',
  lastName: '',
  email: 'cleo@kore.test',
  segments: [],
};

export const SMALL: readonly Agent[] = [ANA, BEN, CLEO];

/** A centre of several pages, whose agents have a segment each. */
export function large(size: number): Agent[] {
  return Array.from({ length: size }, (_, index) => ({
    userId: `u-${String(index).padStart(4, '0')}`,
    firstName: `Given${index}`,
    lastName: `Family${index}`,
    email: `agent.${index}@kore.test`,
    segments: [
      {
        primary: 'AVAILABLE',
        secondary: 'AVAILABLE',
        from: '2026-03-17T10:00:00Z',
        to: `2026-03-17T11:00:${String(index % 60).padStart(2, '0')}Z`,
      },
    ],
  }));
}

export interface Range {
  readonly from: string;
  readonly to: string;
}

export function nameOf({ userId, email }: Agent): string {
  return userId || String(email);
}

export function accountFact(agent: Agent): [string, unknown] {
  const { userId, firstName, lastName, email, customId } = agent;
  const name = [firstName, lastName].filter(Boolean).join(' ') || null;
  return [
    `account ${nameOf(agent)}`,
    {
      userId: userId || null,
      name,
      email: email ?? null,
      firstName: firstName || null,
      lastName: lastName || null,
      customId: customId || null,
    },
  ];
}

export function presenceFact(agent: Agent): [string, unknown] {
  const open = agent.segments.find(({ to }) => to === null);
  return [`presence ${nameOf(agent)}`, open ? [termOf(open.primary), open.primary, open.from] : null];
}

function overlapping({ segments }: Agent, range: Range): Segment[] {
  return segments
    .filter(({ from, to }) => from < range.to && (to === null || to > range.from))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
}

export function segmentsFact(agent: Agent, range: Range): [string, unknown] {
  const facts = overlapping(agent, range).map(({ primary, secondary, from, to }) => [
    termOf(primary),
    primary,
    secondary ?? null,
    from,
    to,
    to === null ? null : Math.floor((Date.parse(to) - Date.parse(from)) / 1000),
  ]);
  return [`segments ${nameOf(agent)}`, facts];
}

export function timesFact(agent: Agent, range: Range): [string, unknown] {
  const seconds = new Map<string, number>();
  for (const { primary, from, to } of overlapping(agent, range)) {
    const start = Math.max(Date.parse(from), Date.parse(range.from));
    const end = Math.min(to === null ? NOW.epochMilliseconds : Date.parse(to), Date.parse(range.to));
    const status = termOf(primary);
    seconds.set(status, (seconds.get(status) ?? 0) + Math.max(0, end - start) / 1000);
  }
  return [`times ${nameOf(agent)}`, [...seconds].sort()];
}

function termOf(word: string): string {
  return ['AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE'].includes(word) ? word : 'OTHER';
}
