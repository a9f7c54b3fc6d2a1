import type { Call } from './call.ts';

/** A call that waits, and the two ways in which the queue can end its waiting. */
interface Waiting {
  readonly call: Call;
  readonly admit: () => void;
  readonly refuse: (error: Error) => void;
}

/**
 * Calls that wait for their turn. Operations are served in rotation, one call of each, so that one with many calls does
 * not keep those with few waiting; a call whose signal aborts leaves by itself.
 */
export class FairQueue {
  /** In the order of the rotation. */
  readonly #queues = new Map<object, Waiting[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Ends when the call is admitted; rejects when it is refused, or with its signal's reason when that aborts. */
  join(call: Call): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const leave = () => {
      this.#remove(waiting);
      reject(call.signal.reason);
    };
    const done = (end: () => void) => () => {
      call.signal.removeEventListener('abort', leave);
      this.#remove(waiting);
      end();
    };
    const waiting: Waiting = {
      call,
      admit: done(resolve),
      refuse: (error) => done(() => reject(error))(),
    };
    if (call.signal.aborted) reject(call.signal.reason);
    else this.#add(waiting, leave);
    return promise;
  }

  /** The waiting calls, in the order in which they will be served. */
  inOrder(): readonly Waiting[] {
    const queues = [...this.#queues.values()];
    const rounds = Math.max(0, ...queues.map((queue) => queue.length));
    return Array.from({ length: rounds }, (_, round) => queues.flatMap((queue) => queue[round] ?? [])).flat();
  }

  /** Admits the next call and puts its operation last; null where none waits. */
  admitNext(): Call | null {
    const [first] = this.#queues;
    if (first === undefined) return null;
    const [operation, queue] = first;
    this.#queues.delete(operation);
    this.#queues.set(operation, queue);
    const next = queue[0];
    next?.admit();
    return next?.call ?? null;
  }

  #add(waiting: Waiting, leave: () => void): void {
    const { operation, signal } = waiting.call;
    const queue = this.#queues.get(operation) ?? [];
    this.#queues.set(operation, queue);
    queue.push(waiting);
    this.#size += 1;
    signal.addEventListener('abort', leave, { once: true });
  }

  #remove(waiting: Waiting): void {
    const { operation } = waiting.call;
    const queue = this.#queues.get(operation);
    const index = queue?.indexOf(waiting) ?? -1;
    if (queue === undefined || index < 0) return;
    queue.splice(index, 1);
    this.#size -= 1;
    if (queue.length === 0) this.#queues.delete(operation);
  }
}
