/** A vendor's limit on calls: none, the one that its documents state, or calls a minute. */
export type Quotas = 'off' | 'real' | number;

/** What a call did to its bucket. */
export interface Spending {
  readonly limit: number;
  /** How many calls are left before the bucket is emptied again. */
  readonly remaining: number;
  /** When it is emptied, in epoch milliseconds. */
  readonly resetAt: number;
  /** The whole seconds until then, 1 to 60. */
  readonly waitSeconds: number;
  /** Whether this call was one too many. */
  readonly exceeded: boolean;
}

/** Counts a call into a bucket; null where calls are not limited. */
export type Quota = (bucket: string) => Spending | null;

/** A stretch of time that began with a call, and how many calls it has seen. */
interface Window {
  readonly from: number;
  readonly calls: number;
}

const MINUTE = 60_000;

/** The quota of a vendor that really takes `documented` calls a minute in each bucket. */
export function createQuota(quotas: Quotas, documented: number, now: () => number): Quota {
  if (quotas === 'off') return () => null;
  const limit = quotas === 'real' ? documented : quotas;
  const windows = new Map<string, Window>();
  return (bucket) => {
    const present = now();
    const window = withCallAt(present, windows.get(bucket));
    const resetAt = window.from + MINUTE;
    windows.set(bucket, window);
    return {
      limit,
      remaining: Math.max(0, limit - window.calls),
      resetAt,
      waitSeconds: Math.ceil((resetAt - present) / 1000),
      exceeded: window.calls > limit,
    };
  };
}

/** Windows are fixed: a call that is refused neither moves nor lengthens its window. */
function withCallAt(now: number, window: Window | undefined): Window {
  const lasts = window !== undefined && now < window.from + MINUTE;
  return lasts ? { from: window.from, calls: window.calls + 1 } : { from: now, calls: 1 };
}
