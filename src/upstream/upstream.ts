import { createHash } from 'node:crypto';
import { type Clock, machineClock } from '../domain/clock.ts';
import type { VendorHealth } from '../domain/health.ts';
import type { Operation } from '../domain/operation.ts';
import { createAttempt } from './attempt.ts';
import { Breaker, guarded } from './breaker.ts';
import { budgeted } from './budget.ts';
import { contained } from './bulkhead.ts';
import type { Layer } from './call.ts';
import { coalesced } from './coalescing.ts';
import { type Memory, remembered } from './memory.ts';
import type { UpstreamOptions, UpstreamRequest } from './message.ts';
import { Quota, rationed } from './quota.ts';
import { reconnected } from './reconnect.ts';
import { retried } from './retry.ts';

/** The way from a vendor's client to the vendor, with one credential. */
export interface Upstream {
  /** Sends a request and gives what its reader makes of a vendor's success; everything else is an UpstreamError. */
  send<Value>(request: UpstreamRequest<Value>, operation: Operation): Promise<Value>;
  /** How the vendor stands. Costs no call. */
  health(): VendorHealth;
}

/** What the vendors' ways have in common. */
export interface UpstreamResources {
  readonly clock: Clock;
  /** Null where nothing is to be remembered. */
  readonly memory: Memory | null;
  /** From 0 up to 1. */
  readonly random: () => number;
}

const BARE: UpstreamResources = { clock: machineClock, memory: null, random: Math.random };

/**
 * The pipeline, from top to bottom as a call passes it. Each step is one file; what stands above another spares it work:
 * a call that memory answers needs no quota, and one that waits for quota holds no place at the vendor.
 */
export function createUpstream(given: UpstreamOptions, { clock, memory, random } = BARE): Upstream {
  const options = { ...given, headers: once(given.headers) };
  const { vendor } = options;
  const quota = new Quota(vendor, options.quota, clock);
  const breaker = new Breaker(vendor, clock);
  const attempt = createAttempt(options, clock);

  const layers: readonly Layer[] = [
    ...(memory === null
      ? []
      : [
          remembered(
            vendor,
            memory,
            once(() => identityOf(options)),
            clock,
          ),
        ]),
    budgeted(vendor),
    coalesced(vendor, clock),
    retried(vendor, clock, random),
    guarded(breaker, clock),
    reconnected(vendor),
    rationed(quota, clock),
    contained(vendor),
  ];
  const send = layers.reduceRight((next, layer) => layer(next), attempt.send);
  const answersOf = new WeakMap<Operation, Map<string, Promise<unknown>>>();

  return {
    send<Value>(request: UpstreamRequest<Value>, operation: Operation): Promise<Value> {
      const answers = answersOf.get(operation) ?? new Map<string, Promise<unknown>>();
      answersOf.set(operation, answers);
      const key = keyOf(request);
      const { signal, deadline } = operation;
      const unsent = { sent: 0, sentAt: 0, waitingSince: 0, waitsForTrial: false };
      const call = { request, key, operation, signal, deadline, ...unsent };
      const answer = answers.get(key) ?? send(call).then(({ value }) => value);
      answers.set(key, answer);
      // Equal requests have the same reader, so what is kept under the key is of its type.
      return answer as Promise<Value>;
    },
    health: () => ({
      quota: quota.status(),
      breaker: breaker.state,
      brokenRoutes: breaker.brokenRoutes,
      lastFailure: attempt.lastFailure(),
    }),
  };
}

function keyOf({ method, path, query, body, headers }: UpstreamRequest): string {
  return JSON.stringify([method, path, query, body, headers]);
}

/** Tells one credential's answers from another's without naming the credential. */
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
