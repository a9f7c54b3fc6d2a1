import { type Dispatcher, errors } from 'undici';
import type { Clock } from '../../domain/clock.ts';
import { UpstreamError } from '../../domain/errors.ts';
import { DeadConnectionError, NoConnectionError } from '../errors.ts';
import type { UpstreamAnswer, UpstreamOptions, UpstreamRequest } from '../request.ts';
import { untilAborted } from '../until-aborted.ts';
import { Connections } from './connections.ts';
import { UnansweredError } from './watched-client.ts';

type Exchange = (request: UpstreamRequest, signal: AbortSignal) => Promise<UpstreamAnswer>;

/** One request over HTTP and its answer, also where that reports an error. A fault of the connection is an UpstreamError. */
export function createExchange({ vendor, baseUrl, headers }: UpstreamOptions, clock: Clock): Exchange {
  const base = new URL(baseUrl);
  const connections = new Connections(base.origin);
  let open = 0;

  return async (request, signal) => {
    open += 1;
    try {
      // While undici makes a connection it ignores the signal.
      return await untilAborted(exchanged(request, signal), signal, () => signal.reason);
    } catch (fault) {
      throw connectionFault(fault);
    } finally {
      open -= 1;
      if (open === 0) connections.giveUp();
    }
  };

  async function exchanged(request: UpstreamRequest, signal: AbortSignal): Promise<UpstreamAnswer> {
    const response = await connections.request({ ...(await message(request)), signal });
    const text = await response.body.text();
    const body = isJson(response.headers['content-type']) ? parseJson(text) : undefined;
    const { statusCode: status, headers } = response;
    return { status, headers, body, text, receivedAt: clock.now() };
  }

  async function message(request: UpstreamRequest): Promise<Dispatcher.RequestOptions> {
    const json = request.body === undefined ? undefined : JSON.stringify(request.body);
    return {
      origin: base.origin,
      path: base.pathname.replace(/\/$/, '') + request.path + search(request.query),
      method: request.method,
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        'user-agent': 'deskgraph',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(await headers()),
        ...request.headers,
      },
      body: json ?? null,
    };
  }

  function connectionFault(fault: unknown): UpstreamError {
    if (fault instanceof UpstreamError) return fault;
    if (fault instanceof errors.ResponseExceededMaxSizeError || isTooLargeOnceInflated(fault)) {
      return new UpstreamError(vendor, 'UPSTREAM_INVALID_RESPONSE', 'the answer is larger than 32 MiB.');
    }
    if (fault instanceof UnansweredError) {
      if (fault.progress === 'not sent') return new NoConnectionError(vendor, codeOf(fault.cause));
      if (fault.metDeadConnection) return new DeadConnectionError(vendor);
      return connectionFault(fault.cause);
    }
    return new UpstreamError(vendor, 'UPSTREAM_UNAVAILABLE', `the connection broke (${codeOf(fault)}).`);
  }
}

/** An answer of another content type is not JSON, whatever it looks like. */
function isJson(contentType: string | string[] | undefined): boolean {
  return contentType === undefined || /^application\/([\w.-]+\+)?json\b/i.test(String(contentType));
}

function search(query: UpstreamRequest['query']): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) parameters.append(name, String(value));
  }
  return parameters.size === 0 ? '' : `?${parameters}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isTooLargeOnceInflated(fault: unknown): boolean {
  return fault instanceof Error && fault.message.startsWith('Decompressed response size');
}

/** An error code of the system or of undici, such as ECONNREFUSED: short, without addresses and credentials. */
function codeOf(fault: unknown): string {
  const code = fault instanceof Error ? (fault as NodeJS.ErrnoException).code : undefined;
  return code ?? 'unknown fault';
}
