import type { Account } from '../domain/account.ts';
import type { Identities } from '../domain/identity.ts';
import type { Operation } from '../domain/operation.ts';
import type { OpenVendor, SegmentStart, VendorSession } from '../domain/ports.ts';
import type { AgentPresence } from '../domain/presence.ts';
import type { StatusSegment } from '../domain/segment.ts';
import type { TimeRange } from '../domain/time-range.ts';
import { People, type PeopleCache } from '../people/index.ts';
import { type AccountQuestion, accountLoader } from './account-loader.ts';
import { timeline } from './timeline.ts';

/** What one operation asks of the vendors: each question once, and questions that can share a call together. */
export interface Loaders {
  readonly people: People;
  /** What the account's vendor says of the person now; null where it says nothing. Accounts of one vendor share a call. */
  presence(account: Account): Promise<AgentPresence | null>;
  /** The segments of one account that overlap the range. Of a vendor that records none: none. */
  segments(account: Account, range: TimeRange): Promise<readonly StatusSegment[]>;
  /** The segments of some accounts, merged, of which the vendors are asked for no more than is drawn. Rejects where one fails. */
  timeline(accounts: readonly Account[], range: TimeRange, start: SegmentStart): AsyncIterable<StatusSegment>;
}

/** Fresh loaders for one operation. */
export function createLoaders(
  vendors: readonly OpenVendor[],
  identities: Identities,
  cache: PeopleCache,
  operation: Operation,
): Loaders {
  const segmentsOf = segmentLoader(vendors);
  const segments: Loaders['segments'] = (account, range) => segmentsOf.load({ account, range });
  const presences = presenceLoader(vendors);
  return {
    people: new People(vendors, identities, cache, operation),
    presence: (account) => presences.load({ account }),
    segments,
    timeline: (accounts, range, start) => timeline(vendors, accounts, range, start, segments),
  };
}

interface SegmentQuestion extends AccountQuestion {
  readonly range: TimeRange;
}

function segmentLoader(vendors: readonly OpenVendor[]) {
  return accountLoader<SegmentQuestion, readonly StatusSegment[]>(
    ({ account: { vendor }, range }) => `${vendor} ${range.from}/${range.to}`,
    async ([first, ...others]) => {
      const { segments } = sessionOf(first.account, vendors) ?? {};
      const accounts = [first, ...others].map(({ account }) => account);
      return segments === undefined ? new Map() : segments.of(accounts, first.range);
    },
    [],
  );
}

function presenceLoader(vendors: readonly OpenVendor[]) {
  return accountLoader<AccountQuestion, AgentPresence | null>(
    ({ account: { vendor } }) => vendor,
    async ([first, ...others]) => {
      const { presence } = sessionOf(first.account, vendors) ?? {};
      const accounts = [first, ...others].map(({ account }) => account);
      return presence === undefined ? new Map() : presence.of(accounts);
    },
    null,
  );
}

function sessionOf({ vendor }: Account, vendors: readonly OpenVendor[]): VendorSession | undefined {
  return vendors.find(({ port }) => port.vendor === vendor)?.session;
}
