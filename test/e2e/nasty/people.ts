import { type Answer, type Deskgraph, startDeskgraph } from '../deskgraph.ts';
import { hasErrorAt, problemsIn, type Reading, STAFF, type Vendor } from './play.ts';

export interface Account {
  readonly vendor: Vendor;
  readonly key: string;
  readonly [field: string]: unknown;
}

export interface Person {
  readonly id: string;
  readonly accounts: readonly Account[];
  // biome-ignore lint/suspicious/noExplicitAny: each vendor's question selects fields of its own
  readonly [field: string]: any;
}

/** A person of an answer, with the answer and the place in it. */
export interface Placed {
  readonly person: Person;
  readonly answer: Answer;
  readonly path: readonly (string | number)[];
}

interface Walk {
  readonly answers: Answer[];
  readonly people: Placed[];
  readonly complaints: string[];
  /** Whether a page, or the whole list, says that the vendor's part is missing. */
  readonly gap: boolean;
}

/** How many pages a list of the small centres here can have. */
const MAX_PAGES = 20;

/** Walks the list of all people to its end, with a selection for each person. */
export async function walk(
  deskgraph: Deskgraph,
  vendor: Vendor,
  first: number,
  selection: string,
): Promise<Walk> {
  const answers: Answer[] = [];
  const people: Placed[] = [];
  const complaints: string[] = [];
  const query = `query ($after: String) { agents(first: ${first}, after: $after) {
    nodes { id accounts { vendor key } ${selection} }
    pageInfo { hasNextPage endCursor } unavailable { vendor code message } } }`;
  let gap = false;
  let after: string | null = null;
  do {
    const answer: Answer = await deskgraph.ask(query, { after });
    answers.push(answer);
    const page = answer.data?.agents;
    if (hasErrorAt(answer, vendor, ['agents'])) gap = true;
    if (!page) break;
    if (page.unavailable.some((problem: { vendor: string }) => problem.vendor === vendor)) gap = true;
    for (const [index, person] of page.nodes.entries())
      if (person) people.push({ person, answer, path: ['agents', 'nodes', index] });
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null && answers.length < MAX_PAGES);
  if (answers.length === MAX_PAGES) complaints.push('the list has no end');
  complaints.push(...repeated(people.map(({ person }) => person.id)));
  if (answers.every((answer) => problemsIn(answer.data).every((problem) => problem.vendor === vendor)))
    complaints.push(...(await lostColleagues(people, vendor, answers)));
  return { answers, people, complaints, gap };
}

function repeated(ids: readonly string[]): string[] {
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return twice.length === 0 ? [] : [`${twice.length} people are listed twice`];
}

/** Accounts of the other two vendors that the list lacks. Where a page is an error, what follows may be unread. */
async function lostColleagues(people: readonly Placed[], vendor: Vendor, answers: readonly Answer[]) {
  if (answers.some((answer) => !answer.data?.agents)) return [];
  const listed = new Set(people.flatMap(({ person }) => person.accounts.map(nameOf)));
  const lost = (await colleagues())
    .filter(({ vendor: of }) => of !== vendor)
    .filter((one) => !listed.has(nameOf(one)));
  return lost.length === 0 ? [] : [`${lost.map(nameOf).join(', ')} of other vendors are not listed`];
}

function nameOf({ vendor, key }: Account): string {
  return `${vendor} ${key}`;
}

let memory: Promise<readonly Account[]> | undefined;

/** Every account of the sandbox's people. */
export function colleagues(): Promise<readonly Account[]> {
  memory ??= (async () => {
    await using deskgraph = await startDeskgraph({ agents: STAFF });
    const { data } = await deskgraph.ask(
      '{ agents(first: 200) { nodes { accounts { vendor key email } } } }',
    );
    return data.agents.nodes.flatMap(({ accounts }: { accounts: Account[] }) => accounts);
  })();
  return memory;
}

/** Facts read off people one by one, and which of their absences are explained. */
export class Notes implements Reading {
  readonly facts = new Map<string, unknown>();
  readonly complaints: string[] = [];
  readonly #excused = new Set<string>();
  /** Whether the list as a whole lacks people of the vendor. */
  gap = false;

  readonly excuses = (fact: string): boolean => this.#excused.has(fact) || (this.gap && !this.#known(fact));

  /** Notes a fact; where it is null or its place has an error, its absence is explained by that error only. */
  note(fact: string, value: unknown, explained: boolean): void {
    if (this.facts.has(fact)) this.complaints.push(`${fact} is told twice`);
    this.facts.set(fact, explained ? null : value);
    if (explained) this.#excused.add(fact);
  }

  #known(fact: string): boolean {
    return this.facts.has(fact);
  }

  excuse(fact: string): void {
    this.#excused.add(fact);
  }
}
