import { LRUCache } from 'lru-cache';
import type { Clock } from '../../domain/clock.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { Vendor } from '../../domain/vendor.ts';
import type { Answer, Call, Step } from '../call.ts';

/** A cached answer: its JSON, so that its size is known and it could lie on a disk as well. */
export interface CachedAnswer {
  readonly text: string;
  /** When it came, in epoch milliseconds. */
  readonly at: number;
}

/** Keeps answers by a key that holds no secret. What outlives the process can stand behind the same interface. */
export interface Store {
  get(key: string): CachedAnswer | undefined | Promise<CachedAnswer | undefined>;
  set(key: string, answer: CachedAnswer): unknown;
}

/** Where answers are kept, and for how long they serve. */
export interface ResponseCache {
  readonly store: Store;
  /** For so long the vendor is not asked again. */
  readonly freshMilliseconds: number;
  /** For so long they are better than a vendor's failure. */
  readonly staleMilliseconds: number;
}

/** A store in this process. Beyond so many bytes it drops what was used longest ago. */
export function createStore(maxBytes: number): Store {
  return new LRUCache<string, CachedAnswer>({
    maxSize: maxBytes,
    // One answer is not to drive out all the others.
    maxEntrySize: maxBytes / 4,
    // A text takes two bytes a character where one of them is not Latin.
    sizeCalculation: ({ text }, key) => 2 * (text.length + key.length),
  });
}

/** After this part of the operation's patience an older answer is given; the call goes on and its answer is cached. */
const PATIENCE_SHARE = 0.9;

/** Gives a fresh answer from the cache, and an older one while the vendor fails or is slow. */
export function responseCache(
  vendor: Vendor,
  { store, freshMilliseconds, staleMilliseconds }: ResponseCache,
  identity: () => Promise<string>,
  clock: Clock,
): Step {
  return (next) => async (call) => {
    const key = `${await identity()} ${call.key}`;
    const cached = await store.get(key);
    const age = cached === undefined ? Number.POSITIVE_INFINITY : clock.now() - cached.at;
    if (cached !== undefined && age < freshMilliseconds && call.operation.bypassesCache !== true) {
      call.operation.trace.of(vendor, call.request.route).fromMemory += 1;
      return answerOf(cached, call);
    }
    const answer = next(call).then(async (answer) => {
      await store.set(key, { text: answer.text, at: clock.now() });
      return answer;
    });
    if (cached === undefined || age >= staleMilliseconds) return answer;
    try {
      return (await soon(answer, call)) ?? stale(cached, call);
    } catch (error) {
      // A refusal that holds is not contradicted by an older answer.
      if (!(error instanceof UpstreamError && error.isTransient)) throw error;
      return stale(cached, call);
    }
  };

  function stale(cached: CachedAnswer, call: Call): Answer {
    call.operation.trace.of(vendor, call.request.route).stale += 1;
    return answerOf(cached, call);
  }

  /** Null where the answer takes too long. */
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

function answerOf({ text }: CachedAnswer, { request }: Call): Answer {
  return { headers: {}, text, value: request.read(JSON.parse(text)), tookMilliseconds: 0 };
}
