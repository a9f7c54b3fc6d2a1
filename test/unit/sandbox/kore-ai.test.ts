import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatusSpan } from '../../../src/sandbox/centre/model.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import { segmentOf } from '../../../src/sandbox/kore-ai/segments.ts';
import { DAY, koreAi, NOW, tokenFor } from './callers.ts';
import { staffOf } from './staff.ts';

const TODAY = { dateFilter: { date: '2026-03-18', timeZoneOffSet: 0 } };
const YESTERDAY = { dateFilter: { startDate: '2026-03-17', endDate: '2026-03-17', timeZoneOffSet: 0 } };
interface Row {
  readonly userId: string;
  readonly email: string;
  readonly firstName: string;
  readonly customId?: string;
  readonly status?: readonly Record<
    'primaryStatus' | 'secondaryStatus' | 'startTime' | 'endTime' | 'duration',
    string
  >[];
}

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => NOW });
});
afterAll(() => sandbox.close());

const rowsFor = async (filter: unknown): Promise<Row[]> => (await koreAi(sandbox, { filter })).body.data;
const secondsOf = (clock: string) =>
  clock.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);

describe('the status details', () => {
  it('are the centre’s spans, whole, each at most a second short', async () => {
    const [from, to] = [Date.parse('2026-03-17T00:00:00Z'), Date.parse('2026-03-18T00:00:00Z')];
    let [closed, short] = [0, 0];
    for (const { userId, status = [] } of await rowsFor(YESTERDAY)) {
      const member = staffOf(sandbox.centre).find(({ koreAi: user }) => user?.userId === userId);
      const spans = sandbox.centre.statusSpans(from, to, [member?.index ?? -1]);
      expect(status.map(({ secondaryStatus }) => secondaryStatus)).toEqual(spans.map(({ reason }) => reason));
      for (const [at, { startTime, endTime, duration }] of status.entries()) {
        const missing =
          (Date.parse(`${endTime}Z`) - Date.parse(`${startTime}Z`)) / 1000 - secondsOf(duration);
        expect(Date.parse(`${startTime}Z`)).toBe(Math.floor((spans[at] as StatusSpan).from / 1000) * 1000);
        expect([0, 1]).toContain(missing);
        closed += 1;
        short += missing;
      }
    }
    expect(short / closed).toBeGreaterThan(1 / 12);
    expect(short / closed).toBeLessThan(1 / 4);
  });

  it('mark what lasts with a dash, and have no list for whoever was not there', async () => {
    const rows = await rowsFor(TODAY);
    const open = rows.flatMap(({ status }) => status?.filter(({ endTime }) => endTime === '-') ?? []);
    expect(open.length).toBeGreaterThan(0);
    expect(open.every(({ duration }) => duration === '-')).toBe(true);
    expect(rows.some((row) => !('status' in row))).toBe(true);
    expect(rows.some(({ status }) => status?.length === 0)).toBe(false);
  });

  it('are local to the offset that was sent', async () => {
    const rows = await rowsFor({ dateFilter: { date: '2026-03-18', timeZoneOffSet: -330 } });
    const utc = new Map((await rowsFor(TODAY)).map((row) => [row.userId, row]));
    const pairs = rows.flatMap(({ userId, status }) => {
      const [indian, british] = [status?.at(-1)?.startTime, utc.get(userId)?.status?.at(-1)?.startTime];
      return indian === undefined || british === undefined
        ? []
        : [Date.parse(`${indian}Z`) - Date.parse(`${british}Z`)];
    });
    expect(new Set(pairs)).toEqual(new Set([330 * 60_000]));
  });

  it('last beyond 24 hours undivided', () => {
    const from = Date.parse('2026-03-13T14:00:00Z');
    const span = { member: 0, status: 'AWAY', reason: 'AWAY', from, to: from + DAY + 7000 } as const;
    expect(segmentOf(span, 300)).toMatchObject({
      startTime: '2026-03-13T09:00:00',
      endTime: '2026-03-14T09:00:07',
    });
    expect(segmentOf(span, 300).duration).toMatch(/^24:00:0[67]$/);
  });

  it('name some agents not at all, and give some an id of the customer’s', async () => {
    const rows = await rowsFor(TODAY);
    expect(rows.some(({ firstName }) => firstName === '')).toBe(true);
    expect(rows.some(({ customId }) => customId !== undefined)).toBe(true);
    expect(rows.some((row) => !('customId' in row))).toBe(true);
  });
});

