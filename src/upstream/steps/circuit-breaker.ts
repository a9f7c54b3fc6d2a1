import type { Clock } from '../../domain/clock.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { BreakerState, RouteBreaker } from '../../domain/health.ts';
import type { Vendor } from '../../domain/vendor.ts';
import type { Call, Step } from '../call.ts';
import { AbandonedError, NoConnectionError, NotSentError } from '../errors.ts';
import { Circuit } from './circuit.ts';

/** So many failures in a row open a circuit. */
const FAILURES_TO_OPEN = 5;

/** So many are enough for a route while nothing that the vendor is asked for is answered. */
const FAILURES_TO_OPEN_IN_OUTAGE = 2;

/** A vendor that had a call for less than this at the deadline is not taken to hang. */
const HANG_MILLISECONDS = 500;

interface Route {
  readonly circuit: Circuit;
  /** Failures in a row. */
  failures: number;
}

/**
 * Decides which calls go to a vendor. A failure says something about one route, or, where no connection can be made, about
 * all: so each route has a circuit, and the vendor's host has one as the last resort. A route that works is never refused
 * because others fail.
 */
export class CircuitBreaker {
  readonly #vendor: Vendor;
  readonly #clock: Clock;
  readonly #host: Circuit;
  readonly #routes = new Map<string, Route>();
  /** Connections in a row that could not be made. */
  #missedConnections = 0;
  /** How often each route failed since the vendor last answered a call of any route. */
  readonly #failuresSinceAnswer = new Map<string, number>();

  constructor(vendor: Vendor, clock: Clock) {
    this.#vendor = vendor;
    this.#clock = clock;
    this.#host = this.#circuit('no connection to it could be made');
  }

  /** The state of the vendor as a whole: that of its host, else the one that all routes share. */
  get state(): BreakerState {
    if (this.#host.state !== 'CLOSED') return this.#host.state;
    const states = [...this.#routes.values()].map(({ circuit }) => circuit.state);
    if (states.length === 0 || states.includes('CLOSED')) return 'CLOSED';
    return states.includes('HALF_OPEN') ? 'HALF_OPEN' : 'OPEN';
  }

  /** The routes that do not let every call pass. */
  get brokenRoutes(): RouteBreaker[] {
    return [...this.#routes]
      .map(([route, { circuit }]) => ({ route, breaker: circuit.state }))
      .filter(({ breaker }) => breaker !== 'CLOSED');
  }

  /** Does the work on behalf of the call once both circuits let it pass, or rejects. */
  during<Result>(call: Call, work: () => Promise<Result>): Promise<Result> {
    return this.#routeOf(call).circuit.during(call, () => this.#host.during(call, work));
  }

  /** The vendor answered the call, if only to refuse it. */
  answered(call: Call): void {
    this.#connected();
    this.#failuresSinceAnswer.clear();
    const route = this.#routeOf(call);
    route.failures = 0;
    route.circuit.close();
  }

  /** No connection could be made for the call. Says nothing about its route. */
  missedConnection(call: Call): void {
    this.#missedConnections += 1;
    this.#host.failed(call, this.#missedConnections >= FAILURES_TO_OPEN);
  }

  /** The vendor failed to answer the call, though there was a connection. */
  failed(call: Call): void {
    const { route: name } = call.request;
    this.#connected();
    this.#routeOf(call).failures += 1;
    this.#failuresSinceAnswer.set(name, (this.#failuresSinceAnswer.get(name) ?? 0) + 1);
    const isOutage = this.#isOutage();
    for (const [name, { circuit, failures }] of this.#routes) {
      const sinceAnswer = this.#failuresSinceAnswer.get(name) ?? 0;
      const isEnough = isOutage && sinceAnswer >= FAILURES_TO_OPEN_IN_OUTAGE;
      circuit.failed(call, isEnough || failures >= FAILURES_TO_OPEN);
    }
  }

  /** Whether the vendor as a whole fails: five failures in a row, of two routes or more. */
  #isOutage(): boolean {
    const failures = [...this.#failuresSinceAnswer.values()];
    return failures.length >= 2 && failures.reduce((sum, count) => sum + count, 0) >= FAILURES_TO_OPEN;
  }

  #connected(): void {
    this.#missedConnections = 0;
    this.#host.close();
  }

  #routeOf({ request }: Call): Route {
    const known = this.#routes.get(request.route);
    if (known !== undefined) return known;
    const route = { circuit: this.#circuit(`${request.route} has failed`), failures: 0 };
    this.#routes.set(request.route, route);
    return route;
  }

  #circuit(cause: string): Circuit {
    const sentence = `${cause} again and again, so it is left alone for a moment.`;
    return new Circuit(
      this.#clock,
      (seconds) => new NotSentError(this.#vendor, 'UPSTREAM_UNAVAILABLE', sentence, seconds),
    );
  }
}

/** Sends nothing to a route, or to a vendor, that has failed again and again, and tries it with one call from time to time. */
export function circuitBreaker(breaker: CircuitBreaker, clock: Clock): Step {
  return (next) => (call) =>
    breaker.during(call, async () => {
      try {
        const answer = await next(call);
        breaker.answered(call);
        return answer;
      } catch (error) {
        judge(call, error);
        throw error;
      }
    });

  function judge(call: Call, error: unknown): void {
    if (!(error instanceof UpstreamError) || error instanceof NotSentError) return;
    if (error instanceof AbandonedError) {
      // Callers that left before the deadline say nothing about the vendor.
      if (clock.now() >= call.deadline && error.tookMilliseconds >= HANG_MILLISECONDS) breaker.failed(call);
    } else if (error instanceof NoConnectionError) breaker.missedConnection(call);
    else if (error.code === 'UPSTREAM_UNAVAILABLE' && error.isTransient) breaker.failed(call);
    else breaker.answered(call);
  }
}
