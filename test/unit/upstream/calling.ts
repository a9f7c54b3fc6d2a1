import { CallBudget } from '../../../src/domain/call-budget.ts';
import type { Clock } from '../../../src/domain/clock.ts';
import { UpstreamError } from '../../../src/domain/errors.ts';
import type { Operation } from '../../../src/domain/operation.ts';
import { UpstreamTrace } from '../../../src/domain/upstream-trace.ts';
import { VendorTime } from '../../../src/domain/vendor-time.ts';
import type { Answer, Call, Send } from '../../../src/upstream/call.ts';
import { AbandonedError, outOfTime } from '../../../src/upstream/errors.ts';
import type { UpstreamRequest } from '../../../src/upstream/request.ts';
import { Waits } from '../../../src/upstream/waits.ts';

/** An operation and the means to end it. */
export interface TestOperation extends Operation {
  readonly clock: Clock;
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
    clock,
    signal: over.signal,
    deadline: clock.now() + milliseconds,
    patienceMilliseconds: milliseconds / 3,
    budget: new CallBudget(maxCalls),
    trace: new UpstreamTrace(),
    vendorTime: new VendorTime(clock),
    leave: () => over.abort(),
  };
}

/** A request for something by name. */
export function requestOf(name: string, route = 'people'): UpstreamRequest {
  return { method: 'GET', route, path: `/${name}`, read: (body) => body };
}

/** A call of an operation. It is given up when the operation is over, as by the step singleFlight. */
export function callOf(operation: TestOperation, name = 'everybody', route = 'people'): Call {
  const { deadline, trace, clock } = operation;
  const over = new AbortController();
  const giveUp = () => over.abort(outOfTime('ROCKET_CHAT'));
  if (operation.signal.aborted) giveUp();
  operation.signal.addEventListener('abort', giveUp, { once: true });
  const waits = new Waits(trace.of('ROCKET_CHAT', route), clock);
  return { request: requestOf(name, route), key: name, operation, signal: over.signal, deadline, waits };
}

/** What a vendor says that answers. */
export function answerOf(value: unknown = 'answer', headers: Answer['headers'] = {}): Answer {
  return { headers, text: JSON.stringify(value), value, tookMilliseconds: 0 };
}

/** The vendor's failure with a code. */
export function faultOf(code: UpstreamError['code'], seconds: number | null = null): UpstreamError {
  return new UpstreamError('ROCKET_CHAT', code, 'said so.', seconds);
}

/** The end of the steps, at which a function stands for the vendor. It gives up a call as the transport does. */
export function vendorOf(
  answer: (call: Call) => Answer | Promise<Answer>,
  clock: Clock,
): Send & { calls: Call[] } {
  const calls: Call[] = [];
  const send = async (call: Call) => {
    calls.push(call);
    const sentAt = clock.now();
    try {
      return { ...(await answer(call)), tookMilliseconds: clock.now() - sentAt };
    } catch (error) {
      throw call.signal.aborted ? new AbandonedError('ROCKET_CHAT', clock.now() - sentAt) : error;
    }
  };
  return Object.assign(send, { calls });
}

/** Steps whose calls may fail before a test looks. */
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
