import { Agent, type Dispatcher, errors, interceptors } from 'undici';
import { UpstreamError } from '../domain/errors.ts';
import type { UpstreamAnswer, UpstreamOptions, UpstreamRequest } from './message.ts';

/** The largest answer that is read: a list of 10,000 agents is about 4 MB. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

type Exchange = (request: UpstreamRequest, signal: AbortSignal) => Promise<UpstreamAnswer>;

/** One request over HTTP and its answer; a fault of the line is an UpstreamError, a vendor's refusal is an answer. */
export function createExchange({ vendor, baseUrl, headers }: UpstreamOptions): Exchange {
  const dispatcher = new Agent({
    connections: 8,
    allowH2: false,
    maxResponseSize: MAX_BODY_BYTES,
    // The operation's deadline is the one clock; a host that does not even accept is given up before long.
    connect: { timeout: 30_000 },
    headersTimeout: 0,
    bodyTimeout: 0,
  }).compose(interceptors.decompress({ maxSize: MAX_BODY_BYTES, skipErrorResponses: false }));
  let credential: ReturnType<UpstreamOptions['headers']> | undefined;

  return async (request, signal) => {
    if (signal.aborted) throw timeout();
    credential ??= headers();
    try {
      const response = await dispatcher.request({ ...(await message(request)), signal });
      const text = await response.body.text();
      return { status: response.statusCode, headers: response.headers, body: parseJson(text), text };
    } catch (fault) {
      throw signal.aborted ? timeout() : lineFault(fault);
    }
  };

  async function message(request: UpstreamRequest): Promise<Dispatcher.RequestOptions> {
    const base = new URL(baseUrl);
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
        ...(await credential),
        ...request.headers,
      },
      body: json ?? null,
    };
  }

  function timeout(): UpstreamError {
    return new UpstreamError(vendor, 'UPSTREAM_TIMEOUT', 'no answer before the deadline of the operation.');
  }

  function lineFault(fault: unknown): UpstreamError {
    if (fault instanceof UpstreamError) return fault;
    if (fault instanceof errors.ResponseExceededMaxSizeError || isTooLargeOnceInflated(fault)) {
      return new UpstreamError(vendor, 'UPSTREAM_INVALID_RESPONSE', 'the answer is larger than 32 MiB.');
    }
    return new UpstreamError(vendor, 'UPSTREAM_UNAVAILABLE', `no connection (${codeOf(fault)}).`);
  }
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

/** A system's or undici's error code such as ECONNREFUSED: short, and free of addresses and credentials. */
function codeOf(fault: unknown): string {
  const code = fault instanceof Error ? (fault as NodeJS.ErrnoException).code : undefined;
  return code ?? 'unknown fault';
}
