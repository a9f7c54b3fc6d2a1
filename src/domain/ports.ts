import type { Account, KeyTraits } from './account.ts';
import type { AccountDirectory } from './directory.ts';
import type { UpstreamError } from './errors.ts';
import type { VendorHealth } from './health.ts';
import type { Operation } from './operation.ts';
import type { PresenceSource } from './presence.ts';
import type { StatusSegment } from './segment.ts';
import type { TimeRange } from './time-range.ts';
import type { Vendor } from './vendor.ts';

/** What a vendor's accounts are like, as far as it decides who is one person. */
export interface AccountTraits extends KeyTraits {
  /**
   * The rank of its addresses, and of its keys, among those that a person's id is made of: the lowest decides. A rank is
   * never changed, and a new vendor's is the highest, so that it changes no existing id.
   */
  readonly idRank: number;
  /** The rank of its names among those of a person: the lowest is shown. */
  readonly nameRank: number;
  /** Whether one account can have several addresses, by which accounts of other vendors belong together. */
  readonly addresses: 'one' | 'many';
}

/** What every vendor gives. What it learns in one operation and needs in later ones stays here. */
export interface VendorPort<Session extends VendorSession = VendorSession> {
  readonly vendor: Vendor;
  readonly traits: AccountTraits;
  /** The version of its API that is spoken; null where there is none to choose. */
  readonly apiVersion: string | null;
  /** How the vendor stands; left out where there is nothing between it and deskgraph that would know. */
  health?(): VendorHealth;
  /** What the vendor has said that its operator should know, each a sentence. Left out where it says such things never. */
  warnings?(): readonly string[];
  /**
   * The account with this key, of which nothing else is known, such as a former agent's. Left out where reports name only
   * people that are on the list.
   */
  accountByKey?(key: string): Account;
  /** The vendor as one operation asks it. Equal questions of one session share their answer. */
  open(operation: Operation): Session;
}

/** All that one operation asks of one vendor. A vendor's own resolvers ask what its session has besides. */
export interface VendorSession {
  readonly directory: AccountDirectory;
  /** Which of its people the vendor has seen active in the range, by key, as accounts that may be known by key only. */
  activeAccounts(range: TimeRange): Promise<readonly Account[]>;
  /** Left out where the vendor does not record what its agents were doing. */
  readonly segments?: SegmentSource;
  /** Left out where the vendor does not tell what its agents are doing now. */
  readonly presence?: PresenceSource;
}

/** A vendor during one operation. */
export interface OpenVendor {
  readonly port: VendorPort;
  readonly session: VendorSession;
}

/** Opens the vendors for one operation. */
export function openVendors(ports: readonly VendorPort[], operation: Operation): readonly OpenVendor[] {
  return ports.map((port) => ({ port, session: port.open(operation) }));
}

/** What a vendor says of the segments of one account: all of them, or the error that costs this account alone. */
export type AccountSegments = readonly StatusSegment[] | UpstreamError;

/** A vendor that records what people were doing. */
export interface SegmentSource {
  /**
   * The segments of these accounts of this vendor that overlap the range, ordered, by account key. An account without
   * segments may be absent.
   */
  of(accounts: readonly Account[], range: TimeRange): Promise<ReadonlyMap<string, AccountSegments>>;
  /**
   * The same for one account, drawn one by one in the order of `compareSegments` or in its reverse, and asked for no
   * further than they are drawn. Left out where a whole range costs no more than a part of it.
   */
  drawn?(account: Account, range: TimeRange, start: SegmentStart): AsyncIterable<StatusSegment>;
}

/**
 * Where drawing begins: no later than with the segments that begin at `from`, of which the caller passes over what it has
 * had; null for the range's own end.
 */
export interface SegmentStart {
  readonly direction: 'forwards' | 'backwards';
  readonly from: Temporal.Instant | null;
}

/** What a vendor can tell beside who its agents are: a value of the schema's enum `VendorCapability`, which vendors extend. */
export type VendorCapability = string;

/** What is said of a vendor whether or not it is configured. */
export interface VendorProfile {
  readonly id: Vendor;
  /** Its name as people write it, for messages. */
  readonly title: string;
  /** What it can tell beside who its agents are. */
  readonly capabilities: readonly VendorCapability[];
  /** The schema's type of its accounts. */
  readonly accountType: string;
  /** The field of the schema's input `AgentBy` that holds one of its account keys; null where none does. */
  readonly keyField: string | null;
}

/** A vendor of this gateway. */
export interface KnownVendor {
  readonly profile: VendorProfile;
  /** Null where the vendor is not configured. */
  readonly port: VendorPort | null;
}
