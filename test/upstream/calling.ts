import type { Clock } from '../../src/domain/clock.ts';
import { CostSheet } from '../../src/domain/cost.ts';
import { UpstreamError } from '../../src/domain/errors.ts';
import type { Operation } from '../../src/domain/operation.ts';
import type { Answer, Call, Send } from '../../src/upstream/call.ts';
import type { UpstreamRequest } from '../../src/upstream/message.ts';

/** An operation and the means to end it. */
export interface TestOperation extends Operation {
  readonly costs: CostSheet;
  /** Lets its client go. */
  leave(): void;
}

/** An operation that has so long, ten seconds unless told; at the end of them its signal aborts. */
export function operationOf(clock: Clock, milliseconds = 10_000, maxCalls?: number): TestOperation {
  const over = new AbortController();
  clock.after(milliseconds, over.signal).then(
    () => over.abort(),
    () => undefined,
  );
  return {
    signal: over.signal,
    deadline: clock.now() + milliseconds,
    patienceMilliseconds: milliseconds / 3,
    costs: new CostSheet(maxCalls),
    leave: () => over.abort(),
  };
}

/** A request for something by name. */
export function requestOf(name: string, route = 'people'): UpstreamRequest {
  return { method: 'GET', route, path: `/${name}`, read: (body) => body };
}

/** A call at the top of the pipeline. */
export function callOf(operation: Operation, name = 'everybody', route = 'people'): Call {
  const { signal, deadline } = operation;
  const request = requestOf(name, route);
  const unsent = { sent: 0, sentAt: 0, waitingSince: 0, waitsForTrial: false };
  return { request, key: name, operation, signal, deadline, ...unsent };
}

/** What a vendor says that answers. */
export function answerOf(value: unknown = 'answer', headers: Answer['headers'] = {}): Answer {
  return { headers, text: JSON.stringify(value), value };
}

/** The vendor's failure with a code. */
export function faultOf(code: UpstreamError['code'], seconds: number | null = null): UpstreamError {
  return new UpstreamError('ROCKET_CHAT', code, 'said so.', seconds);
}

/** The end of a pipeline at which a function stands for the vendor; everything that gets there counts as sent. */
export function vendorOf(
  answer: (call: Call) => Answer | Promise<Answer>,
  clock: Clock,
): Send & { calls: Call[] } {
  const calls: Call[] = [];
  const send = async (call: Call) => {
    calls.push(call);
    call.sent += 1;
    call.sentAt = clock.now();
    return await answer(call);
  };
  return Object.assign(send, { calls });
}

/** A pipeline whose calls may fail before somebody looks. */
export function unwatched(send: Send): Send {
  return (call) => {
    const answer = send(call);
    answer.catch(() => undefined);
    return answer;
  };
}

/** The end of each promise: its value, or the code and the wait of its fault. */
export function ends(promises: readonly Promise<unknown>[]): Promise<unknown[]> {
  return Promise.all(
    promises.map((promise) =>
      promise.then(
        (answer) => (answer as Answer).value,
        (error: UpstreamError) => [error.code, error.retryAfterSeconds],
      ),
    ),
  );
}
