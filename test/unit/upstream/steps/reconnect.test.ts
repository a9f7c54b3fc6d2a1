import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { machineClock } from '../../../../src/domain/clock.ts';
import type { Operation } from '../../../../src/domain/operation.ts';
import { errorFromStatus } from '../../../../src/upstream/response/error-from-response.ts';
import { createUpstream } from '../../../../src/upstream/upstream.ts';
import { failureOf } from '../../vendors/asking.ts';
import { operationOf, requestOf } from '../calling.ts';
import { settled } from '../fake-clock.ts';
import { startRawServer } from '../transport/raw-server.ts';

const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n[]';

/** Every connection answers one request and is closed when the next one comes on it, as if it had idled too long. */
async function startForgetfulServer(close: (socket: Socket) => void) {
  const used = new Set<Socket>();
  let requests = 0;
  const server = await startRawServer((socket) => {
    requests += 1;
    if (used.has(socket)) close(socket);
    else socket.write(ANSWER);
    used.add(socket);
  });
  return {
    port: server.port,
    get requests() {
      return requests;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function upstreamTo(port: number) {
  const { open, health } = createUpstream(
    {
      vendor: 'KORE_AI',
      baseUrl: `http://127.0.0.1:${port}`,
      headers: () => ({}),
      quota: { callsPerMinute: 1000, counted: 'together' },
      errorFromResponse: (answer, route) => errorFromStatus('KORE_AI', answer, route),
    },
    // No wait of a retry ever ends, and no idle connection is closed for its age while the test looks on.
    {
      clock: { now: machineClock.now, after: () => new Promise(() => undefined) },
      cache: null,
      random: () => 1,
    },
  );
  return {
    health,
    ask: (name: string, by: Operation = operationOf(machineClock, 60_000)) => open(by).send(requestOf(name)),
  };
}

describe('a connection that was closed while it idled', () => {
  it.each<[string, (socket: Socket) => void]>([
    ['ended', (socket) => socket.end()],
    ['reset', (socket) => socket.resetAndDestroy()],
  ])('and is %s under a call is replaced at once, for all who share the call', async (_, close) => {
    await using server = await startForgetfulServer(close);
    const { ask, health } = upstreamTo(server.port);
    // Which connection a call gets is undici's choice: this goes on until a shared call meets a dead one.
    for (let go = 0, retried = 0; retried === 0; go += 1) {
      await ask(`first-${go}`);
      await settled();
      const operations = Array.from({ length: 3 }, () => operationOf(machineClock, 60_000));
      const answers = await Promise.all(operations.map((operation) => ask(`second-${go}`, operation)));
      expect(answers).toEqual([[], [], []]);
      const [cost] = operations[0]?.trace.list() ?? [];
      retried = cost?.retried ?? 0;
      expect(cost?.calls).toBe(1 + retried);
    }
    const quota = [{ remaining: 1000 - server.requests }];
    expect(health()).toMatchObject({ breaker: 'CLOSED', lastFailure: null, quota });
  });

  it('is replaced by a fresh one, and not by another that is dead, too', async () => {
    await using server = await startForgetfulServer((socket) => socket.end());
    const { ask, health } = upstreamTo(server.port);
    await Promise.all(Array.from({ length: 8 }, (_, index) => ask(`first-${index}`)));
    await settled();
    expect(await ask('second')).toEqual([]);
    expect(health()).toMatchObject({ breaker: 'CLOSED', lastFailure: null });
  });

  it('is replaced once a call: what fails on the fresh one has failed', async () => {
    let isFirst = true;
    await using server = await startRawServer((socket) => {
      if (isFirst) socket.write(ANSWER);
      else socket.end();
      isFirst = false;
    });
    const { ask, health } = upstreamTo(server.port);
    await ask('first');
    // The wait of the one saved retry does not end: it is used up beforehand.
    const operation = operationOf(machineClock, 60_000);
    void ask('second', operation).catch(() => undefined);
    while (health().lastFailure === null) await new Promise((resolve) => setTimeout(resolve, 5));
    operation.leave();
    const fault = await failureOf(ask('third'));
    expect(fault).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(fault.message).toContain('UND_ERR_SOCKET');
    expect(server.made).toBe(3);
  });

  it('is none where the connection is fresh', async () => {
    await using server = await startRawServer((socket) => socket.end());
    const { ask, health } = upstreamTo(server.port);
    const operation = operationOf(machineClock, 60_000);
    void ask('first', operation).catch(() => undefined);
    while (health().lastFailure === null) await new Promise((resolve) => setTimeout(resolve, 5));
    operation.leave();
    expect(server.made).toBe(1);
  });
});
