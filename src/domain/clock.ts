import { setTimeout as wait } from 'node:timers/promises';

/** How time passes upstream. Tests put their own in its place. */
export interface Clock {
  /** The present in epoch milliseconds, which goes on evenly also while the machine's clock is set. */
  now(): number;
  /** Ends after so many milliseconds; rejects when the signal aborts. */
  after(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's time. What waits by it keeps no process alive. */
export const machineClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after: (milliseconds, signal) =>
    wait(milliseconds, undefined, { ref: false, ...(signal === undefined ? {} : { signal }) }),
};
