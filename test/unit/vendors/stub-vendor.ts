import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a stub received it. */
export interface StubRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The parsed JSON; undefined where there was no body. */
  readonly body: unknown;
}

/** What a stub answers. */
export interface StubAnswer {
  /** 200 where left out. */
  readonly status?: number;
  /** Sent as JSON; a Buffer is sent as it is. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A vendor made of one function, over real HTTP on a free port of the loopback. */
export interface StubVendor extends AsyncDisposable {
  readonly url: string;
  /** Every request so far, in order. */
  readonly requests: StubRequest[];
  close(): Promise<void>;
}

/** Starts a stub, whose answers are told when nobody waits for them any more; `await using` closes it at the end of the block. */
export async function startStubVendor(
  answer: (request: StubRequest, gone: AbortSignal) => StubAnswer | Promise<StubAnswer>,
): Promise<StubVendor> {
  const requests: StubRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const request = await received(incoming);
    requests.push(request);
    const gone = new AbortController();
    outgoing.on('close', () => gone.abort());
    const { status = 200, body, headers } = await answer(request, gone.signal);
    const raw = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body) ?? '');
    outgoing.writeHead(status, { 'content-type': 'application/json', ...headers }).end(raw);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests, close, [Symbol.asyncDispose]: close };
}

async function received(incoming: IncomingMessage): Promise<StubRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://stub');
  return {
    method: incoming.method ?? '',
    path: pathname,
    query: searchParams,
    headers: incoming.headers,
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
  };
}
