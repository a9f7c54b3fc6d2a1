import { type Account, normalizeEmail } from '../../../src/domain/account.ts';
import type { AccountDirectory } from '../../../src/domain/directory.ts';
import { UpstreamError } from '../../../src/domain/errors.ts';
import type { Identities } from '../../../src/domain/identity.ts';
import type { Operation } from '../../../src/domain/operation.ts';
import {
  type AccountTraits,
  openVendors,
  type VendorPort,
  type VendorSession,
} from '../../../src/domain/ports.ts';
import type { Vendor } from '../../../src/domain/vendor.ts';
import { People, type PeopleCache } from '../../../src/people/index.ts';
import { liveChatAccountByKey } from '../../../src/vendors/livechat/account.ts';
import { rocketChatAccountByKey } from '../../../src/vendors/rocket-chat/account.ts';
import type { VendorId } from '../../support/vendor-ids.ts';

/** An account of a vendor with these addresses. */
export function account(vendor: Vendor, key: string, emails: readonly string[]): Account {
  return { vendor, key, name: null, emails, ...OWN_FIELDS[vendor] };
}

/** What vendors say of an account besides, in their own types. */
const OWN_FIELDS: Readonly<Record<Vendor, object>> = {
  ROCKET_CHAT: { userId: null, status: null, statusLivechat: null, maxSimultaneousChats: null },
  KORE_AI: { firstName: null, lastName: null, customId: null, openSegment: null },
};

const TRAITS = {
  LIVECHAT: { idRank: 1, nameRank: 2, addresses: 'one', keysAreAddresses: true, keysAreNames: false },
  KORE_AI: { idRank: 2, nameRank: 3, addresses: 'one', keysAreAddresses: false, keysAreNames: false },
  ROCKET_CHAT: { idRank: 3, nameRank: 1, addresses: 'many', keysAreAddresses: false, keysAreNames: true },
} as const satisfies Readonly<Record<VendorId, AccountTraits>>;

/** Makes the account that a report names and no list has. */
const BY_KEY: Readonly<Partial<Record<Vendor, (key: string) => Account>>> = {
  LIVECHAT: liveChatAccountByKey,
  ROCKET_CHAT: rocketChatAccountByKey,
};

interface Shape {
  readonly pageSize: number;
  /** How many addresses one call can ask for; null where the vendor cannot be asked for any. */
  readonly lookupSize: number | null;
  /** Whether it may compare the spelling of addresses; and whether it does. Neither unless told. */
  readonly exact?: 'maybe' | 'yes';
  readonly tellsTotal: boolean;
  readonly ordered: boolean;
  /** Whether it can be asked for a key; not unless told. */
  readonly findsKeys?: boolean;
  /** Whom its report names as active; everybody unless told. */
  readonly active?: readonly Account[];
}

/** A vendor that holds these accounts in memory and counts how often it is called. */
export function vendorWith(vendor: Vendor, accounts: readonly Account[], shape: Shape) {
  const { pageSize, lookupSize, exact, tellsTotal, ordered, findsKeys = false, active = accounts } = shape;
  const compared = exact === 'yes' ? (email: string) => email : normalizeEmail;
  const rows = ordered ? accounts.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : accounts;
  const state = { calls: 0, isDown: false, isReportDown: false, isPartial: false, fails: () => false };
  const partial = new UpstreamError(vendor, 'UPSTREAM_FORBIDDEN', 'tells a part of its people.');
  function openDirectory(): AccountDirectory {
    let isAsked = false;
    function called(): void {
      isAsked = true;
      state.calls += 1;
      if (state.isDown || state.fails()) throw new UpstreamError(vendor, 'UPSTREAM_UNAVAILABLE', 'is down.');
    }
    return {
      vendor,
      shortcoming: () => (state.isPartial && isAsked ? partial : null),
      pageSize,
      ordered,
      async page(index) {
        called();
        const start = index === 0 ? 0 : index * pageSize;
        const end = Math.min(rows.length, start + pageSize);
        return {
          accounts: rows.slice(start, end),
          total: tellsTotal ? rows.length : null,
          hasMore: end < rows.length,
        };
      },
      ...(lookupSize !== null && {
        lookup: {
          size: lookupSize,
          exact: exact !== undefined,
          async byEmail(emails) {
            called();
            if (emails.length > lookupSize) throw new RangeError('more addresses than one call can ask for');
            const wanted = new Set(emails.map(compared));
            return rows.filter((row) => row.emails.some((email) => wanted.has(compared(email))));
          },
        },
      }),
      ...(findsKeys && {
        async byKey(key) {
          called();
          return rows.find((row) => row.key === key) ?? null;
        },
      }),
    };
  }
  const accountByKey = BY_KEY[vendor];
  const port: VendorPort = {
    vendor,
    traits: TRAITS[vendor as VendorId],
    ...(accountByKey && { accountByKey }),
    apiVersion: null,
    open: () => ({
      directory: openDirectory(),
      async activeAccounts() {
        if (state.isReportDown) throw new UpstreamError(vendor, 'UPSTREAM_UNSUPPORTED', 'has no licence.');
        return active;
      },
    }),
  };
  return { port, state };
}

/** The same vendor, whose sessions have these parts besides, or in place of their own. */
export function extended<More extends object>(
  port: VendorPort,
  more: (session: VendorSession, operation: Operation) => More,
): VendorPort<VendorSession & More> {
  return {
    ...port,
    open(operation) {
      const session = port.open(operation);
      return { ...session, ...more(session, operation) };
    },
  };
}

/** The people of these vendors during one operation. */
export function peopleOf(
  ports: readonly VendorPort[],
  identities: Identities,
  cache: PeopleCache,
  operation: Operation,
): People {
  return new People(openVendors(ports, operation), identities, cache, operation);
}
