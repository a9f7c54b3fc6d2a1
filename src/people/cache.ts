import type { Clock } from '../domain/clock.ts';
import type { VendorPort } from '../domain/ports.ts';
import type { Vendor } from '../domain/vendor.ts';
import { Attempts } from './attempts.ts';
import { PersonKeyCache } from './key-cache.ts';
import { VendorRoster } from './roster.ts';

/** What the process has learnt of people and keeps from one operation to the next. */
export class PeopleCache {
  readonly clock: Clock;
  readonly attempts: Attempts;
  readonly personKeys = new PersonKeyCache();
  readonly #rosters = new Map<Vendor, VendorRoster>();

  constructor(clock: Clock) {
    this.clock = clock;
    this.attempts = new Attempts(clock);
  }

  roster({ vendor, traits }: Pick<VendorPort, 'vendor' | 'traits'>): VendorRoster {
    return this.#rosters.getOrInsertComputed(vendor, () => new VendorRoster(traits, this.clock));
  }
}