describe('a page of agents', () => {
  it('holds fifty at most and says whether there are more', async () => {
    const big = await startSandbox({ now: () => NOW, agents: 120 });
    const pageOf = async (query: Record<string, number>) => {
      const { body } = await koreAi(big, { filter: TODAY, query });
      return [body.limit, body.offset, body.data.length, body.hasMore];
    };
    expect(await pageOf({})).toEqual([50, 0, 50, true]);
    expect(await pageOf({ limit: 200 })).toEqual([50, 0, 50, true]);
    expect(await pageOf({ limit: 20, offset: 80 })).toEqual([20, 80, 4, false]);
    expect(await pageOf({ limit: 42, offset: 42 })).toEqual([42, 42, 42, false]);
    await big.close();
  });

  it('is in a fixed order that is no alphabet’s', async () => {
    const emails = (await rowsFor(TODAY)).map(({ email }) => email);
    expect((await rowsFor(YESTERDAY)).map(({ email }) => email)).toEqual(emails);
    expect(emails).not.toEqual(emails.toSorted());
  });

  it.each(['', '/v2', '/v3'] as const)(
    'narrows to a list of addresses in version "%s", whatever their case',
    async (version) => {
      const [one, two] = staffOf(sandbox.centre).flatMap(({ koreAi: user }) => user?.email ?? []);
      const found = async (agents: unknown): Promise<string[]> => {
        const { body } = await koreAi(sandbox, { version, filter: { ...TODAY, agents } });
        return body.data.map(({ email }: Row) => email).sort();
      };
      expect(await found([one, two?.toUpperCase()])).toEqual([one, two].sort());
      expect(await found(['nobody@example.com'])).toEqual([]);
      expect(await found([])).toEqual([]);
      // A string is no list of which one address could be found.
      for (const text of [one, `${one},${two}`, '']) expect(await found(text)).toEqual([]);
    },
  );
});

describe('later versions', () => {
  it('2 reads dates with times and another header', async () => {
    const dateFilter = {
      startDate: '2026-03-17T08:00:00',
      endDate: '2026-03-17T08:59:59',
      timeZoneOffSet: -60,
    };
    const { status, body } = await koreAi(sandbox, { version: '/v2', filter: { dateFilter } });
    const [from, to] = [Date.parse('2026-03-17T07:00:00Z'), Date.parse('2026-03-17T08:00:00Z')];
    const segments = (body.data as Row[]).flatMap((row) => row.status ?? []);
    const people = staffOf(sandbox.centre)
      .filter(({ koreAi: user }) => user !== null)
      .map(({ index }) => index);
    expect(status).toBe(200);
    expect(segments).toHaveLength(sandbox.centre.statusSpans(from, to, people).length);
  });

  it('3 adds the agent’s id and when somebody logged on, in UTC and shortly before the shift', async () => {
    const filter = { dateFilter: { date: '2026-03-17', timeZoneOffSet: -330 } };
    const { body } = await koreAi(sandbox, { version: '/v3', filter });
    const present = body.data.filter((row: { events?: unknown[] }) => (row.events?.length ?? 0) > 0);
    expect(present.length).toBeGreaterThan(5);
    for (const { aId, events, status } of present) {
      expect(aId).toMatch(/^a-/);
      const starts = status.map(({ startTime }: { startTime: string }) => Date.parse(`${startTime}+05:30`));
      const at = Date.parse(events[0].at);
      expect(events[0]).toMatchObject({ type: 'entry', ip: expect.stringMatching(/^10\./) });
      expect(starts.some((start: number) => start >= at && start - at < 120_000)).toBe(true);
    }
  });
});

describe('a request that is not in order', () => {
  type Environment = Sandbox['environment'];

  it.each([
    ['no token', () => ''],
    ['no token but nonsense', () => 'nonsense'],
    ['a token signed with another secret', (own: Environment) => tokenFor(own, { secret: 'another' })],
    ['a token of another client', (own: Environment) => tokenFor(own, { claims: { appId: 'another' } })],
    ['a token that says it is not signed', (own: Environment) => tokenFor(own, { alg: 'none' })],
    ['a token that has expired', (own: Environment) => tokenFor(own, { claims: { exp: NOW / 1000 - 1 } })],
  ])('is refused with 401 for %s', async (_, auth) => {
    const headers = { auth: auth(sandbox.environment), iId: sandbox.environment.KORE_AI_STREAM_ID ?? '' };
    expect((await koreAi(sandbox, { filter: TODAY, headers })).status).toBe(401);
  });

  it.each([
    ['', 'iId'],
    ['/v2', 'accountId'],
    ['/v3', 'iId'],
  ] as const)('is refused with 400 where version "%s" misses the header %s', async (version, _) => {
    const headers = { auth: tokenFor(sandbox.environment) };
    expect((await koreAi(sandbox, { version, filter: TODAY, headers })).status).toBe(400);
  });

  it.each([
    ['no filter', undefined],
    ['no dates', { dateFilter: { timeZoneOffSet: 0 } }],
    ['no offset', { dateFilter: { date: '2026-03-18' } }],
    ['a day that does not exist', { dateFilter: { date: '2026-02-30', timeZoneOffSet: 0 } }],
    ['a time where a day belongs', { dateFilter: { date: '2026-03-18T08:00:00', timeZoneOffSet: 0 } }],
    [
      'an end before its start',
      { dateFilter: { startDate: '2026-03-18', endDate: '2026-03-16', timeZoneOffSet: 0 } },
    ],
  ])('is refused with 400 for %s', async (_, filter) => {
    expect((await koreAi(sandbox, { filter })).status).toBe(400);
  });
});
