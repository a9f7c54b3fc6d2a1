import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Account, normalizeEmail } from '../../../src/domain/account.ts';
import { NO_IDENTITIES } from '../../../src/domain/identity.ts';
import { openVendors, type VendorPort } from '../../../src/domain/ports.ts';
import type { PeopleFilter, Position } from '../../../src/people/index.ts';
import { People, PeopleCache } from '../../../src/people/index.ts';
import { FakeClock } from '../upstream/fake-clock.ts';
import { operation } from '../vendors/asking.ts';
import { account, vendorWith } from './directories.ts';

const EVERYBODY: PeopleFilter = { vendors: null, text: null };

/**
 * Staff of which everybody has up to two addresses. Rocket.Chat may know both, one or none of somebody's; Kore.ai and
 * LiveChat know one, spelled in another case at times.
 */
const staff = fc
  .array(
    fc.record({
      rocketChat: fc.constantFrom(null, [], [0], [1], [0, 1], [1, 0]),
      koreAi: fc.constantFrom(null, 0, 1),
      liveChat: fc.constantFrom(null, 0, 1),
      shouts: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((people) =>
    people.flatMap(({ rocketChat, koreAi, liveChat, shouts }, index) => {
      const address = (which: number) => `person${index}${which === 0 ? '' : '.alias'}@example.com`;
      const spelled = (which: number) => (shouts ? address(which).toUpperCase() : address(which));
      return [
        rocketChat && account('ROCKET_CHAT', `user${index}`, rocketChat.map(address)),
        koreAi === null ? null : account('KORE_AI', `u-${(index * 7919) % 10_007}`, [spelled(koreAi)]),
        liveChat === null ? null : account('LIVECHAT', spelled(liveChat), [spelled(liveChat)]),
      ].filter((found): found is Account => found !== null);
    }),
  );

/** People by the definition: accounts that share an address, however many steps away, belong together. */
function components(accounts: readonly Account[]): string[] {
  const groups: Account[][] = [];
  for (const next of accounts) {
    const emails = (group: readonly Account[]) => group.flatMap((a) => a.emails.map(normalizeEmail));
    const own = emails([next]);
    const joined = groups.filter((group) => emails(group).some((email) => own.includes(email)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push([...joined.flat(), next]);
  }
  return groups.map(described).sort();
}

function described(accounts: readonly Account[]): string {
  return accounts
    .map(({ vendor, key }) => `${vendor} ${key}`)
    .sort()
    .join(', ');
}

function vendorsOf(accounts: readonly Account[], pageSizes: readonly [number, number]) {
  const of = (vendor: string) => accounts.filter((candidate) => candidate.vendor === vendor);
  return {
    rocketChat: vendorWith('ROCKET_CHAT', of('ROCKET_CHAT'), {
      pageSize: pageSizes[0],
      lookupSize: 1,
      tellsTotal: true,
      ordered: true,
    }),
    koreAi: vendorWith('KORE_AI', of('KORE_AI'), {
      pageSize: pageSizes[1],
      lookupSize: pageSizes[1],
      exact: 'maybe',
      tellsTotal: false,
      ordered: false,
    }),
    liveChat: vendorWith('LIVECHAT', of('LIVECHAT'), {
      pageSize: Number.POSITIVE_INFINITY,
      lookupSize: null,
      tellsTotal: true,
      ordered: true,
    }),
  };
}

type TestVendors = ReturnType<typeof vendorsOf>;

function peopleOf(ports: readonly VendorPort[], cache = new PeopleCache(new FakeClock())): People {
  const one = operation();
  return new People(openVendors(ports, one), NO_IDENTITIES, cache, one);
}

/** A new operation, as each page of a client is. */
function people({ rocketChat, koreAi, liveChat }: TestVendors): People {
  return peopleOf([rocketChat.port, koreAi.port, liveChat.port]);
}

async function walked(vendors: TestVendors, direction: 'forwards' | 'backwards', sizes: readonly number[]) {
  const found: string[] = [];
  let cursor: Position | null = null;
  for (let page = 0, more = true; more; page += 1) {
    const count = sizes[page % sizes.length] ?? 1;
    const ends = direction === 'forwards' ? { after: cursor, before: null } : { after: null, before: cursor };
    const { people: placed, hasMore } = await people(vendors).page(EVERYBODY, { direction, count, ...ends });
    const accounts = placed.map(({ person }) => described(person.accounts));
    if (direction === 'forwards') found.push(...accounts);
    else found.unshift(...accounts);
    cursor = (direction === 'forwards' ? placed.at(-1) : placed[0])?.position ?? cursor;
    more = hasMore;
  }
  return found;
}

describe('the list of all people', () => {
  it('has everybody once with all their accounts, in one order, whatever the pages’ sizes and directions', async () => {
    await fc.assert(
      fc.asyncProperty(
        staff,
        fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        async (accounts, pageSizes, sizes) => {
          const vendors = vendorsOf(accounts, pageSizes);
          const there = await walked(vendors, 'forwards', sizes);
          expect(there.toSorted()).toEqual(components(accounts));
          expect(await walked(vendors, 'backwards', sizes)).toEqual(there);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('goes on without a vendor that is down, and says which one it lacks', async () => {
    await fc.assert(
      fc.asyncProperty(staff, fc.constantFrom('rocketChat', 'koreAi', 'liveChat'), async (accounts, down) => {
        const vendors = vendorsOf(accounts, [5, 3]);
        vendors[down].state.isDown = true;
        const rest = accounts.filter(({ vendor }) => vendor !== vendors[down].port.vendor);
        const there = await walked(vendors, 'forwards', [4]);
        expect(there.toSorted()).toEqual(components(rest));
        const page = { direction: 'forwards', count: 200, after: null, before: null } as const;
        const { problems } = await people(vendors).page(EVERYBODY, page);
        expect(problems.map(({ vendor }) => vendor)).toEqual([vendors[down].port.vendor]);
      }),
      { numRuns: 150 },
    );
  });

  it('counts its people as a walk finds them, and not where a vendor cannot tell', async () => {
    await fc.assert(
      fc.asyncProperty(staff, async (accounts) => {
        const { rocketChat, koreAi, liveChat } = vendorsOf(accounts, [5, 3]);
        const withoutKoreAi = accounts.filter(({ vendor }) => vendor !== 'KORE_AI');
        const two = peopleOf([rocketChat.port, liveChat.port]);
        expect(await two.count()).toBe(components(withoutKoreAi).length);
        expect(await peopleOf([rocketChat.port, koreAi.port, liveChat.port]).count()).toBeNull();
      }),
    );
  });

  it('costs one call to each vendor for a first page of twenty, with ten thousand people at each', async () => {
    const accounts = Array.from({ length: 10_000 }, (_, index) => {
      const email = `person${index}@example.com`;
      return [
        account('ROCKET_CHAT', `user${String(index).padStart(5, '0')}`, [email]),
        account('KORE_AI', `u-${(index * 7919) % 10_007}`, [email]),
        account('LIVECHAT', email, [email]),
      ];
    }).flat();
    const vendors = vendorsOf(accounts, [100, 50]);
    const page = await people(vendors).page(EVERYBODY, {
      direction: 'forwards',
      count: 20,
      after: null,
      before: null,
    });
    expect(page.people.map(({ person }) => person.accounts.length)).toEqual(Array(20).fill(3));
    expect([vendors.rocketChat, vendors.koreAi, vendors.liveChat].map(({ state }) => state.calls)).toEqual([
      1, 1, 1,
    ]);
  });

  it.each([
    ['reads a short list to tell who is not in it, where asking for each would cost more', 3, 60, 3],
    ['asks for the few it needs, where reading the list would cost more', 50, 4, 1 + 4],
  ])('%s', async (_, rocketChatPages, others, calls) => {
    const pad = (index: number) => String(index).padStart(5, '0');
    const users = Array.from({ length: rocketChatPages * 100 }, (_unused, index) =>
      account('ROCKET_CHAT', `user${pad(index)}`, [`user${pad(index)}@example.com`]),
    );
    const rest = Array.from({ length: others }, (_unused, index) =>
      account('LIVECHAT', `other${pad(index)}@example.com`, [`other${pad(index)}@example.com`]),
    );
    const { rocketChat, koreAi, liveChat } = vendorsOf([...users, ...rest], [100, 50]);
    const last = users.at(-1)?.key ?? '';
    const after = {
      vendor: 'ROCKET_CHAT' as const,
      offset: users.length - 1,
      key: last,
      leftOut: [],
      partial: [],
    };
    const page = await people({ rocketChat, koreAi, liveChat }).page(EVERYBODY, {
      direction: 'forwards',
      count: 200,
      after,
      before: null,
    });
    expect(page.people).toHaveLength(others);
    expect(rocketChat.state.calls).toBe(calls);
  });

  it('is read and joined once for the same page, however often an operation asks for it', async () => {
    const asked = people(vendorsOf([account('LIVECHAT', 'ana@example.com', ['ana@example.com'])], [5, 3]));
    const window = { direction: 'forwards', count: 2, after: null, before: null } as const;
    const [first, again] = await Promise.all([
      asked.page(EVERYBODY, window),
      asked.page({ ...EVERYBODY }, { ...window }),
    ]);
    expect(first.people).toHaveLength(1);
    expect(again).toBe(first);
  });

  it('of whoever was active keeps the accounts at a vendor whose report of it fails', async () => {
    const range = {
      from: Temporal.Instant.from('2026-03-17T00:00:00Z'),
      to: Temporal.Instant.from('2026-03-18T00:00:00Z'),
    };
    const accounts = [0, 1, 2].flatMap((index) => [
      account('ROCKET_CHAT', `user${index}`, [`person${index}@example.com`]),
      account('KORE_AI', `u-${index}`, [`person${index}@example.com`]),
    ]);
    const vendors = vendorsOf(accounts, [100, 50]);
    vendors.rocketChat.state.isReportDown = true;
    const active = await people(vendors).activeDuring(range, EVERYBODY, []);
    expect(active.people.map((person) => described(person.accounts))).toEqual(components(accounts));
    expect(active.problems.map(({ vendor, code }) => [vendor, code])).toEqual([
      ['ROCKET_CHAT', 'UPSTREAM_UNSUPPORTED'],
    ]);
  });

  it('keeps its place when somebody before it comes or goes between two pages', async () => {
    const users = Array.from({ length: 12 }, (_, index) => account('ROCKET_CHAT', `user${index + 10}`, []));
    const page = (accounts: readonly Account[], after: Position | null) =>
      people(vendorsOf(accounts, [4, 3])).page(EVERYBODY, {
        direction: 'forwards',
        count: 5,
        after,
        before: null,
      });
    const first = await page(users, null);
    const cursor = first.people.at(-1)?.position ?? null;
    const keys = async (accounts: readonly Account[]) =>
      (await page(accounts, cursor)).people.map(({ position }) => position.key);
    const expected = ['user15', 'user16', 'user17', 'user18', 'user19'];
    expect(await keys(users.slice(2))).toEqual(expected);
    expect(await keys([account('ROCKET_CHAT', 'anew', []), ...users])).toEqual(expected);
    expect(await keys(users.filter(({ key }) => key !== 'user14'))).toEqual(expected);
  });
});
