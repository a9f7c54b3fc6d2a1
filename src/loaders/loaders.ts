import type { Account } from '../domain/account.ts';
import type { Identities } from '../domain/identity.ts';
import type { Operation } from '../domain/operation.ts';
import type { SegmentStart, VendorPort } from '../domain/ports.ts';
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
  ports: readonly VendorPort[],
  identities: Identities,
  cache: PeopleCache,
  operation: Operation,
): Loaders {
  const segmentsOf = segmentLoader(ports, operation);
  const segments: Loaders['segments'] = (account, range) => segmentsOf.load({ account, range });
  const presences = presenceLoader(ports, operation);
  return {
    people: new People(ports, identities, cache, operation),
    presence: (account) => presences.load({ account }),
    segments,
    timeline: (accounts, range, start) => timeline(ports, accounts, range, start, segments, operation),
  };
}

interface SegmentQuestion extends AccountQuestion {
  readonly range: TimeRange;
}

function segmentLoader(ports: readonly VendorPort[], operation: Operation) {
  return accountLoader<SegmentQuestion, readonly StatusSegment[]>(
    ({ account: { vendor }, range }) => `${vendor} ${range.from}/${range.to}`,
    async ([first, ...others]) => {
      const { segments } = portOf(first.account, ports) ?? {};
      const accounts = [first, ...others].map(({ account }) => account);
      return segments === undefined ? new Map() : segments.of(accounts, first.range, operation);
    },
    [],
  );
}

function presenceLoader(ports: readonly VendorPort[], operation: Operation) {
  return accountLoader<AccountQuestion, AgentPresence | null>(
    ({ account: { vendor } }) => vendor,
    async ([first, ...others]) => {
      const { presence } = portOf(first.account, ports) ?? {};
      const accounts = [first, ...others].map(({ account }) => account);
      return presence === undefined ? new Map() : presence.of(accounts, operation);
    },
    null,
  );
}

function portOf({ vendor }: Account, ports: readonly VendorPort[]): VendorPort | undefined {
  return ports.find((port) => port.vendor === vendor);
}
