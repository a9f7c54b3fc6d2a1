import type { Clock } from '../../domain/clock.ts';
import type { QuotaStatus } from '../../domain/health.ts';
import type { Vendor } from '../../domain/vendor.ts';
import type { QuotaRule } from '../request.ts';
import { RateLimiter } from './rate-limiter.ts';

/** A vendor's quota for one credential: a limiter for each endpoint, or one for all. */
export class Quota {
  readonly #vendor: Vendor;
  readonly #rule: QuotaRule;
  readonly #clock: Clock;
  readonly #limiters = new Map<string | null, RateLimiter>();

  constructor(vendor: Vendor, rule: QuotaRule, clock: Clock) {
    this.#vendor = vendor;
    this.#rule = rule;
    this.#clock = clock;
  }

  /** What is left of each limit. An endpoint without a limit is there while a refusal of the vendor closes it. */
  status(): QuotaStatus[] {
    return [...this.#limiters]
      .map(([route, limiter]) => ({ route, ...limiter.status() }))
      .filter(({ limit, remaining }) => limit !== null || remaining === 0);
  }

  limiterOf(route: string): RateLimiter {
    const counted = this.#rule.counted === 'by route' ? route : null;
    const limiter =
      this.#limiters.get(counted) ?? new RateLimiter(this.#vendor, this.#rule.callsPerMinute, this.#clock);
    this.#limiters.set(counted, limiter);
    return limiter;
  }
}
