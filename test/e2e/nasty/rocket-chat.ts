import type { Answer } from '../deskgraph.ts';
import { Notes, type Placed, walk } from './people.ts';
import { type Expectation, hasErrorAt, play, type Question } from './play.ts';
import {
  accountFacts,
  type Fact,
  METRICS,
  RANGE,
  SMALL,
  type User,
  workFacts,
} from './rocket-chat-centre.ts';
import { answered, type Behaviour } from './rocket-chat-vendor.ts';

export interface Case {
  readonly says: string;
  readonly vendor: Behaviour;
  readonly expectation?: Expectation;
  readonly staff?: readonly User[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly maxCalls?: number;
  readonly code?: string;
  /** How many people a page of the walk has; 50 where left out. */
  readonly first?: number;
  /** How callers spell the addresses by which they ask for people. */
  readonly spelling?: (address: string) => string;
}

/** Plays one case; returns every broken promise. */
export function playRocketChat(it: Case): Promise<string[]> {
  const { staff = SMALL, expectation = 'either' } = it;
  return play({
    vendor: 'ROCKET_CHAT',
    address: 'ROCKETCHAT_URL',
    expectation,
    answer: (request, call) => answered(it.vendor, staff, request, call),
    questions: [listed(staff, it.first ?? 50), worked(staff), named(it, staff), extensions(staff)],
    maxCalls: it.maxCalls ?? 16 + 14 * Math.ceil(staff.length / 100),
    ...(it.environment && { environment: it.environment }),
    ...(it.code && { code: it.code }),
  });
}

const DAYS = `range: { from: "${RANGE.from}", to: "${RANGE.to}" }`;
const PLAIN = `... on RocketChatAccount { userId username name email status statusLivechat maxSimultaneousChats }`;
const PRESENCE = 'presence { vendor status reportedStatus }';
const FIGURES = `... on RocketChatAccount { username availability(${DAYS}) { availableSeconds coversFrom coversTo }
  overview(${DAYS}) { ${Object.keys(METRICS).join(' ')} } }`;
const WORK = `statusSegments(${DAYS}, vendors: [ROCKET_CHAT], first: 200) { nodes { startedAt endedAt durationSeconds }
  unavailable { vendor code message } } timeInStatus(${DAYS}, vendors: [ROCKET_CHAT]) { status seconds }`;

/** A question to the list of all, walked to its end. */
function walked(
  name: string,
  first: number,
  selection: string,
  truth: Iterable<Fact>,
  read: typeof readAccounts,
): Question {
  return {
    name,
    truth: new Map(truth),
    ask: async (deskgraph) => {
      const { answers, people, complaints, gap } = await walk(deskgraph, 'ROCKET_CHAT', first, selection);
      const notes = new Notes();
      notes.gap = gap;
      notes.complaints.push(...complaints);
      for (const placed of people) read(notes, placed);
      return { answers, reading: notes };
    },
  };
}

function listed(staff: readonly User[], first: number): Question {
  return walked(
    'the list',
    first,
    `accounts { ${PLAIN} } ${PRESENCE}`,
    staff.flatMap(accountFacts),
    readAccounts,
  );
}

function worked(staff: readonly User[]): Question {
  return walked(
    'the work of all',
    200,
    `accounts { ${FIGURES} } ${WORK}`,
    staff.flatMap(workFacts),
    readWork,
  );
}

/** A few, each by every address and by username. */
function named({ spelling = String }: Case, staff: readonly User[]): Question {
  const few = staff.length <= 4 ? staff : [...staff.slice(0, 2), ...staff.slice(-1)];
  const ways = few.flatMap((user) => [
    ...user.emails
      .filter((email) => email.includes('@'))
      .map((email) => ({ user, by: 'email', value: spelling(email) })),
    { user, by: 'rocketChatUsername', value: user.username },
  ]);
  const factsOf = ({ user, value }: (typeof ways)[number]) =>
    [...accountFacts(user), ...workFacts(user)].map(([fact, said]): Fact => [`by ${value}: ${fact}`, said]);
  return {
    name: 'one by one',
    truth: new Map(ways.flatMap(factsOf)),
    ask: async (deskgraph) => {
      if (ways.length === 0) return { answers: [], reading: new Notes() };
      const declared = ways.map((_, index) => `$v${index}: String!`).join(' ');
      const fields = ways.map(
        ({ by }, index) =>
          `a${index}: agent(by: { ${by}: $v${index} }) { id accounts { vendor key ${PLAIN} ${FIGURES} } ${PRESENCE} ${WORK} }`,
      );
      const values = Object.fromEntries(ways.map(({ value }, index) => [`v${index}`, value]));
      const answer = await deskgraph.ask(`query (${declared}) { ${fields.join('\n')} }`, values);
      const notes = new Notes();
      for (const [index, way] of ways.entries()) readOne(notes, answer, `a${index}`, way.value, way.user);
      return { answers: [answer], reading: notes };
    },
  };
}

function readOne(notes: Notes, answer: Answer, alias: string, value: string, user: User): void {
  const one = new Notes();
  const person = answer.data?.[alias] ?? null;
  if (person) {
    readAccounts(one, { person, answer, path: [alias] });
    readWork(one, { person, answer, path: [alias] });
  }
  one.gap = hasErrorAt(answer, 'ROCKET_CHAT', person ? [alias, 'accounts'] : [alias]);
  for (const [fact] of [...accountFacts(user), ...workFacts(user)])
    notes.note(`by ${value}: ${fact}`, one.facts.get(fact) ?? null, one.excuses(fact));
  notes.complaints.push(...one.complaints);
}

/** Those who may be given an extension: in this centre all. */
function extensions(staff: readonly User[]): Question {
  return {
    name: 'the extensions',
    truth: new Map(staff.map(({ username }) => [`extension ${username}`, true])),
    ask: async (deskgraph) => {
      const answers: Answer[] = [];
      const notes = new Notes();
      let after: string | null = null;
      do {
        const answer: Answer = await deskgraph.ask(
          `query ($after: String) { agentsAvailableForExtension(first: 200, after: $after) { nodes { accounts { vendor key } }
            pageInfo { hasNextPage endCursor } unavailable { vendor code message } } }`,
          { after },
        );
        answers.push(answer);
        const page = answer.data?.agentsAvailableForExtension;
        if (hasErrorAt(answer, 'ROCKET_CHAT', ['agentsAvailableForExtension'])) notes.gap = true;
        if (page?.unavailable.some(({ vendor }: { vendor: string }) => vendor === 'ROCKET_CHAT'))
          notes.gap = true;
        for (const person of page?.nodes ?? [])
          for (const { vendor, key } of person?.accounts ?? [])
            if (vendor === 'ROCKET_CHAT') notes.note(`extension ${key}`, true, false);
        after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null && answers.length < 10);
      if (after !== null) notes.complaints.push('the list has no end');
      return { answers, reading: notes };
    },
  };
}

/** Somebody of whom only the username is known has no account facts: the list has to say why. */
function readAccounts(notes: Notes, { person, answer, path }: Placed): void {
  const accounts = person.accounts.filter(({ vendor }) => vendor === 'ROCKET_CHAT');
  for (const [index, account] of accounts.entries()) {
    const { key, userId, username, name, email, status, statusLivechat, maxSimultaneousChats } = account;
    const bare = userId === null && status === null && name === null;
    const plain = [userId, username, name, email, status, statusLivechat];
    notes.note(`account ${key}`, bare ? null : plain, bare && notes.gap);
    const place = [...path, 'accounts', person.accounts.indexOf(account), 'maxSimultaneousChats'];
    notes.note(
      `limit ${key}`,
      maxSimultaneousChats,
      hasErrorAt(answer, 'ROCKET_CHAT', place) || (bare && notes.gap),
    );
    const said = person.presence?.filter(({ vendor }: { vendor: string }) => vendor === 'ROCKET_CHAT')[index];
    const explained = hasErrorAt(answer, 'ROCKET_CHAT', [...path, 'presence']) || (bare && notes.gap);
    notes.note(`presence ${key}`, said ? [said.status, said.reportedStatus] : null, explained);
  }
}

/** What one account's reports say. */
function figuresOf(account: Placed['person']['accounts'][number]) {
  const { availability = null, overview = null } = account as {
    readonly availability?: object | null;
    readonly overview?: Readonly<Record<string, unknown>> | null;
  };
  return { availability, overview };
}

function readWork(notes: Notes, { person, answer, path }: Placed): void {
  for (const [index, account] of person.accounts.entries()) {
    if (account.vendor !== 'ROCKET_CHAT') continue;
    const { key } = account;
    const { availability, overview } = figuresOf(account);
    const failed = (...place: (string | number)[]) => hasErrorAt(answer, 'ROCKET_CHAT', [...path, ...place]);
    const list = person.statusSegments;
    const missing = failed('statusSegments') || list?.unavailable.length > 0;
    notes.note(`segments ${key}`, list?.nodes.map(Object.values) ?? null, missing);
    const times = person.timeInStatus?.map(Object.values) ?? null;
    notes.note(`times ${key}`, times, failed('timeInStatus'));
    const covered = availability ? Object.values(availability) : null;
    notes.note(`availability ${key}`, covered, failed('accounts', index, 'availability'));
    for (const field of Object.keys(METRICS))
      notes.note(`${field} ${key}`, overview?.[field] ?? null, failed('accounts', index, 'overview', field));
  }
}
