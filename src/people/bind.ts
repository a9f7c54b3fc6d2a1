import type { Account } from '../domain/account.ts';
import type { AccountDirectory } from '../domain/directory.ts';
import type { Operation } from '../domain/operation.ts';
import type { AccountTraits, VendorPort } from '../domain/ports.ts';
import type { TimeRange } from '../domain/time-range.ts';
import type { Vendor } from '../domain/vendor.ts';

/** The same without the operation, which is given already. */
type Bound<Of> = {
  [Name in keyof Of]: Of[Name] extends ((...args: [...infer Args, Operation]) => infer Answer) | undefined
    ? (...args: Args) => Answer
    : Of[Name];
};

/** An `AccountDirectory` as one operation asks it. */
export type BoundDirectory = Bound<Omit<AccountDirectory, 'lookup'>> & {
  readonly lookup?: Bound<NonNullable<AccountDirectory['lookup']>>;
};

/** What one operation asks one vendor about its people. */
export interface PeopleSource {
  readonly vendor: Vendor;
  readonly traits: AccountTraits;
  readonly directory: BoundDirectory;
  activeAccounts(range: TimeRange): Promise<readonly Account[]>;
  readonly accountByKey: VendorPort['accountByKey'];
}

/** The one place where operations meet the vendors' ports. */
export function bindPort(port: VendorPort, operation: Operation): PeopleSource {
  return {
    vendor: port.vendor,
    traits: port.traits,
    directory: bindDirectory(port.directory, operation),
    activeAccounts: (range) => port.activeAccounts(range, operation),
    accountByKey: port.accountByKey,
  };
}

export function bindDirectory(directory: AccountDirectory, operation: Operation): BoundDirectory {
  const { vendor, pageSize, ordered, search, lookup, byKey, shortcoming } = directory;
  return {
    ...{ vendor, pageSize, ordered },
    page: (index) => directory.page(index, operation),
    ...(search && { search: (text, index) => search(text, index, operation) }),
    ...(lookup && { lookup: { ...lookup, byEmail: (emails) => lookup.byEmail(emails, operation) } }),
    ...(byKey && { byKey: (key) => byKey(key, operation) }),
    ...(shortcoming && { shortcoming: () => shortcoming(operation) }),
  };
}
