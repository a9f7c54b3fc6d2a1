import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { AccountPage } from '../../../src/domain/directory.ts';
import type { Operation } from '../../../src/domain/operation.ts';
import type { VendorPort } from '../../../src/domain/ports.ts';
import { failureOf, operation, operationUntil } from './asking.ts';
import { portOf } from './kit.ts';
import { KITS } from './kits.ts';

/** A path below the host, as servers have that are not at their host's root. */
const BASE = '/below/the/root';
const SECRET = 'secret-of-the-operator';

/** Every vendor is asked the one question that every vendor can answer. */
const ask = (port: VendorPort, asking: Operation = operation()): Promise<AccountPage> =>
  port.open(asking).directory.page(0);

async function serve(listener: RequestListener) {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(request.url ?? '');
    request.resume().on('end', () => listener(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${BASE}`,
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const FAULTS: readonly (readonly [what: string, code: string, listener: RequestListener])[] = [
  ['401', 'UPSTREAM_UNAUTHENTICATED', (_, response) => response.writeHead(401).end('{}')],
  ['403', 'UPSTREAM_FORBIDDEN', (_, response) => response.writeHead(403).end('{}')],
  ['404', 'UPSTREAM_UNSUPPORTED', (_, response) => response.writeHead(404).end('Not Found')],
  ['429', 'UPSTREAM_RATE_LIMITED', (_, response) => response.writeHead(429).end()],
  ['500', 'UPSTREAM_UNAVAILABLE', (_, response) => response.writeHead(500).end('{"stack":"at vendor"}')],
  [
    '502 with a page',
    'UPSTREAM_UNAVAILABLE',
    (_, response) => response.writeHead(502).end('<html>at vendor</html>'),
  ],
  [
    'a page where JSON was due',
    'UPSTREAM_INVALID_RESPONSE',
    (_, response) => response.end('<html>at vendor</html>'),
  ],
  ['nothing', 'UPSTREAM_INVALID_RESPONSE', (_, response) => response.end()],
  ['JSON cut off', 'UPSTREAM_INVALID_RESPONSE', (_, response) => response.end('{"users":[{"userna')],
  ['another shape', 'UPSTREAM_INVALID_RESPONSE', (_, response) => response.end('{"at vendor":1}')],
  [
    'a redirect to another host',
    'UPSTREAM_INVALID_RESPONSE',
    (_, response) => response.writeHead(302, { location: 'http://localhost:9/' }).end(),
  ],
  [
    'fifty megabytes in a few kilobytes',
    'UPSTREAM_INVALID_RESPONSE',
    (_, response) =>
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '))),
  ],
  [
    'a reset in the middle',
    'UPSTREAM_UNAVAILABLE',
    (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"us');
      setImmediate(() => response.destroy());
    },
  ],
];

describe.each(KITS)('$module.title', (kit) => {
  const { people } = kit;
  const create = (url: string) => portOf(kit, url, SECRET);
  const answering: RequestListener = (_, response) => response.end(JSON.stringify(people));

  test('is asked below the path of its address', async () => {
    await using server = await serve(answering);
    const { accounts, hasMore } = await ask(create(server.url));
    expect(accounts.map(({ emails }) => emails)).toEqual([['ana@example.com']]);
    expect(hasMore).toBe(false);
    expect(server.calls).toHaveLength(1);
    expect(server.calls[0]).toMatch(new RegExp(`^${BASE}/`));
  });

  test('is asked the same thing once in an operation, and anew in the next', async () => {
    await using server = await serve(answering);
    const port = create(server.url);
    const { directory } = port.open(operation());
    expect(await Promise.all([directory.page(0), directory.page(0)])).toHaveLength(2);
    expect(server.calls).toHaveLength(1);
    await ask(port);
    expect(server.calls).toHaveLength(2);
  });

  test('may answer compressed', async () => {
    await using server = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(JSON.stringify(people))),
    );
    expect((await ask(create(server.url))).accounts).toHaveLength(1);
  });

  test.each(FAULTS)(
    'that answers %s is %s, without a word of its own or of the credential',
    async (_, code, listener) => {
      await using server = await serve(listener);
      const port = create(server.url);
      const error = await failureOf(ask(port));
      expect(error).toMatchObject({ vendor: port.vendor, code });
      expect(error.message).not.toContain('at vendor');
      expect(error.message).not.toContain(SECRET);
      expect(error.message).not.toContain('127.0.0.1');
      // Rocket.Chat looks elsewhere when it may not list people; what may succeed a moment later is tried again, once.
      const retries = code === 'UPSTREAM_UNAVAILABLE' ? 1 : 0;
      expect(server.calls).toHaveLength(new Set(server.calls).size + retries);
    },
  );

  test('that does not listen is UPSTREAM_UNAVAILABLE', async () => {
    const server = await serve(answering);
    await server[Symbol.asyncDispose]();
    const error = await failureOf(ask(create(server.url)));
    expect(error).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('that never answers is UPSTREAM_TIMEOUT once the operation is over', async () => {
    const over = new AbortController();
    await using server = await serve(() => over.abort());
    const asking = operationUntil(over.signal);
    expect(await failureOf(ask(create(server.url), asking))).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
  });
});

test.each(['idRank', 'nameRank'] as const)(
  'no two vendors have the same %s, which would decide by chance',
  (rank) => {
    const ranks = KITS.map((kit) => portOf(kit, 'http://127.0.0.1:1').traits[rank]);
    expect(new Set(ranks).size).toBe(ranks.length);
  },
);
