import type { Answer } from '../deskgraph.ts';
import {
  type Agent,
  accountFacts,
  type Fact,
  FIELDS,
  performanceOf,
  RANGE,
  rankingOf,
  SMALL,
  workFacts,
} from './livechat-centre.ts';
import { answered, type Behaviour } from './livechat-vendor.ts';
import { Notes, type Person, type Placed, walk } from './people.ts';
import { type Expectation, hasErrorAt, play, problemsIn, type Question } from './play.ts';

export interface Case {
  readonly says: string;
  readonly vendor: Behaviour;
  readonly expectation?: Expectation;
  readonly staff?: readonly Agent[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly maxCalls?: number;
  readonly code?: string;
  /** What reports say that differs from the usual centre, by the field of the graph. */
  readonly reports?: Readonly<Record<string, unknown>>;
  /** How callers spell the addresses by which they ask for people. */
  readonly spelling?: (address: string) => string;
}

/** Plays one case; returns every broken promise. */
export function playLiveChat(it: Case): Promise<string[]> {
  const { staff = SMALL, expectation = 'either' } = it;
  return play({
    vendor: 'LIVECHAT',
    address: 'LIVECHAT_URL',
    expectation,
    answer: (request, call) => answered(it.vendor, staff, request, call),
    questions: [listed(staff), worked(staff), active(staff), named(it, staff), reported(it), rows(staff)],
    maxCalls: it.maxCalls ?? 30 + staff.length,
    ...(it.environment && { environment: it.environment }),
    ...(it.code && { code: it.code }),
  });
}

const DAYS = `range: { from: "${RANGE.from}", to: "${RANGE.to}" }, timeZone: "UTC"`;
const PLAIN = '... on LiveChatAccount { name email }';
const PRESENCE = 'presence { vendor status }';
const COUNTERS = 'chats ratedGood ratedBad firstResponseChats averageFirstResponseSeconds';
const PERFORMANCE = `${COUNTERS} acceptingChatsSeconds notAcceptingChatsSeconds chattingSeconds loggedInSeconds`;
const WORK = `... on LiveChatAccount { performance(${DAYS}) { ${PERFORMANCE} } ranking(${DAYS}) { total good bad score }
  availability(${DAYS}) { totalSeconds points { label startsAt endsAt availableSeconds } } }`;

/** The values of an object, and of those in it, without their names. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  return typeof value === 'object' && value !== null ? Object.values(value).map(bare) : value;
}

function walked(name: string, selection: string, truth: Iterable<Fact>, read: typeof readAccounts): Question {
  return {
    name,
    truth: new Map(truth),
    ask: async (deskgraph) => {
      const { answers, people, complaints, gap } = await walk(deskgraph, 'LIVECHAT', 200, selection);
      const notes = new Notes();
      notes.gap = gap;
      notes.complaints.push(...complaints);
      for (const placed of people) read(notes, placed);
      return { answers, reading: notes };
    },
  };
}

function listed(staff: readonly Agent[]): Question {
  return walked('the list', `accounts { ${PLAIN} } ${PRESENCE}`, staff.flatMap(accountFacts), readAccounts);
}

function worked(staff: readonly Agent[]): Question {
  return walked('the work of all', `accounts { ${WORK} }`, staff.flatMap(workFacts), readWork);
}

/** Who was logged in or had a chat, however their addresses are spelt. */
function active(staff: readonly Agent[]): Question {
  const ids = staff.flatMap(({ id, performance }) => (performance ? [id.toLowerCase()] : []));
  return {
    name: 'the active',
    truth: new Map(ids.map((id) => [`active ${id}`, true])),
    ask: async (deskgraph) => {
      const range = `{ from: "${RANGE.from}", to: "${RANGE.to}" }`;
      const answer = await deskgraph.ask(
        `{ agents(first: 200, filter: { vendors: [LIVECHAT], activeDuring: ${range} }) {
          nodes { accounts { vendor key } } unavailable { vendor code message } } }`,
      );
      const notes = new Notes();
      notes.gap = hasErrorAt(answer, 'LIVECHAT', ['agents']) || problemsIn(answer.data).length > 0;
      const people: readonly Person[] = answer.data?.agents?.nodes ?? [];
      for (const { vendor, key } of people.flatMap(({ accounts }) => accounts))
        if (vendor === 'LIVECHAT') notes.note(`active ${key.toLowerCase()}`, true, false);
      return { answers: [answer], reading: notes };
    },
  };
}

function named({ spelling = String }: Case, staff: readonly Agent[]): Question {
  const few = staff.filter(({ id }) => id.includes('@')).slice(0, 3);
  const factsOf = (agent: Agent) => [...accountFacts(agent), ...workFacts(agent)];
  return {
    name: 'one by one',
    truth: new Map(few.flatMap(factsOf)),
    ask: async (deskgraph) => {
      const notes = new Notes();
      if (few.length === 0) return { answers: [], reading: notes };
      const declared = few.map((_, index) => `$v${index}: String!`).join(' ');
      const fields = few.map(
        (_, index) =>
          `a${index}: agent(by: { email: $v${index} }) { id accounts { vendor key ${PLAIN} ${WORK} } ${PRESENCE} }`,
      );
      const values = Object.fromEntries(few.map(({ id }, index) => [`v${index}`, spelling(id)]));
      const answer = await deskgraph.ask(`query (${declared}) { ${fields.join('\n')} }`, values);
      for (const [index, agent] of few.entries()) readOne(notes, answer, `a${index}`, factsOf(agent));
      return { answers: [answer], reading: notes };
    },
  };
}

function readOne(notes: Notes, answer: Answer, alias: string, facts: readonly Fact[]): void {
  const one = new Notes();
  const person = answer.data?.[alias] ?? null;
  if (person) {
    readAccounts(one, { person, answer, path: [alias] });
    readWork(one, { person, answer, path: [alias] });
  }
  one.gap = hasErrorAt(answer, 'LIVECHAT', person ? [alias, 'accounts'] : [alias]);
  for (const [fact] of facts) notes.note(fact, one.facts.get(fact) ?? null, one.excuses(fact));
  notes.complaints.push(...one.complaints);
}

/** Every report that is not about agents. */
function reported({ reports = {} }: Case): Question {
  const selections = Object.entries(FIELDS).map(([field, { select }]) => `${field} { ${select} }`);
  return {
    name: 'the reports',
    truth: new Map(
      Object.entries(FIELDS).map(([field, { truth }]) => [field, field in reports ? reports[field] : truth]),
    ),
    ask: async (deskgraph) => {
      const answer = await deskgraph.ask(`{ chatReport(${DAYS}) { ${selections.join('\n')} } }`);
      const notes = new Notes();
      for (const field of Object.keys(FIELDS))
        notes.note(
          field,
          bare(answer.data?.chatReport?.[field] ?? null),
          hasErrorAt(answer, 'LIVECHAT', ['chatReport', field]),
        );
      return { answers: [answer], reading: notes };
    },
  };
}

/** Reports may spell an address as they like: only its letters count. */
function inSmallLetters(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inSmallLetters);
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** The reports about agents, as lists. */
function rows(staff: readonly Agent[]): Question {
  const ids = staff.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const performances = ids.flatMap(({ id, performance }) =>
    performance ? [[[id], ...performanceOf(performance)]] : [],
  );
  const rankings = staff
    .toSorted((one, other) => (other.ranking?.score ?? 0) - (one.ranking?.score ?? 0))
    .flatMap(({ id, ranking }) => (ranking ? [[[id], ...rankingOf(ranking)]] : []));
  return {
    name: 'the rows',
    truth: new Map<string, unknown>([
      ['agentPerformance', inSmallLetters([performances.length, [17, 5, 3, 0, null], performances])],
      ['ranking', inSmallLetters([rankings.length, rankings])],
    ]),
    ask: async (deskgraph) => {
      const answer = await deskgraph.ask(`{ chatReport(${DAYS}) {
        agentPerformance(first: 200) { totalCount summary { ${COUNTERS} } nodes { agent { email } ${PERFORMANCE} } }
        ranking(first: 200) { totalCount nodes { agent { email } total good bad score } } } }`);
      const notes = new Notes();
      for (const field of ['agentPerformance', 'ranking'])
        notes.note(
          field,
          inSmallLetters(bare(answer.data?.chatReport?.[field] ?? null)),
          hasErrorAt(answer, 'LIVECHAT', ['chatReport', field]),
        );
      return { answers: [answer], reading: notes };
    },
  };
}

/** Somebody whom only a report names has neither a name nor a presence. */
function readAccounts(notes: Notes, { person, answer, path }: Placed): void {
  const accounts = person.accounts.filter(({ vendor }) => vendor === 'LIVECHAT');
  for (const [index, { key, name, email }] of accounts.entries()) {
    notes.note(`account ${key}`, [name, email], false);
    const said = person.presence?.filter(({ vendor }: { vendor: string }) => vendor === 'LIVECHAT')[index];
    notes.note(
      `presence ${key}`,
      said?.status ?? null,
      hasErrorAt(answer, 'LIVECHAT', [...path, 'presence']),
    );
  }
}

function readWork(notes: Notes, { person, answer, path }: Placed): void {
  for (const [index, account] of person.accounts.entries()) {
    if (account.vendor !== 'LIVECHAT') continue;
    for (const field of ['performance', 'ranking', 'availability']) {
      const failed = hasErrorAt(answer, 'LIVECHAT', [...path, 'accounts', index, field]);
      notes.note(`${field} ${account.key}`, bare(account[field] ?? null), failed);
    }
  }
}
