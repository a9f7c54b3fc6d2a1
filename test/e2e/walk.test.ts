import { describe, expect, it } from 'vitest';
import { staffOf } from '../unit/sandbox/staff.ts';
import { type Deskgraph, startDeskgraph } from './deskgraph.ts';

const PAGE = `query Page($first: Int, $after: String, $last: Int, $before: String, $filter: AgentFilter) {
  agents(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
    edges { cursor node { id accounts { vendor key } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    unavailable { vendor }
  }
}`;

interface Person {
  readonly id: string;
  readonly accounts: readonly { readonly vendor: string; readonly key: string }[];
}

async function walk(deskgraph: Deskgraph, direction: 'forwards' | 'backwards', count: number, filter = {}) {
  const people: Person[] = [];
  for (let cursor: string | null = null, more = true; more; ) {
    const window: object =
      direction === 'forwards' ? { first: count, after: cursor } : { last: count, before: cursor };
    const { data, errors } = await deskgraph.ask(PAGE, { ...window, filter });
    expect(errors).toBeUndefined();
    const { edges, pageInfo } = data.agents;
    const page: Person[] = edges.map(({ node }: { node: Person }) => node);
    if (direction === 'forwards') people.push(...page);
    else people.unshift(...page);
    cursor = direction === 'forwards' ? pageInfo.endCursor : pageInfo.startCursor;
    more = direction === 'forwards' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
  }
  return people;
}

/** The people of the sandbox as lists of accounts, from the events' own side: all, or who bears a matching word. */
function staff(deskgraph: Deskgraph, matches: (word: string) => boolean = () => true): string[] {
  const people = staffOf(deskgraph.sandbox.centre).flatMap(
    ({ firstName, lastName, rocketChat, koreAi, liveChat }) => {
      const name = `${firstName} ${lastName}`;
      const accounts = [
        rocketChat && {
          account: `ROCKET_CHAT ${rocketChat.username}`,
          words: [name, rocketChat.username, ...rocketChat.emails.map(({ address }) => address)],
        },
        koreAi && { account: `KORE_AI ${koreAi.userId}`, words: [koreAi.named ? name : '', koreAi.email] },
        liveChat && { account: `LIVECHAT ${liveChat.email}`, words: [name, liveChat.email] },
      ].filter((account) => account !== null);
      // A Rocket.Chat user without an address has nothing by which to be joined to the other accounts.
      return rocketChat?.emails.length === 0 ? [accounts.slice(0, 1), accounts.slice(1)] : [accounts];
    },
  );
  return people
    .filter((accounts) => accounts.some(({ words }) => words.some(matches)))
    .map((accounts) => accounts.map(({ account }) => account).join(', '))
    .sort();
}

function described(people: readonly Person[]): string[] {
  return people.map(({ accounts }) => accounts.map(({ vendor, key }) => `${vendor} ${key}`).join(', '));
}

describe.each([60, 230])('a walk over the people of a centre of %i', (agents) => {
  /** Pages that no page of a vendor's list is a multiple of. */
  const size = Math.ceil(agents / 9);

  it('gives everybody once, with all their accounts, forwards and backwards', async () => {
    await using deskgraph = await startDeskgraph({ agents });
    const there = await walk(deskgraph, 'forwards', size);
    const back = await walk(deskgraph, 'backwards', size);
    expect(described(there).sort()).toEqual(staff(deskgraph));
    expect(new Set(there.map(({ id }) => id)).size).toBe(there.length);
    expect(back).toEqual(there);
  });

  it('gives the same list whatever the size of its pages', async () => {
    await using deskgraph = await startDeskgraph({ agents });
    const [small, large] = [await walk(deskgraph, 'forwards', 31), await walk(deskgraph, 'forwards', 200)];
    expect(small).toEqual(large);
  });

  it.each([
    [{ vendors: ['KORE_AI'] }],
    [{ vendors: ['LIVECHAT', 'KORE_AI'] }],
    [{ text: 'an' }],
    [{ text: 'AN', vendors: ['LIVECHAT'] }],
    [{ activeDuring: { from: '2026-03-17T00:00:00Z', to: '2026-03-18T00:00:00Z' } }],
  ])('can be filtered by %j, in both directions alike', async (filter) => {
    await using deskgraph = await startDeskgraph({ agents });
    const there = await walk(deskgraph, 'forwards', size, filter);
    expect(there.length).toBeGreaterThan(0);
    expect(await walk(deskgraph, 'backwards', size, filter)).toEqual(there);
    expect(new Set(there.map(({ id }) => id)).size).toBe(there.length);
  });

  it('leaves out exactly those who have no account at a wanted vendor', async () => {
    await using deskgraph = await startDeskgraph({ agents });
    const vendors = ['LIVECHAT', 'KORE_AI'];
    const everyone = await walk(deskgraph, 'forwards', 200);
    const wanted = everyone.filter(({ accounts }) => accounts.some(({ vendor }) => vendors.includes(vendor)));
    expect(wanted.length).toBeLessThan(everyone.length);
    expect(await walk(deskgraph, 'forwards', 19, { vendors })).toEqual(wanted);
  });

  it('finds by text whoever has it in a name, an address or a username, at whichever vendor', async () => {
    await using deskgraph = await startDeskgraph({ agents });
    const found = await walk(deskgraph, 'forwards', 19, { text: 'MAR' });
    const matching = staff(deskgraph, (word) => word.toLowerCase().includes('mar'));
    expect(described(found).sort()).toEqual(matching);
  });
});
