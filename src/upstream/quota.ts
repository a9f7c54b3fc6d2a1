import type { Clock } from '../domain/clock.ts';
import { UpstreamError } from '../domain/errors.ts';
import type { QuotaStatus } from '../domain/health.ts';
import type { Vendor } from '../domain/vendor.ts';
import { announcementOf } from './announcement.ts';
import type { Call, Layer } from './call.ts';
import type { QuotaRule } from './message.ts';
import { SlidingWindow } from './sliding-window.ts';
import { WaitingLine } from './waiting-line.ts';

/** A vendor's quota for one credential: a window for each endpoint, or one for all, and who waits for a slot in it. */
export class Quota {
  readonly #vendor: Vendor;
  readonly #rule: QuotaRule;
  readonly #clock: Clock;
  readonly #turnstiles = new Map<string | null, Turnstile>();

  constructor(vendor: Vendor, rule: QuotaRule, clock: Clock) {
    this.#vendor = vendor;
    this.#rule = rule;
    this.#clock = clock;
  }

  /** What is left of each limit. */
  status(): QuotaStatus[] {
    return [...this.#turnstiles]
      .map(([route, { window }]) => ({ route, ...statusOf(window, this.#clock.now()) }))
      .filter(({ limit }) => limit < Infinity);
  }

  turnstile({ request }: Call): Turnstile {
    const route = this.#rule.counted === 'by route' ? request.route : null;
    const turnstile =
      this.#turnstiles.get(route) ?? new Turnstile(this.#vendor, this.#rule.callsPerMinute, this.#clock);
    this.#turnstiles.set(route, turnstile);
    return turnstile;
  }
}

/** A call waits for its turn if that leaves the vendor time to answer before its deadline, and is refused at once if not. */
export function rationed(quota: Quota, clock: Clock): Layer {
  return (next) => async (call) => {
    const turnstile = quota.turnstile(call);
    await turnstile.pass(call);
    const { sent } = call;
    try {
      const answer = await next(call);
      turnstile.window.heed(announcementOf(answer.headers, clock.now()), clock.now());
      turnstile.tookMilliseconds(clock.now() - call.sentAt);
      return answer;
    } catch (error) {
      if (call.sent > sent && error instanceof UpstreamError && error.code === 'UPSTREAM_RATE_LIMITED') {
        const { retryAfterSeconds: seconds } = error;
        turnstile.window.close(clock.now(), seconds === null ? null : seconds * 1000);
      }
      throw error;
    } finally {
      if (call.sent > sent) turnstile.window.answered(clock.now());
      else turnstile.window.giveBack();
      turnstile.serve();
    }
  };
}

/** A window and those who wait before it. */
class Turnstile {
  readonly window: SlidingWindow;
  readonly #vendor: Vendor;
  readonly #clock: Clock;
  readonly #line = new WaitingLine();
  /** How long an answer may take: that of the slowest, forgotten step by step. */
  #answerMilliseconds = 0;
  #alarm: AbortController | null = null;

  constructor(vendor: Vendor, callsPerMinute: number, clock: Clock) {
    this.window = new SlidingWindow(callsPerMinute);
    this.#vendor = vendor;
    this.#clock = clock;
  }

  /** Ends when the call has a slot. */
  async pass(call: Call): Promise<void> {
    if (this.#line.size === 0 && this.window.remaining(this.#clock.now()) > 0) {
      this.window.take();
      return;
    }
    const passed = this.#line.join(call);
    this.serve();
    await passed;
  }

  /** Notes how long an answer took. */
  tookMilliseconds(took: number): void {
    this.#answerMilliseconds = Math.max(took, 0.9 * this.#answerMilliseconds + 0.1 * took);
  }

  /** Refuses who would wait in vain, lets through whom there are slots for, and wakes up when the next comes free. */
  serve(): void {
    this.#alarm?.abort();
    this.#alarm = null;
    const now = this.#clock.now();
    this.#refuseWhoWaitInVain(now);
    while (this.#line.size > 0 && this.window.remaining(now) > 0) {
      this.window.take();
      this.#line.admitNext();
    }
    const [next] = this.window.turns(now, Math.min(1, this.#line.size));
    if (next !== undefined) this.#wakeAfter(next - now);
  }

  #refuseWhoWaitInVain(now: number): void {
    const waiting = this.#line.inOrder();
    const turns = this.window.turns(now, waiting.length);
    let ahead = 0;
    for (const { call, refuse } of waiting) {
      const turn = turns[ahead] ?? now;
      if (turn + this.#answerMilliseconds < call.deadline) ahead += 1;
      else refuse(this.#refusal(turn - now));
    }
  }

  #refusal(milliseconds: number): UpstreamError {
    const sentence =
      "the vendor's quota is spent, and no call comes free before the deadline of the operation.";
    return new UpstreamError(
      this.#vendor,
      'UPSTREAM_RATE_LIMITED',
      sentence,
      Math.max(1, Math.ceil(milliseconds / 1000)),
    );
  }

  #wakeAfter(milliseconds: number): void {
    const alarm = new AbortController();
    this.#alarm = alarm;
    this.#clock.after(milliseconds, alarm.signal).then(
      () => this.serve(),
      () => undefined,
    );
  }
}

function statusOf(window: SlidingWindow, now: number): Omit<QuotaStatus, 'route'> {
  const wholeAt = window.wholeAt(now);
  return {
    limit: window.limit,
    remaining: window.remaining(now),
    resetsAt: wholeAt === null ? null : Temporal.Instant.fromEpochMilliseconds(Math.ceil(wholeAt)),
  };
}
