import { beforeAll, expect, it } from 'vitest';
import { FakeClock } from '../unit/upstream/fake-clock.ts';
import { type Answer, type Deskgraph, startDeskgraph } from './deskgraph.ts';

const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String) {
  agents(first: $first, after: $after, last: $last, before: $before) {
    nodes { id accounts { vendor key } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    unavailable { vendor }
  }
}`;

type Direction = 'forwards' | 'backwards';

/** When a call may go out again: a minute after its answer, and a margin. */
const WINDOW_SECONDS = 61;

/** Seven pages of Rocket.Chat's list, and thirteen of Kore.ai's. */
const AGENTS = 700;

/** Everybody, of whom each page is asked for by `ask` until it is given. */
async function walk(direction: Direction, count: number, ask: (window: object) => Promise<Answer>) {
  const people: unknown[] = [];
  for (let cursor: string | null = null, more = true; more; ) {
    const { data, errors } = await ask(
      direction === 'forwards' ? { first: count, after: cursor } : { last: count, before: cursor },
    );
    expect([errors, data.agents.unavailable]).toEqual([undefined, []]);
    const { nodes, pageInfo } = data.agents;
    if (direction === 'forwards') people.push(...nodes);
    else people.unshift(...nodes);
    cursor = direction === 'forwards' ? pageInfo.endCursor : pageInfo.startCursor;
    more = direction === 'forwards' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
  }
  return people;
}

/** Everybody, as a walk without limits has them. */
let everybody: readonly unknown[];
beforeAll(async () => {
  await using deskgraph = await startDeskgraph({ agents: AGENTS });
  everybody = await walk('forwards', 200, (window) => deskgraph.ask(PAGE, window));
});

/** Asks for whole pages only, and again after seconds as the answer says. The clock does not go by itself. */
async function patiently(deskgraph: Deskgraph, clock: FakeClock, window: object): Promise<Answer> {
  for (let waits = 0; waits < 20; waits += 1) {
    const answer = await deskgraph.ask(PAGE, window);
    const [error] = answer.errors ?? [];
    if (error === undefined) return answer;
    expect(error.extensions?.code).toBe('UPSTREAM_RATE_LIMITED');
    const seconds = error.extensions?.retryAfterSeconds ?? expect.fail('no retryAfterSeconds');
    // Whole windows pass, so that no call waits for a turn within an operation, while the clock stands still.
    expect(seconds).toBeLessThanOrEqual(WINDOW_SECONDS);
    await clock.advance(WINDOW_SECONDS * 1000);
  }
  return expect.fail('The page is never given.');
}

it.each([
  ['forwards', 25, { rocketChat: 3, koreAi: 14, operation: 60 }],
  ['forwards', 80, { rocketChat: 4, koreAi: 20, operation: 18 }],
  ['backwards', 60, { rocketChat: 2, koreAi: 14, operation: 60 }],
  // Rocket.Chat's seven pages and Kore.ai's thirteen are more than one operation may read.
  ['backwards', 25, { rocketChat: 10, koreAi: 20, operation: 15 }],
] as const)(
  'a walk %s in pages of %i within the calls a minute and an operation of %j has everybody once',
  async (direction, count, calls) => {
    const clock = new FakeClock();
    await using deskgraph = await startDeskgraph({
      agents: AGENTS,
      clock,
      sandboxOptions: { quotas: 20, now: () => clock.now() },
      environment: {
        ROCKETCHAT_CALLS_PER_MINUTE: String(calls.rocketChat),
        KORE_AI_CALLS_PER_MINUTE: String(calls.koreAi),
        DESKGRAPH_MAX_CALLS: String(calls.operation),
        DESKGRAPH_DEADLINE_MS: '50000',
      },
    });
    const people = await walk(direction, count, (window) => patiently(deskgraph, clock, window));
    expect(people).toEqual(everybody);
    expect(deskgraph.sandbox.calls.every(({ status }) => status === 200)).toBe(true);
  },
);
