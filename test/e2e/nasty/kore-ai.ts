import type { Answer, Deskgraph } from '../deskgraph.ts';
import {
  type Agent,
  accountFact,
  presenceFact,
  type Range,
  SMALL,
  segmentsFact,
  timesFact,
} from './kore-ai-centre.ts';
import { answered, type Behaviour } from './kore-ai-vendor.ts';
import { Notes, type Placed, walk } from './people.ts';
import { type Expectation, hasErrorAt, play, type Question } from './play.ts';

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
  /** How many people a page of the walk has; 50 where left out. */
  readonly first?: number;
  /** How callers spell the addresses by which they ask for people. */
  readonly spelling?: (address: string) => string;
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
    questions: [listed(staff, it.first ?? 50), worked(staff, range), named(it, staff, range)],
    maxCalls: it.maxCalls ?? 8 + 4 * pages,
    ...(it.environment && { environment: it.environment }),
    ...(it.code && { code: it.code }),
  });
}

const PLAIN = '... on KoreAiAccount { koreUserId: userId name email firstName lastName customId }';
const PRESENCE = 'presence { vendor status reportedStatus since }';

function work(range: Range): string {
  const days = `range: { from: "${range.from}", to: "${range.to}" }, vendors: [KORE_AI]`;
  return `statusSegments(${days}, first: 200) { nodes { status reportedStatus reportedReason startedAt endedAt durationSeconds }
    unavailable { vendor code message } } timeInStatus(${days}) { vendor status seconds }`;
}

/** Everybody, with accounts and presence. */
function listed(staff: readonly Agent[], first: number): Question {
  return {
    name: 'the list',
    truth: new Map(staff.flatMap((agent) => [accountFact(agent), presenceFact(agent)])),
    ask: async (deskgraph) => {
      const { answers, people, complaints, gap } = await walk(
        deskgraph,
        'KORE_AI',
        first,
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
    ...(!agent.email?.includes('@') ? [] : [{ agent, by: 'email', value: spelling(agent.email) }]),
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
  if (ways.length === 0) return deskgraph.ask('{ vendors { vendor } }');
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
    const said = person.presence?.find(({ vendor }: { vendor: string }) => vendor === 'KORE_AI');
    const explained = hasErrorAt(answer, 'KORE_AI', [...path, 'presence']) && !(one && said);
    notes.note(`presence ${key}`, said ? [said.status, said.reportedStatus, said.since] : null, explained);
  }
}

function readWork(notes: Notes, { person, answer, path }: Placed): void {
  for (const account of person.accounts.filter(({ vendor }) => vendor === 'KORE_AI')) {
    const key = keyOf(account);
    const list = person.statusSegments;
    const missing =
      hasErrorAt(answer, 'KORE_AI', [...path, 'statusSegments']) || list?.unavailable.length > 0;
    notes.note(`segments ${key}`, list?.nodes.map(Object.values) ?? null, missing);
    const untimed = hasErrorAt(answer, 'KORE_AI', [...path, 'timeInStatus']);
    notes.note(`times ${key}`, timesOf(person.timeInStatus), untimed);
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
