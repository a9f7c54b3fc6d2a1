import { createHash } from 'node:crypto';
import { type Clock, machineClock } from '../domain/clock.ts';
import type { VendorHealth } from '../domain/health.ts';
import type { Operation } from '../domain/operation.ts';
import type { Send, Step } from './call.ts';
import { Quota } from './rate-limit/quota.ts';
import type { UpstreamOptions, UpstreamRequest } from './request.ts';
import { bulkhead } from './steps/bulkhead.ts';
import { callBudget } from './steps/call-budget.ts';
import { CircuitBreaker, circuitBreaker } from './steps/circuit-breaker.ts';
import { operationMemo } from './steps/operation-memo.ts';
import { rateLimit } from './steps/rate-limit.ts';
import { reconnect } from './steps/reconnect.ts';
import { type ResponseCache, responseCache } from './steps/response-cache.ts';
import { retry } from './steps/retry.ts';
import { singleFlight } from './steps/single-flight.ts';
import { createTransport } from './transport/transport.ts';
import { Waits } from './waits.ts';

/** The way from a vendor's client to the vendor, with one credential. */
export interface Upstream {
  /** The vendor as one operation asks it: equal requests are sent once. */
  open(operation: Operation): UpstreamSession;
  /** The vendor's state. Costs no call. */
  health(): VendorHealth;
}

export interface UpstreamSession {
  /** Sends a request and gives what its reader makes of a vendor's success; everything else is an UpstreamError. */
  send<Value>(request: UpstreamRequest<Value>): Promise<Value>;
  /** The same, asking everything again: neither the operation's answers so far nor those of earlier ones serve. */
  bypassingCache(): UpstreamSession;
}

/** What the ways to all vendors have in common. */
export interface UpstreamResources {
  readonly clock: Clock;
  /** Null where no answer is used again. */
  readonly cache: ResponseCache | null;
  /** From 0 up to 1. */
  readonly random: () => number;
}

const BARE: UpstreamResources = { clock: machineClock, cache: null, random: Math.random };

/** The way to one vendor: the steps of every call, from top to bottom as it passes them. */
export function createUpstream(given: UpstreamOptions, { clock, cache, random } = BARE): Upstream {
  const options = { ...given, headers: once(given.headers) };
  const { vendor } = options;
  const quota = new Quota(vendor, options.quota, clock);
  const breaker = new CircuitBreaker(vendor, clock);
  const transport = createTransport(options, clock);
  const identity = once(() => identityOf(options));

  const steps: readonly Step[] = [
    // A cached answer needs nothing of what follows.
    ...(cache === null ? [] : [responseCache(vendor, cache, identity, clock)]),
    // Above sharing: what an operation may need does not depend on what others ask.
    callBudget(vendor),
    // From here on there is one call for all operations that ask the same, and it waits and fails once.
    singleFlight(vendor),
    // Above the breaker, which judges every try and ends the retries when it opens.
    retry(vendor, clock, random),
    // Above the quota: a call to a vendor that is down takes no slot.
    circuitBreaker(breaker, clock),
    // Below the breaker and the retries' budget: a connection that died idle is no failure of the vendor.
    reconnect(vendor),
    // Every sending takes a slot, the one on a dead connection too: the vendor may have counted it.
    rateLimit(quota),
    // Last, so that a call that waits for its slot holds no place at the vendor.
    bulkhead(vendor),
  ];
  const sendShared = steps.reduceRight<Send>((next, step) => step(next), transport.send);

  function open(operation: Operation): UpstreamSession {
    const send = operationMemo(sendShared);
    return {
      async send<Value>(request: UpstreamRequest<Value>): Promise<Value> {
        const { signal, deadline } = operation;
        const waits = new Waits(operation.trace.of(vendor, request.route), clock);
        const answer = await send({ request, key: keyOf(request), operation, signal, deadline, waits });
        // Equal requests have the same reader, so the value of an equal one is of this type, too.
        return answer.value as Value;
      },
      bypassingCache: () => open({ ...operation, bypassesCache: true }),
    };
  }

  return {
    open,
    health: () => ({
      quota: quota.status(),
      breaker: breaker.state,
      brokenRoutes: breaker.brokenRoutes,
      lastFailure: transport.lastFailure(),
    }),
  };
}

function keyOf({ method, path, query, body, headers }: UpstreamRequest): string {
  return JSON.stringify([method, path, query, body, headers]);
}

/** Distinguishes one credential's answers from another's without naming the credential. */
async function identityOf({ vendor, baseUrl, headers }: UpstreamOptions): Promise<string> {
  return createHash('sha256')
    .update(JSON.stringify([vendor, baseUrl, await headers()]))
    .digest('base64url');
}

function once<Value>(make: () => Value | Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= Promise.resolve(make());
    return made;
  };
}
