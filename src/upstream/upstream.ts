import type { Operation } from '../domain/operation.ts';
import { createExchange } from './exchange.ts';
import type { UpstreamOptions, UpstreamRequest } from './message.ts';

/** Sends a request and gives the JSON of a vendor's success; everything else is an UpstreamError. */
export type Upstream = (request: UpstreamRequest, operation: Operation) => Promise<unknown>;

/** The way from a vendor's client to the vendor: equal requests of one operation share one exchange over HTTP. */
export function createUpstream(options: UpstreamOptions): Upstream {
  const exchange = createExchange(options);
  const answersOf = new WeakMap<Operation, Map<string, Promise<unknown>>>();

  async function send(request: UpstreamRequest, operation: Operation): Promise<unknown> {
    const answer = await exchange(request, operation.signal);
    options.observe?.(answer);
    const refused = options.refusal(answer, request.route);
    if (refused !== null) throw refused;
    return answer.body;
  }

  return (request, operation) => {
    const answers = answersOf.get(operation) ?? new Map<string, Promise<unknown>>();
    answersOf.set(operation, answers);
    const key = JSON.stringify([request.method, request.path, request.query, request.body, request.headers]);
    const answer = answers.get(key) ?? send(request, operation);
    answers.set(key, answer);
    return answer;
  };
}
