import type { Account } from './account.ts';
import type { UpstreamError } from './errors.ts';
import type { AgentStatus } from './segment.ts';
import type { Vendor } from './vendor.ts';

/** What a vendor says of a person now. */
export interface AgentPresence {
  readonly vendor: Vendor;
  readonly status: AgentStatus;
  /** The vendor's own word. */
  readonly reportedStatus: string | null;
  /** Null where the vendor does not tell. */
  readonly since: Temporal.Instant | null;
}

/** What a vendor says of one account: its presence, or the error that costs this account alone. */
export type AccountPresence = AgentPresence | UpstreamError;

/** A vendor that reports what its agents are doing now. */
export interface PresenceSource {
  /**
   * The presence of these accounts of this vendor, by account key. An account of which the vendor says nothing is
   * absent. At most one call, however many accounts there are.
   */
  of(accounts: readonly Account[]): Promise<ReadonlyMap<string, AccountPresence>>;
}

/** A source without a call: the account itself holds its presence; null where it holds none. */
export function presenceFrom<Own extends Account>(
  presenceOf: (account: Own) => AccountPresence | null,
): PresenceSource {
  return {
    // A vendor is asked about its own accounts only.
    async of(accounts: readonly Own[]) {
      const presences = accounts.map((account) => [account.key, presenceOf(account)] as const);
      return new Map(presences.flatMap(([key, presence]) => (presence === null ? [] : [[key, presence]])));
    },
  };
}
