import type { Clock } from '../../domain/clock.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { VendorHealth } from '../../domain/health.ts';
import type { Send } from '../call.ts';
import { AbandonedError, DeadConnectionError } from '../errors.ts';
import type { UpstreamOptions } from '../request.ts';
import { createExchange } from './exchange.ts';

/** The end of the steps: one exchange over HTTP, and what it means. */
export interface Transport {
  readonly send: Send;
  lastFailure(): VendorHealth['lastFailure'];
}

/** Sends a call, enters it in its operation's trace, and separates successes from failures. */
export function createTransport(options: UpstreamOptions, clock: Clock): Transport {
  const { vendor } = options;
  const exchange = createExchange(options, clock);
  let lastFailure: VendorHealth['lastFailure'] = null;

  return {
    async send({ request, operation, signal, deadline }) {
      signal.throwIfAborted();
      const cost = operation.trace.of(vendor, request.route);
      const sentAt = clock.now();
      const tookMilliseconds = () => clock.now() - sentAt;
      cost.calls += 1;
      try {
        const answer = await exchange(request, signal);
        options.observe?.(answer);
        const reported = options.errorFromResponse(answer, request.route);
        if (reported !== null) throw reported;
        const { headers, text, body } = answer;
        return { headers, text, value: request.read(body), tookMilliseconds: tookMilliseconds() };
      } catch (fault) {
        const error = signal.aborted ? new AbandonedError(vendor, tookMilliseconds()) : fault;
        // Callers who leave before the deadline do not make it a failure.
        const isOver = !signal.aborted || clock.now() >= deadline;
        if (isOver && error instanceof UpstreamError && !(error instanceof DeadConnectionError)) {
          const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(clock.now()));
          lastFailure = { code: error.code, at };
        }
        throw error;
      } finally {
        cost.tookMilliseconds += tookMilliseconds();
      }
    },
    lastFailure: () => lastFailure,
  };
}
