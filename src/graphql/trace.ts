import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { RouteCost, UpstreamTrace } from '../domain/upstream-trace.ts';
import type { GatewayContext } from './context.ts';

/** The header with which a caller asks what an operation has cost. */
const HEADER = 'x-deskgraph-trace';

/**
 * Says in `extensions.upstream` what the operation has cost: to callers that ask for it, to all where `always`, and without
 * being asked where an answer of the past stands in for a vendor that fails.
 */
export function useUpstreamTrace(
  always: boolean,
): Plugin<GatewayContext & { readonly trace: UpstreamTrace }> {
  return {
    onExecute: ({ args: { contextValue } }) => ({
      onExecuteDone({ result, setResult }) {
        const { trace, request } = contextValue;
        const list = trace.list().map(inWholeMilliseconds);
        const isAsked = always || request.headers.get(HEADER) === '1';
        if (isAsyncIterable(result) || !(isAsked || list.some(({ stale }) => stale > 0))) return;
        setResult({ ...result, extensions: { ...result.extensions, upstream: list } });
      },
    }),
  };
}

function inWholeMilliseconds(cost: RouteCost): RouteCost {
  return {
    ...cost,
    waitedMilliseconds: Math.round(cost.waitedMilliseconds),
    tookMilliseconds: Math.round(cost.tookMilliseconds),
  };
}
