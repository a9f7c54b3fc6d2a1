import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../src/domain/account.ts';
import { NO_IDENTITIES } from '../../../src/domain/identity.ts';
import { type People, PeopleCache } from '../../../src/people/index.ts';
import { FakeClock } from '../upstream/fake-clock.ts';
import { operation } from '../vendors/asking.ts';
import { account, peopleOf, vendorWith } from './directories.ts';

const PAGE = { direction: 'forwards', after: null, before: null } as const;
const EVERYBODY = { vendors: null, text: null };
const PEOPLE = Array.from({ length: 60 }, (_, index) => `person${index + 10}@example.com`);

/** Three vendors of which Kore.ai compares addresses exactly. */
function vendorsWith(
  rocketChat: readonly string[],
  koreAi: readonly string[],
  liveChat: readonly string[] = [],
) {
  const of = (vendor: Account['vendor'], emails: readonly string[]) =>
    emails.map((email) => account(vendor, `${vendor === 'KORE_AI' ? 'u-' : ''}${email}`, [email]));
  const pages = { pageSize: 50, tellsTotal: false, ordered: false };
  return {
    rocketChat: vendorWith('ROCKET_CHAT', of('ROCKET_CHAT', rocketChat), {
      ...{ pageSize: 100, lookupSize: 1, tellsTotal: true, ordered: true },
    }),
    koreAi: vendorWith('KORE_AI', of('KORE_AI', koreAi), { ...pages, lookupSize: 50, exact: 'yes' }),
    liveChat: vendorWith('LIVECHAT', of('LIVECHAT', liveChat), {
      ...{ pageSize: Number.POSITIVE_INFINITY, lookupSize: null, tellsTotal: true, ordered: true },
    }),
  };
}

let cache: PeopleCache;
beforeEach(() => {
  cache = new PeopleCache(new FakeClock());
});

/** A new operation over these vendors. */
function people({ rocketChat, koreAi, liveChat }: ReturnType<typeof vendorsWith>): People {
  return peopleOf([rocketChat.port, koreAi.port, liveChat.port], NO_IDENTITIES, cache, operation());
}

const vendorsOf = ({ accounts }: { readonly accounts: readonly Account[] }) =>
  accounts.map(({ vendor }) => vendor);

describe('a vendor that compares addresses exactly', () => {
  it('is asked once for a page of fifty people, where all addresses are in lower case', async () => {
    const vendors = vendorsWith(PEOPLE.slice(0, 50), PEOPLE.slice(0, 50));
    const page = await people(vendors).page(EVERYBODY, { ...PAGE, count: 50 });
    expect(new Set(page.people.map(({ person }) => vendorsOf(person).join()))).toEqual(
      new Set(['ROCKET_CHAT,KORE_AI']),
    );
    expect(vendors.koreAi.state.calls).toBe(1);
  });

  it('is asked once for a page, in the spellings of all other vendors', async () => {
    const vendors = vendorsWith(
      ['Ana@example.com', 'ben@example.com', 'eva@example.com'],
      ['Ana@example.com', 'Ben@example.com', 'EVA@example.com'],
      ['Ben@example.com'],
    );
    const page = await people(vendors).page(EVERYBODY, { ...PAGE, count: 2 });
    expect(page.people.map(({ person }) => vendorsOf(person))).toEqual([
      ['ROCKET_CHAT', 'KORE_AI'],
      ['ROCKET_CHAT', 'KORE_AI', 'LIVECHAT'],
    ]);
    expect(vendors.koreAi.state.calls).toBe(1);
  });

  it('is read whole, once an hour, for one person whose address it spells otherwise', async () => {
    const vendors = vendorsWith(['ana@example.com'], [...PEOPLE, 'ANA@example.com']);
    const { state } = vendors.koreAi;
    const found = await people(vendors).byEmail('ana@example.com');
    expect(found && vendorsOf(found)).toEqual(['ROCKET_CHAT', 'KORE_AI']);
    // One lookup, and two pages.
    expect(state.calls).toBe(3);
    expect(await people(vendors).byKey({ kind: 'email', email: 'ana@example.com' })).toEqual(found);
    // By the spelling that the list has shown.
    expect(state.calls).toBe(4);
    expect(await people(vendors).byEmail('zoe@example.com')).toBeNull();
    expect(state.calls).toBe(5);
  });

  it('fails, and does not say that it knows nobody, where its list cannot be read', async () => {
    const vendors = vendorsWith(['ana@example.com'], [...PEOPLE, 'ANA@example.com']);
    let calls = 0;
    vendors.koreAi.state.fails = () => ++calls > 1;
    const asked = people(vendors);
    const found = await asked.byEmail('ana@example.com');
    expect(found && [vendorsOf(found), found.unavailable.map(({ vendor }) => vendor)]).toEqual([
      ['ROCKET_CHAT'],
      ['KORE_AI'],
    ]);
    await expect(people(vendors).byEmail('zoe@example.com')).rejects.toMatchObject({
      vendor: 'KORE_AI',
      code: 'UPSTREAM_UNAVAILABLE',
    });
  });

  it('is read whole to tell who is not on its list, so that nobody is listed twice', async () => {
    const vendors = vendorsWith([], [...PEOPLE, 'ANA@example.com'], ['ana@example.com', 'zoe@example.com']);
    const page = await people(vendors).page(EVERYBODY, { ...PAGE, direction: 'backwards', count: 2 });
    expect(page.people.map(({ person }) => person.accounts.map(({ key }) => key))).toEqual([
      ['u-ANA@example.com', 'ana@example.com'],
      ['zoe@example.com'],
    ]);
  });
});
