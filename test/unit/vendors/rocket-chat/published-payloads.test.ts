import { describe, expect, test } from 'vitest';
import type { VendorPort } from '../../../../src/domain/ports.ts';
import { METRICS } from '../../../../src/vendors/rocket-chat/metrics.ts';
import type { OverviewMetric, RocketChatSession } from '../../../../src/vendors/rocket-chat/session.ts';
import { failureOf, operation, rangeOf, segmentsIn } from '../asking.ts';
import { publishedPayloads } from '../published.ts';
import { stubbedRocketChat } from './rocket-chat.ts';

const PAYLOADS = publishedPayloads('rocket-chat');
const RANGE = rangeOf('2021-11-24T00:00:00Z', '2021-11-25T00:00:00Z');

type Reading = (port: VendorPort<RocketChatSession>) => Promise<unknown>;
const history: Reading = (port) => port.open(operation()).availability(RANGE);
const overview = (metric: OverviewMetric) => (port: VendorPort<RocketChatSession>) =>
  port.open(operation()).overview(metric, RANGE, null);
const available: Reading = (port) =>
  port.open(operation()).availableForExtension({ extension: null, text: null }).page(0);
const users: Reading = (port) => port.open(operation()).directory.page(0);

/** How the answers of an endpoint are read, by the first word of their files. */
const READINGS: Readonly<Record<string, Reading>> = {
  history,
  'agent-overview': overview('messages'),
  'agents-available': available,
  'users-agent-list': users,
  ...{ auth: users, permission: users, ratelimit: users, twofactor: users, license: history },
};

/** The answer of an endpoint that nobody asks, schemas, and what is read in its own way below. */
const UNREAD = /^(users-agent-by-id\..*|.*\.openapi-schema|agent-overview\.vectors|SOURCES)\.json$/;
const FILES = PAYLOADS.files
  .filter((file) => !UNREAD.test(file))
  .map((file) => ({ file, endpoint: file.split('.')[0] ?? '', status: Number(file.split('.')[1]) }));
const reading = (endpoint: string) => READINGS[endpoint] ?? expect.fail(`Nothing reads ${endpoint}`);

const READ: Readonly<Record<string, unknown>> = {
  'agent-overview.200.gitbook-total-messages.json': new Map(
    Object.entries({ kim: 25, jane: 50, baek: 44, sam: 111, john: 67, aline: 90, addie: 49 }),
  ),
  'agent-overview.200.success-example.json': new Map(Object.entries({ kim: 25, jane: 50, baek: 44 })),
  'agents-available.200.seed-doc.json': { accounts: [{ key: 'test.agent', status: 'online' }], total: 1 },
  'agents-available.200.success-example.json': { accounts: [{ key: 'test.agent', maxSimultaneousChats: 5 }] },
  'users-agent-list.200.success-example.json': {
    accounts: [
      { key: 'dialog.bot' },
      { key: 'john.doe' },
      { key: 'hookdeck.write' },
      { key: 'rocket.agent' },
    ],
  },
};

const CODES: Readonly<Record<string, string>> = {
  '401': 'UPSTREAM_UNAUTHENTICATED',
  '403': 'UPSTREAM_FORBIDDEN',
  '429': 'UPSTREAM_RATE_LIMITED',
  '400': 'UPSTREAM_UNSUPPORTED',
  twofactor: 'UPSTREAM_UNAUTHENTICATED',
  'agent-overview.200.unknown-name-or-bad-date.json': 'UPSTREAM_INVALID_RESPONSE',
};

describe.skipIf(!PAYLOADS.areHere)("Rocket.Chat's published payloads", () => {
  const successes = FILES.filter(({ file, status }) => status === 200 && !(file in CODES));
  const refusals = FILES.filter((file) => !successes.includes(file));

  test('are answers of endpoints that are read', () => {
    expect(FILES.filter(({ endpoint }) => !(endpoint in READINGS))).toEqual([]);
    expect([successes.length, refusals.length].every((files) => files > 5)).toBe(true);
  });

  test.each(successes)('$file is read whole', async ({ file, endpoint }) => {
    const body = PAYLOADS.read(file);
    await using rocket = await stubbedRocketChat(() => ({ body }));
    expect(await reading(endpoint)(rocket.port)).toMatchObject((READ[file] ?? secondsOf(body)) as object);
  });

  test.each(refusals)('$file is a refusal', async ({ file, endpoint, status }) => {
    const body = PAYLOADS.read(file) as { error?: string; message?: string };
    await using rocket = await stubbedRocketChat(() => ({ status, body }));
    const error = await failureOf(reading(endpoint)(rocket.port));
    expect(error.code).toBe(CODES[file] ?? CODES[endpoint] ?? CODES[status]);
    for (const text of [body.error, body.message])
      if (text !== undefined) expect(error.message).not.toContain(text);
  });

  test('the sessions of the full report are all there', async () => {
    const body = PAYLOADS.read('history.200.success-example.json') as { agents: FullRow[] };
    await using rocket = await stubbedRocketChat(() => ({ body }));
    for (const { username, serviceHistory } of body.agents) {
      const day = Temporal.Instant.from(serviceHistory[0]?.startedAt ?? '').round({
        ...{ smallestUnit: 'hour', roundingIncrement: 24, roundingMode: 'floor' },
      } as const);
      const range = { from: day, to: day.add({ hours: 24 }) };
      const accounts = await rocket.port.open(operation()).activeAccounts(range);
      const answer = await rocket.port.open(operation()).segments?.of(accounts, range);
      expect(
        segmentsIn(answer, username).map(({ startedAt, endedAt }) => [
          startedAt.epochMilliseconds,
          endedAt?.epochMilliseconds,
        ]),
      ).toEqual(
        serviceHistory.map(({ startedAt, stoppedAt }) => [Date.parse(startedAt), Date.parse(stoppedAt)]),
      );
    }
  });

  test("every figure of the vendor's own unit tests is read", async () => {
    const vectors = PAYLOADS.read('agent-overview.vectors.json') as Vector[];
    expect(vectors.length).toBeGreaterThan(20);
    for (const { metric, expected } of vectors) {
      await using rocket = await stubbedRocketChat(() => ({ body: { ...expected, success: true } }));
      const field = (Object.keys(METRICS) as OverviewMetric[]).find((name) => METRICS[name].name === metric);
      const figures = await overview(field ?? expect.fail(metric))(rocket.port);
      expect(figures).toEqual(new Map(expected.data.map(({ name, value }) => [name, plain(value)])));
    }
  });
});

interface FullRow {
  readonly username: string;
  readonly serviceHistory: readonly { readonly startedAt: string; readonly stoppedAt: string }[];
}

interface Vector {
  readonly metric: string;
  readonly expected: { readonly data: readonly { readonly name: string; readonly value: string | number }[] };
}

function secondsOf(body: unknown): Map<string, number> {
  const { agents } = body as { agents: { username: string; availableTimeInSeconds: number }[] };
  return new Map(agents.map(({ username, availableTimeInSeconds }) => [username, availableTimeInSeconds]));
}

/** A value as a number, read in a way of its own. */
function plain(value: string | number): number {
  if (typeof value === 'number') return value;
  return value.split(':').reduce((sum, part) => sum * 60 + Number.parseFloat(part), 0);
}
