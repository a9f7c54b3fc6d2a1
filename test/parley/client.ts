import type { z } from 'zod';
import type { Operation } from '../../src/domain/operation.ts';
import { perOperation } from '../../src/domain/per-operation.ts';
import type { TimeRange } from '../../src/domain/time-range.ts';
import { errorFromStatus } from '../../src/upstream/response/error-from-response.ts';
import { readAs } from '../../src/upstream/response/read.ts';
import { createUpstream, type UpstreamResources, type UpstreamSession } from '../../src/upstream/upstream.ts';
import * as wire from './wire.ts';

/** Where Parley is and with which credential it is asked. */
export interface ParleyConfig {
  readonly url: string;
  readonly token: string;
  readonly apiVersion: '1' | '2';
  /** Calls a minute to all endpoints together. */
  readonly callsPerMinute: number;
}

export type ParleyClient = ReturnType<typeof createParleyClient>;

/** Parley's endpoints, each a POST with JSON. */
export function createParleyClient(config: ParleyConfig, resources: UpstreamResources) {
  const upstream = createUpstream(
    {
      vendor: 'PARLEY',
      baseUrl: config.url,
      quota: { callsPerMinute: config.callsPerMinute, counted: 'together' },
      headers: () => ({ 'x-parley-token': config.token }),
      errorFromResponse: (answer, route) => errorFromStatus('PARLEY', answer, route),
    },
    resources,
  );
  const sessions = perOperation<UpstreamSession>();

  function post<Answer extends z.ZodType>(
    route: string,
    body: object,
    answer: Answer,
    operation: Operation,
  ): Promise<z.output<Answer>> {
    const path = `/v${config.apiVersion}/${route}`;
    const read = (json: unknown) => readAs(answer, json, 'PARLEY', route);
    const session = sessions(operation, 'upstream', () => upstream.open(operation));
    return session.send({ method: 'POST', route, path, body, read });
  }

  return {
    health: upstream.health,
    /** The crew, in the order of their badges, from the row `skip` on. */
    crew: (skip: number, take: number, operation: Operation) =>
      post('crew', { skip, take }, wire.Crew, operation),
    /** The members with one of these addresses, case aside, or with one of these badges. At most 40 of them. */
    crewBy: (
      by: { readonly mails: readonly string[] } | { readonly badges: readonly string[] },
      operation: Operation,
    ) => post('crew', by, wire.Crew, operation),
    /** What the members, or all where null, did in the range. */
    log: (badges: readonly string[] | null, { from, to }: TimeRange, operation: Operation) =>
      post('log', { badges, from: String(from), to: String(to) }, wire.Log, operation),
    /** The calls that began in the range, a row for each member who had one. Since version 2. */
    calls: ({ from, to }: TimeRange, operation: Operation) =>
      post('calls', { from: String(from), to: String(to) }, wire.Calls, operation),
  };
}
