import type { Account } from './account.ts';
import type { UpstreamError } from './errors.ts';
import type { Vendor } from './vendor.ts';

/** One page of a vendor's list of people. */
export interface AccountPage {
  readonly accounts: readonly Account[];
  /** How many the whole list has; null where the vendor does not tell. */
  readonly total: number | null;
  /** Whether a further page exists. */
  readonly hasMore: boolean;
  /** The key of the row behind the last one; null or left out where there is none, or where that is not known. */
  readonly following?: string | null;
}

/**
 * A vendor's list of people, as one operation asks it. Vendors differ in how they can be asked, so what one cannot do it leaves out; the
 * search over all of them (`src/people`) chooses the cheapest way from what is there.
 */
export interface AccountDirectory {
  readonly vendor: Vendor;
  /** The most rows that one call lists; Infinity where it lists all people. */
  readonly pageSize: number;
  /** Whether rows come in ascending order of their keys. */
  readonly ordered: boolean;
  /** The page that begins at row `index * pageSize`. One upstream call, unless the server lists fewer rows a call. */
  page(index: number): Promise<AccountPage>;
  /** The vendor's own search by name, address and username, page by page. Calls as `page`. */
  search?(text: string, index: number): Promise<AccountPage>;
  /** Finding people by their addresses. Left out where one page lists all people. */
  readonly lookup?: {
    /** How many addresses one call can ask for. */
    readonly size: number;
    /** Whether the vendor may compare the spelling of addresses exactly, so that a miss does not prove that none bears one. */
    readonly exact: boolean;
    /**
     * The accounts that bear one of these addresses, case aside. There may be several spellings of one address; each counts
     * for `size`. One call for most.
     */
    byEmail(emails: readonly string[]): Promise<readonly Account[]>;
  };
  /** The account with this key, or null. Left out where the vendor can only be read page by page. One call for most. */
  byKey?(key: string): Promise<Account | null>;
  /**
   * Why the directory has listed less in this session than the vendor knows; null where it has not. Left out where the
   * vendor either lists everything or fails.
   */
  shortcoming?(): UpstreamError | null;
}
