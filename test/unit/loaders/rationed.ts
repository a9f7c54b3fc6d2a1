import { type Account, normalizeEmail } from '../../../src/domain/account.ts';
import { CallBudget } from '../../../src/domain/call-budget.ts';
import { machineClock } from '../../../src/domain/clock.ts';
import { UpstreamError } from '../../../src/domain/errors.ts';
import { NO_IDENTITIES } from '../../../src/domain/identity.ts';
import type { VendorPort } from '../../../src/domain/ports.ts';
import type { PeopleFilter, PlacedPerson, Position } from '../../../src/people/index.ts';
import { PeopleCache } from '../../../src/people/index.ts';
import { operation } from '../vendors/asking.ts';
import { account, extended, peopleOf, vendorWith } from './directories.ts';

/** Calls of each vendor a minute, and of one operation. */
export interface Limits {
  readonly rocketChat: number;
  readonly koreAi: number;
  readonly operation: number;
}

/** A vendor that takes so many calls a minute, and no more than its operation may make. */
function rationed(
  port: VendorPort,
  minute: { readonly made: Map<string, number> },
  limit: number,
): VendorPort {
  const { vendor } = port;
  return extended(port, ({ directory }, { budget }) => {
    function count(): void {
      if (!budget.need(vendor, 'list')) throw budget.tooManyCalls();
      const made = (minute.made.get(vendor) ?? 0) + 1;
      minute.made.set(vendor, made);
      if (made > limit) throw new UpstreamError(vendor, 'UPSTREAM_RATE_LIMITED', 'quota spent.', 60);
    }
    const { lookup } = directory;
    const page: typeof directory.page = async (index) => {
      count();
      return directory.page(index);
    };
    if (lookup === undefined) return { directory: { ...directory, page } };
    const byEmail: typeof lookup.byEmail = async (emails) => {
      count();
      return lookup.byEmail(emails);
    };
    return { directory: { ...directory, page, lookup: { ...lookup, byEmail } } };
  });
}

/** Staff of `size`, of whom every `loner`th is at Kore.ai or LiveChat alone, and all others at every vendor. */
export function overlappingStaff(size: number, loner: number) {
  const people = Array.from({ length: size }, (_, index) => {
    const email = `person${String(index).padStart(5, '0')}@example.com`;
    return {
      rocketChat: account('ROCKET_CHAT', `user${String(index).padStart(5, '0')}`, [email]),
      koreAi: account('KORE_AI', `u-${(index * 7919) % 1_000_003}`, [email]),
      liveChat: account('LIVECHAT', email, [email]),
      alone: index % loner !== loner - 1 ? null : index % (2 * loner) < loner ? 'KORE_AI' : 'LIVECHAT',
    };
  });
  const of = (vendor: string, pick: (person: (typeof people)[number]) => Account) =>
    people.filter(({ alone }) => alone === null || alone === vendor).map(pick);
  return {
    people: people.map(({ liveChat }) => liveChat.emails[0] ?? ''),
    rocketChat: of('ROCKET_CHAT', ({ rocketChat }) => rocketChat),
    koreAi: of('KORE_AI', ({ koreAi }) => koreAi),
    liveChat: of('LIVECHAT', ({ liveChat }) => liveChat),
  };
}

/** A gateway over this staff, asked page by page; between two attempts at a page as much time passes as it says. */
export function patientWalker(
  staff: ReturnType<typeof overlappingStaff>,
  pageSizes: readonly [number, number],
  limits: Limits,
) {
  const state = { minutes: 0, attempts: 0, rocketChat: staff.rocketChat };
  const minute = { made: new Map<string, number>() };
  const start = Date.parse('2026-03-18T14:20:00Z');
  const now = () => start + Math.round(state.minutes * 60_000);
  const cache = new PeopleCache({ ...machineClock, now });
  function ports(): VendorPort[] {
    const rocketChat = vendorWith('ROCKET_CHAT', state.rocketChat, {
      ...{ pageSize: pageSizes[0], lookupSize: 1, tellsTotal: true, ordered: true },
    });
    const koreAi = vendorWith('KORE_AI', staff.koreAi, {
      ...{ pageSize: pageSizes[1], lookupSize: 50, exact: 'maybe', tellsTotal: false, ordered: false },
    });
    const liveChat = vendorWith('LIVECHAT', staff.liveChat, {
      ...{ pageSize: Number.POSITIVE_INFINITY, lookupSize: null, tellsTotal: true, ordered: true },
    });
    return [
      rationed(rocketChat.port, minute, limits.rocketChat),
      rationed(koreAi.port, minute, limits.koreAi),
      liveChat.port,
    ];
  }

  function pass(error: unknown): void {
    const isLate = error instanceof UpstreamError && error.code === 'UPSTREAM_RATE_LIMITED';
    if (!isLate) throw error;
    state.minutes += Math.max(1, (error.retryAfterSeconds ?? 0) / 60);
    minute.made.clear();
  }

  async function page(
    filter: PeopleFilter,
    direction: 'forwards' | 'backwards',
    count: number,
    from: Position | null,
  ) {
    const ends = direction === 'forwards' ? { after: from, before: null } : { after: null, before: from };
    for (;;) {
      state.attempts += 1;
      const asking = { ...operation(), budget: new CallBudget(limits.operation) };
      const people = peopleOf(ports(), NO_IDENTITIES, cache, asking);
      try {
        const answer = await people.page(filter, { direction, count, ...ends });
        if (answer.problems[0] === undefined) return answer;
        pass(answer.problems[0]);
      } catch (error) {
        pass(error);
      }
      if (state.attempts > 400) throw new Error('The page is never given.');
    }
  }

  return {
    state,
    /** The addresses of all people in the order of the walk. */
    async walk(
      direction: 'forwards' | 'backwards',
      count: number,
      filter: PeopleFilter = { vendors: null, text: null },
      afterPage: () => void = () => undefined,
    ) {
      const addresses: string[] = [];
      let pages = 0;
      for (let cursor: Position | null = null, more = true; more; pages += 1) {
        const answer: { people: readonly PlacedPerson[]; hasMore: boolean } = await page(
          filter,
          direction,
          count,
          cursor,
        );
        const found = answer.people.map(({ person }) => normalizeEmail(person.accounts[0]?.emails[0] ?? ''));
        if (direction === 'forwards') addresses.push(...found);
        else addresses.unshift(...found);
        cursor = (direction === 'forwards' ? answer.people.at(-1) : answer.people[0])?.position ?? cursor;
        more = answer.hasMore;
        afterPage();
      }
      return { addresses, pages };
    },
  };
}
