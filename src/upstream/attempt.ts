import type { Clock } from '../domain/clock.ts';
import { UpstreamError } from '../domain/errors.ts';
import type { VendorHealth } from '../domain/health.ts';
import type { Call, Send } from './call.ts';
import { DeadConnectionError } from './connection-errors.ts';
import { createExchange } from './exchange.ts';
import type { UpstreamOptions } from './message.ts';

/** The end of the pipeline: one exchange over HTTP, and what it means. */
export interface Attempt {
  readonly send: Send;
  lastFailure(): VendorHealth['lastFailure'];
}

/** Sends a call, enters it in its operation's costs, and tells the vendor's success from its failure. */
export function createAttempt(options: UpstreamOptions, clock: Clock): Attempt {
  const exchange = createExchange(options);
  let lastFailure: VendorHealth['lastFailure'] = null;

  async function answered({ request, signal }: Call) {
    const answer = await exchange(request, signal);
    options.observe?.(answer);
    const refused = options.refusal(answer, request.route);
    if (refused !== null) throw refused;
    return { headers: answer.headers, text: answer.text, value: request.read(answer.body) };
  }

  return {
    async send(call) {
      call.signal.throwIfAborted();
      const cost = call.operation.costs.of(options.vendor, call.request.route);
      call.sent += 1;
      call.sentAt = clock.now();
      cost.calls += 1;
      cost.waitedMilliseconds += call.sentAt - call.waitingSince;
      try {
        return await answered(call);
      } catch (error) {
        // Who leaves before the deadline has not been failed.
        const isOver = !call.signal.aborted || clock.now() >= call.deadline;
        const isVendors = error instanceof UpstreamError && !(error instanceof DeadConnectionError);
        if (isVendors && isOver) {
          const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(clock.now()));
          lastFailure = { code: error.code, at };
        }
        throw error;
      } finally {
        call.waitingSince = clock.now();
        cost.tookMilliseconds += call.waitingSince - call.sentAt;
      }
    },
    lastFailure: () => lastFailure,
  };
}
