import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failureOf } from './failures.ts';
import type { Route, SandboxAnswer, SandboxRequest, SandboxVendor, SandboxVendorName } from './route.ts';

/** One call that the sandbox answered. */
export interface SandboxCall {
  readonly vendor: SandboxVendorName;
  readonly method: string;
  /** The pattern of the route that was called; null where no route fits. */
  readonly route: string | null;
  /** The path below the vendor's base address. */
  readonly path: string;
  /** A parameter that was given several times is a list. */
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly body: unknown;
  readonly status: number;
}

/** A vendor and the path below which it is found. */
export interface Mount {
  readonly name: SandboxVendorName;
  readonly prefix: string;
  readonly vendor: SandboxVendor;
}

/** The running server. */
export interface SandboxServer {
  readonly url: string;
  readonly calls: readonly SandboxCall[];
  clearCalls(): void;
  fail(vendor: SandboxVendorName, status: number | null): void;
  close(): Promise<void>;
}

const MOST_BODY_BYTES = 1_000_000;
const MOST_CALLS = 10_000;

/** Serves the vendors' routes on the loopback interface; port 0 means any free one. */
export async function serve(mounts: readonly Mount[], port: number): Promise<SandboxServer> {
  const calls: SandboxCall[] = [];
  const failures = new Map<SandboxVendorName, number>();

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', 'http://sandbox');
    const mount = mounts.find(({ prefix }) => url.pathname.startsWith(`${prefix}/`));
    if (mount === undefined) return send(outgoing, { status: 404, body: { error: 'no such vendor' } });
    const text = await bodyOf(incoming);
    if (text === null) return send(outgoing, { status: 413, body: { error: 'body too large' } });

    const path = url.pathname.slice(mount.prefix.length);
    const method = incoming.method ?? 'GET';
    const found = routeFor(mount.vendor.routes, method, path);
    const request: SandboxRequest = {
      method,
      path,
      params: found?.params ?? {},
      query: url.searchParams,
      headers: singleHeaders(incoming),
      ...parsed(text),
    };
    const failing = failures.get(mount.name);
    const answer =
      failing === undefined
        ? (found?.route.handle(request) ?? mount.vendor.notFound)
        : failureOf(mount.name, failing);
    const query = plainQuery(url.searchParams);
    const route = found?.route.pattern ?? null;
    calls.push({ vendor: mount.name, method, route, path, query, body: request.body, status: answer.status });
    if (calls.length > MOST_CALLS) calls.shift();
    send(outgoing, answer);
  }

  const server = createServer((incoming, outgoing) => {
    respond(incoming, outgoing).catch((error: unknown) => {
      // A fault of the sandbox itself must not look like a vendor's answer.
      console.error('sandbox:', error);
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    clearCalls: () => calls.splice(0),
    fail: (vendor, status) => (status === null ? failures.delete(vendor) : failures.set(vendor, status)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

function routeFor(routes: readonly Route[], method: string, path: string): Found | null {
  for (const route of routes) {
    const params = route.method === method ? matched(route.pattern, path) : null;
    if (params !== null) return { route, params };
  }
  return null;
}

/** The values of the pattern's `:name` parts; null where the path does not fit. */
function matched(pattern: string, path: string): Record<string, string> | null {
  const expected = pattern.split('/');
  const actual = path.split('/');
  if (expected.length !== actual.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of expected.entries()) {
    const given = actual[at] as string;
    if (part.startsWith(':')) params[part.slice(1)] = unescaped(given);
    else if (part !== given) return null;
  }
  return params;
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The body as text; null where it is longer than anybody needs. */
async function bodyOf(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MOST_BODY_BYTES) chunks.push(chunk);
  }
  return bytes > MOST_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): Pick<SandboxRequest, 'body' | 'malformed'> {
  if (text === '') return { body: undefined, malformed: false };
  try {
    return { body: JSON.parse(text) as unknown, malformed: false };
  } catch {
    return { body: undefined, malformed: true };
  }
}

const singleHeaders = (incoming: IncomingMessage): SandboxRequest['headers'] =>
  Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );

function plainQuery(query: URLSearchParams): SandboxCall['query'] {
  const entries = [...new Set(query.keys())].map((name): [string, string | string[]] => {
    const values = query.getAll(name);
    return [name, values.length === 1 ? (values[0] as string) : values];
  });
  return Object.fromEntries(entries);
}

function send(outgoing: ServerResponse, { status, body, headers }: SandboxAnswer): void {
  const html = typeof body === 'string';
  outgoing.writeHead(status, {
    'Content-Type': html ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    ...headers,
  });
  outgoing.end(html ? body : JSON.stringify(body));
}
