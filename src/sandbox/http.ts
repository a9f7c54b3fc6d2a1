import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failureOf } from './failures.ts';
import { bodyOf, parsed, plainQuery, singleHeaders } from './request.ts';
import type { SandboxAnswer, SandboxRequest, SandboxVendor, SandboxVendorName } from './route.ts';
import { routeFor } from './routing.ts';
import { toWire } from './wire.ts';

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

function send(outgoing: ServerResponse, answer: SandboxAnswer): void {
  const { status, headers, body } = toWire(answer);
  outgoing.writeHead(status, headers).end(body);
}
