import { LRUCache } from 'lru-cache';
import type { Clock } from '../domain/clock.ts';
import { UpstreamError } from '../domain/errors.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { Answer, Call, Layer } from './call.ts';

/** An answer as it is kept: its JSON, so that its size is known and it could lie on a disk as well. */
export interface Kept {
  readonly text: string;
  /** When it came, in epoch milliseconds. */
  readonly at: number;
}

/** Where answers are kept, by a key that holds no secret. What outlives the process can stand behind the same door. */
export interface Store {
  get(key: string): Kept | undefined | Promise<Kept | undefined>;
  set(key: string, kept: Kept): unknown;
}

/** Where answers are kept, and for how long they serve. */
export interface Memory {
  readonly store: Store;
  /** For so long the vendor is not asked again. */
  readonly freshMilliseconds: number;
  /** For so long they are better than a vendor's failure. */
  readonly staleMilliseconds: number;
}

/** A store in this process, which forgets what was used longest ago when it would take more bytes. */
export function createStore(maxBytes: number): Store {
  return new LRUCache<string, Kept>({
    maxSize: maxBytes,
    // One answer is not to drive out all the others.
    maxEntrySize: maxBytes / 4,
    // A text takes two bytes a character where one of them is not Latin.
    sizeCalculation: ({ text }, key) => 2 * (text.length + key.length),
  });
}

/** The part of an operation's patience after which an older answer is given, while the vendor is waited for by nobody. */
const PATIENCE_SHARE = 0.9;

/** Answers from memory while that is fresh, and while the vendor fails also when it is not. */
export function remembered(
  vendor: Vendor,
  { store, freshMilliseconds, staleMilliseconds }: Memory,
  identity: () => Promise<string>,
  clock: Clock,
): Layer {
  return (next) => async (call) => {
    const key = `${await identity()} ${call.key}`;
    const kept = await store.get(key);
    const age = kept === undefined ? Number.POSITIVE_INFINITY : clock.now() - kept.at;
    const cost = call.operation.costs.of(vendor, call.request.route);
    if (kept !== undefined && age < freshMilliseconds && call.operation.isAfresh !== true) {
      cost.fromMemory += 1;
      return answerOf(kept, call);
    }
    const answer = next(call).then(async (answer) => {
      await store.set(key, { text: answer.text, at: clock.now() });
      return answer;
    });
    if (kept === undefined || age >= staleMilliseconds) return answer;
    try {
      return (await soon(answer, call)) ?? stale(kept, call);
    } catch (error) {
      // A refusal that holds is not contradicted by an older answer.
      if (!(error instanceof UpstreamError && error.passes)) throw error;
      return stale(kept, call);
    }
  };

  function stale(kept: Kept, call: Call): Answer {
    call.operation.costs.of(vendor, call.request.route).stale += 1;
    return answerOf(kept, call);
  }

  /** Null where the vendor takes too long; its answer is awaited all the same, and remembered. */
  async function soon(answer: Promise<Answer>, { operation }: Call): Promise<Answer | null> {
    const answered = new AbortController();
    const late = clock.after(operation.patienceMilliseconds * PATIENCE_SHARE, answered.signal);
    const isLate = late.then(
      () => null,
      () => null,
    );
    return Promise.race([answer, isLate]).finally(() => answered.abort());
  }
}

function answerOf({ text }: Kept, { request }: Call): Answer {
  return { headers: {}, text, value: request.read(JSON.parse(text)) };
}
