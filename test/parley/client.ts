import type { z } from 'zod';
import type { Operation } from '../../src/domain/operation.ts';
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

/** Parley's endpoints as one operation asks them, each a POST with JSON. */
export interface ParleyClient {
  /** The same, asking everything again. */
  bypassingCache(): ParleyClient;
  /** The crew, in the order of their badges, from the row `skip` on. */
  crew(skip: number, take: number): Promise<z.output<typeof wire.Crew>>;
  /** The members with one of these addresses, case aside, or with one of these badges. At most 40 of them. */
  crewBy(
    by: { readonly mails: readonly string[] } | { readonly badges: readonly string[] },
  ): Promise<z.output<typeof wire.Crew>>;
  /** What the members, or all where null, did in the range. */
  log(badges: readonly string[] | null, range: TimeRange): Promise<z.output<typeof wire.Log>>;
  /** The calls that began in the range, a row for each member who had one. Since version 2. */
  calls(range: TimeRange): Promise<z.output<typeof wire.Calls>>;
}

/** The way to Parley. */
export function connectParley(config: ParleyConfig, resources: UpstreamResources) {
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
  return {
    health: upstream.health,
    open: (operation: Operation) => clientOver(upstream.open(operation), config),
  };
}

function clientOver(
  session: UpstreamSession,
  { apiVersion }: Pick<ParleyConfig, 'apiVersion'>,
): ParleyClient {
  function post<Answer extends z.ZodType>(
    route: string,
    body: object,
    answer: Answer,
  ): Promise<z.output<Answer>> {
    const read = (json: unknown) => readAs(answer, json, 'PARLEY', route);
    return session.send({ method: 'POST', route, path: `/v${apiVersion}/${route}`, body, read });
  }

  return {
    bypassingCache: () => clientOver(session.bypassingCache(), { apiVersion }),
    crew: (skip, take) => post('crew', { skip, take }, wire.Crew),
    crewBy: (by) => post('crew', by, wire.Crew),
    log: (badges, { from, to }) => post('log', { badges, from: String(from), to: String(to) }, wire.Log),
    calls: ({ from, to }) => post('calls', { from: String(from), to: String(to) }, wire.Calls),
  };
}
