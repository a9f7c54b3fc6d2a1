import { type StubAnswer, type StubRequest, startStubVendor } from '../../unit/vendors/stub-vendor.ts';
import { type Answer, type Deskgraph, startDeskgraph } from '../deskgraph.ts';

/** Stands in every hostile body where no name or word of the vendor's belongs: no message may ever hold it. */
export const CANARY = 'CANARY-TEXT';

export type Vendor = 'ROCKET_CHAT' | 'KORE_AI' | 'LIVECHAT';

/** What a vendor does that never answers. */
export const SILENCE = Symbol('silence');
export type Reply = StubAnswer | typeof SILENCE;

/** Whether all of the truth has to arrive, or whether a part cannot and has to be missing with an error. */
export type Expectation = 'whole' | 'error' | 'either';

/** What an answer says of the played vendor, fact by fact; a fact that is null is not said. */
export interface Reading {
  readonly facts: ReadonlyMap<string, unknown>;
  /** Whether a coded error of the vendor covers the absence of a fact. */
  readonly excuses: (fact: string) => boolean;
  /** What is wrong whatever the truth is. */
  readonly complaints?: readonly string[];
}

/** One question, asked once the gateway is up: its answers, and what they say. */
export interface Question {
  readonly name: string;
  readonly ask: (deskgraph: Deskgraph) => Promise<{ answers: readonly Answer[]; reading: Reading }>;
  /** The facts that a healthy vendor would have given. */
  readonly truth: ReadonlyMap<string, unknown>;
}

export interface Play {
  readonly vendor: Vendor;
  /** The environment variable that holds the vendor's address. */
  readonly address: string;
  readonly answer: (request: StubRequest, call: number) => Reply;
  readonly questions: readonly Question[];
  readonly expectation: Expectation;
  /** The most calls to the vendor that one question may cost. */
  readonly maxCalls: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** The one code that every error has to carry. */
  readonly code?: string;
}

/** Large enough for a busy machine, and smaller than what a vendor that is over its limit asks to wait. */
const PATIENT = { DESKGRAPH_DEADLINE_MS: '25000' };

/** Asks all questions of a gateway whose one vendor is played; returns every way in which an answer breaks the promises. */
export async function play(game: Play): Promise<string[]> {
  let calls = 0;
  let silent = false;
  await using stub = await startStubVendor(async (request, gone) => {
    calls += 1;
    const reply = game.answer(request, calls);
    if (reply !== SILENCE) return reply;
    silent = true;
    if (!gone.aborted) await new Promise((resolve) => gone.addEventListener('abort', resolve));
    return { body: '' };
  });
  const hurried = game.environment?.DESKGRAPH_DEADLINE_MS !== undefined;
  await using deskgraph = await startDeskgraph({
    agents: STAFF,
    environment: { ...PATIENT, ...game.environment, [game.address]: stub.url },
  });

  const complaints: string[] = [];
  let missing = 0;
  for (const { name, ask, truth } of game.questions) {
    calls = 0;
    const { answers, reading } = await ask(deskgraph);
    const found = compared(truth, reading);
    missing += found.missing;
    const told = [
      ...answers.flatMap((answer) => faultsOf(answer, game.vendor, hurried || silent)),
      ...(reading.complaints ?? []),
      ...found.complaints,
      ...otherCodes(answers, game.code),
    ];
    if (calls > game.maxCalls) told.push(`${calls} calls`);
    complaints.push(...told.map((complaint) => `${name}: ${complaint}`));
  }
  if (game.expectation === 'whole' && missing > 0)
    complaints.push(`${missing} facts are missing, with an error`);
  if (game.expectation === 'error' && missing === 0)
    complaints.push('nothing is missing, though it has to be');
  return complaints;
}

/** People in the sandbox, which plays the other two vendors. */
export const STAFF = 4;

/** The environment of cases in which the vendor is silent. Under it the sandbox may be too late, too. */
export const SHORT = { DESKGRAPH_DEADLINE_MS: '900' };

function compared(truth: ReadonlyMap<string, unknown>, { facts, excuses }: Reading) {
  const complaints: string[] = [];
  let missing = 0;
  for (const [fact, value] of truth) {
    const said = facts.get(fact) ?? null;
    if (value === null) continue;
    if (said === null) {
      missing += 1;
      if (!excuses(fact)) complaints.push(`${fact} is missing without an error`);
    } else if (JSON.stringify(said) !== JSON.stringify(value))
      complaints.push(`${fact} is ${JSON.stringify(said)}, should be ${JSON.stringify(value)}`);
  }
  for (const [fact, said] of facts) {
    if (said !== null && (truth.get(fact) ?? null) === null)
      complaints.push(`${fact} is made up: ${JSON.stringify(said)}`);
  }
  return { complaints, missing };
}

function otherCodes(answers: readonly Answer[], code: string | undefined): string[] {
  if (code === undefined) return [];
  const codes = answers.flatMap(({ errors = [], data }) => [
    ...errors.map(({ extensions }) => extensions?.code),
    ...problemsIn(data).map((problem) => problem.code),
  ]);
  const others = new Set(codes.filter((one) => one !== code));
  return others.size === 0 ? [] : [`${[...others].join(', ')} in place of ${code}`];
}

/** Errors that no vendor's misbehaviour may cause, and texts that may not be passed on. */
function faultsOf(answer: Answer, vendor: Vendor, hurried: boolean): string[] {
  const complaints: string[] = [];
  for (const { message, path, extensions } of answer.errors ?? []) {
    const late = hurried && extensions?.code === 'UPSTREAM_TIMEOUT';
    if (!extensions?.code?.startsWith('UPSTREAM_') || (extensions.vendor !== vendor && !late))
      complaints.push(
        `error of ${extensions?.vendor ?? 'no vendor'} at ${path?.join('.')}: ${extensions?.code}`,
      );
    if (message.includes(CANARY)) complaints.push(`raw text in the message ${message}`);
  }
  if (JSON.stringify([answer.errors, answer.extensions]).includes(CANARY))
    complaints.push('raw text in errors');
  for (const problem of problemsIn(answer.data)) {
    if (problem.vendor !== vendor && !(hurried && problem.code === 'UPSTREAM_TIMEOUT'))
      complaints.push(`${problem.vendor} is unavailable: ${problem.code}`);
    if (problem.message?.includes(CANARY)) complaints.push(`raw text in the problem ${problem.message}`);
  }
  return complaints;
}

interface Problem {
  readonly vendor: string;
  readonly code: string;
  readonly message?: string;
}

/** Every entry of every `unavailable` in an answer. */
export function problemsIn(value: unknown): Problem[] {
  if (Array.isArray(value)) return value.flatMap(problemsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'unavailable' ? (inner as Problem[]) : problemsIn(inner),
  );
}

/**
 * Whether the answer has an error of the vendor at a path or above it. A timeout of another vendor explains an absence, too:
 * under a short deadline it may be told in the place of the vendor's own, and elsewhere it is a complaint of its own.
 */
export function hasErrorAt(answer: Answer, vendor: Vendor, path: readonly (string | number)[]): boolean {
  return (answer.errors ?? []).some(
    (error) =>
      (error.extensions?.vendor === vendor || error.extensions?.code === 'UPSTREAM_TIMEOUT') &&
      error.extensions.code?.startsWith('UPSTREAM_') &&
      (error.path ?? []).every((part, index) => part === path[index]),
  );
}
