import type { Answer, Deskgraph } from '../gateway/deskgraph.ts';
import { NOW } from '../gateway/deskgraph.ts';
import type { StubAnswer, StubRequest } from '../vendors/stub-vendor.ts';
import { Notes, type Placed, walk } from './people.ts';
import { type Expectation, hasErrorAt, play, type Question, type Reply } from './play.ts';

export interface Agent {
  readonly userId: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
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

/** A row, a page as the vendor's document has them; hostile ones may hold anything. */
export type Row = Record<string, unknown>;
export interface Page {
  readonly hasMore: boolean;
  readonly limit: number;
  readonly offset: number;
  readonly data: readonly Row[];
}

/** What the vendor was asked. */
export interface At {
  /** Which call of this question it is, from 1. */
  readonly call: number;
  readonly limit: number;
  readonly offset: number;
  /** The addresses asked for; undefined where everybody is. */
  readonly agents: unknown;
  readonly request: StubRequest;
  /** What an honest vendor answers to another offset. */
  readonly pageAt: (offset: number, limit?: number) => Page;
  /** The honest answer for all agents, whatever was asked for. */
  readonly everybody: () => Page;
}

export type Behaviour = (page: Page, at: At) => Reply;

/** An honest answer that is changed in its JSON. */
export function changed(change: (page: Page, at: At) => unknown): Behaviour {
  return (page, at) => ({ body: change(page, at) });
}

/** An honest answer in which each row is changed. */
export function rows(change: (row: Row, index: number, at: At) => unknown): Behaviour {
  return changed((page, at) => ({ ...page, data: page.data.map((row, index) => change(row, index, at)) }));
}

/** An honest answer in which the list of one agent's segments is changed. */
export function segments(userId: string, change: (status: readonly Row[], at: At) => unknown): Behaviour {
  return rows((row, _, at) => {
    if (row['userId'] !== userId || row['status'] === undefined) return row;
    return { ...row, status: change(row['status'] as readonly Row[], at) };
  });
}

export const honest: Behaviour = (page) => ({ body: page });

/** Misbehaves where the condition holds, and is honest elsewhere. */
export function when(
  condition: (at: At) => boolean,
  behaviour: Behaviour,
  otherwise: Behaviour = honest,
): Behaviour {
  return (page, at) => (condition(at) ? behaviour(page, at) : otherwise(page, at));
}

export function replies(answer: StubAnswer): Behaviour {
  return () => answer;
}

export interface Case {
  readonly says: string;
  readonly vendor: Behaviour;
  readonly expectation?: Expectation;
  readonly staff?: readonly Agent[];
  /** The days asked about; 17 and 18 March where left out. */
  readonly range?: Range;
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether the vendor finds an address in another case. */
  readonly caseAside?: boolean;
  readonly maxCalls?: number;
  readonly code?: string;
  /** How callers spell the addresses by which they ask for people. */
  readonly spelling?: (address: string) => string;
}

interface Range {
  readonly from: string;
  readonly to: string;
}
const TWO_DAYS: Range = { from: '2026-03-17T00:00:00Z', to: '2026-03-19T00:00:00Z' };

/** Plays one case; returns every broken promise. */
export function playKoreAi(it: Case): Promise<string[]> {
  const { staff = SMALL, range = TWO_DAYS, expectation = 'either' } = it;
  const pages = Math.ceil(staff.length / 50);
  return play({
    vendor: 'KORE_AI',
    address: 'KORE_AI_URL',
    expectation,
    answer: (request, call) => answered(it, staff, request, call),
    questions: [listed(staff), worked(staff, range), named(it, staff, range)],
    maxCalls: it.maxCalls ?? 8 + 4 * pages,
    ...(it.environment && { environment: it.environment }),
    ...(it.code && { code: it.code }),
  });
}

function answered(it: Case, staff: readonly Agent[], request: StubRequest, call: number): Reply {
  const { filter } = request.body as { filter: { agents?: unknown; dateFilter: DateFilter } };
  const limit = Number(request.query.get('limit') ?? 50);
  const offset = Number(request.query.get('offset') ?? 0);
  const asked =
    filter.agents === undefined
      ? staff
      : staff.filter((agent) => isAsked(agent, filter.agents, it.caseAside));
  const pageOf = (agents: readonly Agent[], from: number, size: number): Page => ({
    hasMore: from + size < agents.length,
    limit: size,
    offset: from,
    data: agents.slice(from, from + size).map((agent) => rowOf(agent, filter.dateFilter)),
  });
  return it.vendor(pageOf(asked, offset, Math.min(limit, 50)), {
    call,
    limit,
    offset,
    agents: filter.agents,
    request,
    pageAt: (from, size = Math.min(limit, 50)) => pageOf(asked, from, size),
    everybody: () => pageOf(staff, 0, staff.length),
  });
}

/** The filter takes a list of addresses; whatever else it gets finds nobody. */
function isAsked({ email }: Agent, agents: unknown, caseAside = false): boolean {
  if (!Array.isArray(agents) || email === undefined) return false;
  return agents.some(
    (one) => one === email || (caseAside && String(one).toLowerCase() === email.toLowerCase()),
  );
}

interface DateFilter {
  readonly startDate: string;
  readonly endDate: string;
  readonly timeZoneOffSet: number;
}

function rowOf(agent: Agent, dates: DateFilter): Row {
  const { userId, firstName, lastName, email, customId } = agent;
  const behind = dates.timeZoneOffSet * 60_000;
  const local = (instant: string) => new Date(Date.parse(instant) - behind).toISOString().slice(0, 19);
  const first = dates.startDate.padEnd(19, 'T00:00:00');
  const last = dates.endDate.padEnd(19, 'T23:59:59');
  const status = agent.segments
    .filter(({ from, to }) => local(from) <= last && (to === null || local(to) > first))
    .map(({ primary, secondary, from, to }) => ({
      primaryStatus: primary,
      secondaryStatus: secondary,
      startTime: local(from),
      endTime: to === null ? '-' : local(to),
      duration: to === null ? '-' : spelled((Date.parse(to) - Date.parse(from)) / 1000),
    }));
  return {
    userId: userId || undefined,
    firstName,
    lastName,
    email,
    customId,
    ...(status.length > 0 && { status }),
  };
}

export function spelled(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}

function termOf(word: string): string {
  return ['AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE'].includes(word) ? word : 'OTHER';
}

const PLAIN = '... on KoreAiAccount { koreUserId: userId name email firstName lastName customId }';
const PRESENCE = 'presence { vendor status reportedStatus since }';

function work(range: Range): string {
  const days = `range: { from: "${range.from}", to: "${range.to}" }, vendors: [KORE_AI]`;
  return `statusSegments(${days}, first: 200) { nodes { status reportedStatus reportedReason startedAt endedAt durationSeconds }
    unavailable { vendor code message } } timeInStatus(${days}) { vendor status seconds }`;
}

/** Everybody, with accounts and presence. */
function listed(staff: readonly Agent[]): Question {
  return {
    name: 'the list',
    truth: new Map(staff.flatMap((agent) => [accountFact(agent), presenceFact(agent)])),
    ask: async (deskgraph) => {
      const { answers, people, complaints, gap } = await walk(
        deskgraph,
        'KORE_AI',
        50,
        `accounts { ${PLAIN} } ${PRESENCE}`,
      );
      const notes = new Notes();
      notes.gap = gap;
      notes.complaints.push(...complaints);
      for (const placed of people) readAccounts(notes, placed, false);
      return { answers, reading: notes };
    },
  };
}

/** Everybody, with segments and times. */
function worked(staff: readonly Agent[], range: Range): Question {
  return {
    name: 'the work of all',
    truth: new Map(staff.flatMap((agent) => [segmentsFact(agent, range), timesFact(agent, range)])),
    ask: async (deskgraph) => {
      const { answers, people, complaints, gap } = await walk(
        deskgraph,
        'KORE_AI',
        200,
        `accounts { ${PLAIN} } ${work(range)}`,
      );
      const notes = new Notes();
      notes.gap = gap;
      notes.complaints.push(...complaints);
      for (const placed of people) readWork(notes, placed);
      return { answers, reading: notes };
    },
  };
}

/** A few, each by address and by user id. */
function named({ spelling = String }: Case, staff: readonly Agent[], range: Range): Question {
  const few = staff.length <= 4 ? staff : [...staff.slice(0, 2), ...staff.slice(-1)];
  const ways = few.flatMap((agent) => [
    ...(agent.email === undefined ? [] : [{ agent, by: 'email', value: spelling(agent.email) }]),
    ...(agent.userId === '' ? [] : [{ agent, by: 'koreAiUserId', value: agent.userId }]),
  ]);
  const facts = ({ agent, by }: { agent: Agent; by: string }) =>
    [accountFact(agent), presenceFact(agent), segmentsFact(agent, range), timesFact(agent, range)].map(
      ([fact, value]) => [`${by}: ${fact}`, value] as const,
    );
  return {
    name: 'one by one',
    truth: new Map(ways.flatMap(facts)),
    ask: async (deskgraph) => {
      const answer = await askEach(deskgraph, ways, range);
      const notes = new Notes();
      for (const [index, { agent, by }] of ways.entries()) {
        const one = new Notes();
        const person = answer.data?.[`a${index}`] ?? null;
        const path = [`a${index}`];
        if (person) {
          readAccounts(one, { person, answer, path }, true);
          readWork(one, { person, answer, path });
        }
        one.gap = person === null && hasErrorAt(answer, 'KORE_AI', path);
        if (person && hasErrorAt(answer, 'KORE_AI', [...path, 'accounts'])) one.gap = true;
        const wanted = new Set(facts({ agent, by: '' }).map(([fact]) => fact.slice(2)));
        for (const fact of wanted)
          notes.note(`${by}: ${fact}`, one.facts.get(fact) ?? null, one.excuses(fact));
        notes.complaints.push(...one.complaints);
      }
      return { answers: [answer], reading: notes };
    },
  };
}

function askEach(
  deskgraph: Deskgraph,
  ways: readonly { by: string; value: string }[],
  range: Range,
): Promise<Answer> {
  const declared = ways.map((_, index) => `$v${index}: String!`).join(' ');
  const fields = ways.map(
    ({ by }, index) =>
      `a${index}: agent(by: { ${by}: $v${index} }) { id accounts { vendor key ${PLAIN} } ${PRESENCE} ${work(range)} }`,
  );
  const values = Object.fromEntries(ways.map(({ value }, index) => [`v${index}`, value]));
  return deskgraph.ask(`query (${declared}) { ${fields.join('\n')} }`, values);
}

function readAccounts(notes: Notes, { person, answer, path }: Placed, one: boolean): void {
  for (const account of person.accounts.filter(({ vendor }) => vendor === 'KORE_AI')) {
    const { koreUserId, name, email, firstName, lastName, customId } = account;
    const key = keyOf(account);
    notes.note(`account ${key}`, { userId: koreUserId, name, email, firstName, lastName, customId }, false);
    const said = person['presence']?.find(({ vendor }: { vendor: string }) => vendor === 'KORE_AI');
    const explained = hasErrorAt(answer, 'KORE_AI', [...path, 'presence']) && !(one && said);
    notes.note(`presence ${key}`, said ? [said.status, said.reportedStatus, said.since] : null, explained);
  }
}

function readWork(notes: Notes, { person, answer, path }: Placed): void {
  for (const account of person.accounts.filter(({ vendor }) => vendor === 'KORE_AI')) {
    const key = keyOf(account);
    const list = person['statusSegments'];
    const missing =
      hasErrorAt(answer, 'KORE_AI', [...path, 'statusSegments']) || list?.unavailable.length > 0;
    notes.note(`segments ${key}`, list?.nodes.map(Object.values) ?? null, missing);
    const untimed = hasErrorAt(answer, 'KORE_AI', [...path, 'timeInStatus']);
    notes.note(`times ${key}`, timesOf(person['timeInStatus']), untimed);
  }
}

/** How facts name an agent: by the user id, else by the address. */
function keyOf({ koreUserId, email }: Placed['person']['accounts'][number]): string {
  return String(koreUserId ?? email);
}

function timesOf(told: readonly { status: string; seconds: number }[] | null) {
  if (!told) return null;
  return told.map(({ status, seconds }) => [status, seconds]).sort();
}

function nameOf({ userId, email }: Agent): string {
  return userId || String(email);
}

function accountFact(agent: Agent): [string, unknown] {
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

function presenceFact(agent: Agent): [string, unknown] {
  const open = agent.segments.find(({ to }) => to === null);
  return [`presence ${nameOf(agent)}`, open ? [termOf(open.primary), open.primary, open.from] : null];
}

function overlapping({ segments }: Agent, range: Range): Segment[] {
  return segments
    .filter(({ from, to }) => from < range.to && (to === null || to > range.from))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
}

function segmentsFact(agent: Agent, range: Range): [string, unknown] {
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

function timesFact(agent: Agent, range: Range): [string, unknown] {
  const seconds = new Map<string, number>();
  for (const { primary, from, to } of overlapping(agent, range)) {
    const start = Math.max(Date.parse(from), Date.parse(range.from));
    const end = Math.min(to === null ? NOW.epochMilliseconds : Date.parse(to), Date.parse(range.to));
    const status = termOf(primary);
    seconds.set(status, (seconds.get(status) ?? 0) + Math.max(0, end - start) / 1000);
  }
  return [`times ${nameOf(agent)}`, [...seconds].sort()];
}
