import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { deliver, type EverySecond, send, stoppable } from './faults/delivery.ts';
import { createElsewhere, type StrayCall } from './faults/elsewhere.ts';
import { createFaultRegister, type FaultOptions, type SandboxFault } from './faults/register.ts';
import type { FaultName } from './faults/table.ts';
import { listen, stop } from './listening.ts';
import { bodyOf, parsed, plainQuery, singleHeaders } from './request.ts';
import { type Mount, routeFor } from './routing.ts';
import type { SandboxRequest } from './vendor.ts';
import { toWire } from './wire.ts';

/** One call that the sandbox took. */
export interface SandboxCall {
  /** The vendor's id. */
  readonly vendor: string;
  readonly method: string;
  /** The pattern of the route that was called; null where no route fits. */
  readonly route: string | null;
  /** The path below the vendor's base address. */
  readonly path: string;
  /** A parameter that was given several times is a list. */
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Undefined, too, where the fault was not to read it. */
  readonly body: unknown;
  /** The fault that befell the call; null where there was none, or only a status to fail with. */
  readonly fault: FaultName | null;
  /** Null where nothing was answered. */
  readonly status: number | null;
}

/** The running server. */
export interface SandboxServer {
  readonly url: string;
  readonly calls: readonly SandboxCall[];
  readonly strayCalls: readonly StrayCall[];
  clearCalls(): void;
  fail(vendor: string, status: number | null): void;
  fault(vendor: string, fault: FaultName | null, options?: FaultOptions): void;
  close(): Promise<void>;
}

/** What the server is told beside its routes. */
export interface ServerOptions {
  /** 0 means any free one. */
  readonly port: number;
  readonly now: () => number;
  readonly everySecond: EverySecond;
  /** Those that are on from the start. */
  readonly faults: readonly SandboxFault[];
}

const MOST_CALLS = 10_000;

/** Serves the vendors' routes on the loopback interface. */
export async function serve(mounts: readonly Mount[], options: ServerOptions): Promise<SandboxServer> {
  const { port, now, faults } = options;
  const seconds = stoppable(options.everySecond);
  const calls: SandboxCall[] = [];
  const elsewhere = createElsewhere();
  const register = createFaultRegister(mounts);
  for (const { vendor, fault, ...which } of faults) register.set(vendor, fault, which);

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const target = incoming.url ?? '/';
    const url = new URL(target, 'http://sandbox');
    const mount = mounts.find(({ vendor }) => url.pathname.startsWith(`${vendor.prefix}/`));
    if (mount === undefined) return refuse(outgoing, 404, 'no such vendor');

    const { vendor, imitation } = mount;
    const path = url.pathname.slice(vendor.prefix.length);
    const method = incoming.method ?? 'GET';
    const found = routeFor(imitation.routes, method, path);
    const route = found?.route.pattern ?? null;
    const { name: fault, way, answer: answerTo } = register.next(vendor.id, route);

    const text = way === 'reset-unread' ? '' : await bodyOf(incoming);
    if (text === null) return refuse(outgoing, 413, 'body too large');
    const request: SandboxRequest = {
      method,
      path,
      params: found?.params ?? {},
      query: url.searchParams,
      headers: singleHeaders(incoming),
      ...parsed(text),
    };
    const truth = () => toWire(found?.route.handle(request) ?? imitation.notFound);
    const { failure } = vendor;
    const circumstances = { failure, target, now: now(), truth, elsewhere: elsewhere.url };
    const answer = (await answerTo?.(circumstances)) ?? null;

    const query = plainQuery(url.searchParams);
    calls.push({
      vendor: vendor.id,
      method,
      route,
      path,
      query,
      body: request.body,
      fault,
      status: answer?.status ?? null,
    });
    if (calls.length > MOST_CALLS) calls.shift();
    deliver(outgoing, way, answer, seconds.every);
  }

  const server = createServer((incoming, outgoing) => {
    respond(incoming, outgoing).catch((error: unknown) => {
      // A fault of the sandbox itself must not look like a vendor's answer.
      console.error('sandbox:', error);
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end();
    });
  });

  return {
    url: await listen(server, port),
    calls,
    strayCalls: elsewhere.calls,
    clearCalls() {
      calls.length = 0;
      elsewhere.calls.length = 0;
    },
    fail: register.set,
    fault: register.set,
    async close() {
      // Node tells of a server's end before it tells of its connections', which end their drips.
      seconds.stopAll();
      await Promise.all([stop(server), elsewhere.close()]);
    },
  };
}

/** In the sandbox's own words, for what no vendor is asked about. */
function refuse(outgoing: ServerResponse, status: number, error: string): void {
  send(outgoing, toWire({ status, body: { error } }));
}
