import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/index.ts';
import { dayDocuments } from '../../../../src/sandbox/rocket-chat/sessions.ts';
import { DAY, NOW, rocketChat } from '../callers.ts';
import { staffOf } from '../staff.ts';

const HISTORY = 'livechat/analytics/agents/available-for-service-history';
interface Row {
  readonly username: string;
  readonly availableTimeInSeconds: number;
  readonly serviceHistory: readonly { readonly startedAt: string; readonly stoppedAt: string }[] | null;
}

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => NOW });
});
afterAll(() => sandbox.close());

async function historyOf(start: string, end: string): Promise<Row[]> {
  const { body } = await rocketChat(sandbox, HISTORY, { start, end, fullReport: 'true', count: 100 });
  return body.agents;
}

describe('the documents that the server keeps', () => {
  const at = (text: string) => Date.parse(`2026-03-${text}Z`);
  const day = (date: number) => ({ from: at(`${date}T00:00:00`), to: at(`${date + 1}T00:00:00`) });
  const span = (from: string, to: string | null, status: 'AVAILABLE' | 'BUSY' = 'AVAILABLE') => ({
    member: 0,
    status,
    reason: status,
    from: at(from),
    to: to === null ? null : at(to),
  });
  const interval = (from: string, to: string) => ({ startedAt: at(from), stoppedAt: at(to) });

  it.each([
    {
      told: 'cut a session at midnight, a second short',
      spans: [span('16T22:00:00', '17T02:00:00')],
      expected: [
        { availableSeconds: 7199, history: [interval('16T22:00:00', '16T23:59:59')] },
        { availableSeconds: 7200, history: [interval('17T00:00:00', '17T02:00:00')] },
      ],
    },
    {
      told: 'join availability that was only reported anew',
      spans: [span('16T08:00:00', '16T09:00:00'), span('16T09:00:00', '16T10:00:00')],
      expected: [{ availableSeconds: 7200, history: [interval('16T08:00:00', '16T10:00:00')] }],
    },
    {
      told: 'tell nothing of what is not availability',
      spans: [span('16T08:00:00', '16T09:00:00', 'BUSY')],
      expected: [],
    },
    {
      told: 'exist for a session that lasts, but without intervals or seconds',
      spans: [span('17T13:00:00', null)],
      expected: [{ availableSeconds: 0, history: null }],
    },
    {
      told: 'close what lasts at midnight and begin it anew',
      spans: [span('16T23:00:00', null)],
      expected: [
        { availableSeconds: 3599, history: [interval('16T23:00:00', '16T23:59:59')] },
        { availableSeconds: 0, history: null },
      ],
    },
    {
      told: 'cut off the fractions of seconds at every stop',
      spans: [span('16T08:00:00.900', '16T08:00:02.100')],
      expected: [{ availableSeconds: 1, history: [interval('16T08:00:00.900', '16T08:00:02.100')] }],
    },
  ])('$told', ({ spans, expected }) => {
    expect(dayDocuments(spans, [day(16), day(17)], at('17T14:00:00'), false)).toEqual(expected);
  });

  it('count a stretch twice for whoever closes two tabs', () => {
    expect(dayDocuments([span('16T08:00:00', '16T09:00:00')], [day(16)], NOW, true)).toEqual([
      {
        availableSeconds: 1800 + 3600,
        history: [interval('16T08:00:00', '16T08:30:00'), interval('16T08:00:00', '16T09:00:00')],
      },
    ]);
  });
});

describe('the service history', () => {
  it('covers, once overlaps are merged, exactly the centre’s availability of a past day', async () => {
    const [from, to] = [Date.parse('2026-03-17T00:00:00Z'), Date.parse('2026-03-18T00:00:00Z')];
    const rows = await historyOf('2026-03-17', '2026-03-17');
    expect(rows.length).toBeGreaterThan(20);
    for (const { username, serviceHistory } of rows) {
      const member = staffOf(sandbox.centre).find(({ rocketChat: user }) => user?.username === username);
      const available = sandbox.centre
        .statusSpans(from, to, [member?.index ?? -1])
        .filter(({ status }) => status === 'AVAILABLE')
        .reduce((sum, span) => sum + Math.min(span.to ?? to, to) - Math.max(span.from, from), 0);
      const reported = mergedLength(serviceHistory ?? []);
      const lostAtMidnight = serviceHistory?.at(-1)?.stoppedAt === '2026-03-17T23:59:59.000Z' ? 1000 : 0;
      expect(reported + lostAtMidnight).toBe(available);
    }
  });

  it('counts somebody’s two tabs twice', async () => {
    const rows = await historyOf('2026-03-17', '2026-03-17');
    const twice = rows.filter(
      (row) => row.availableTimeInSeconds > Math.ceil(mergedLength(row.serviceHistory ?? []) / 1000) + 60,
    );
    expect(twice.length).toBeGreaterThan(0);
    expect(twice.length).toBeLessThan(rows.length / 4);
  });

  it('sums the seconds of all days but shows the intervals of the first day that has any document', async () => {
    const byName = (rows: Row[]) => new Map(rows.map((row) => [row.username, row]));
    const [monday, tuesday] = [
      byName(await historyOf('2026-03-16', '2026-03-16')),
      byName(await historyOf('2026-03-17', '2026-03-17')),
    ];
    for (const both of await historyOf('2026-03-16', '2026-03-17')) {
      const days = [monday.get(both.username), tuesday.get(both.username)].filter((row) => row !== undefined);
      expect(both.serviceHistory).toEqual(days[0]?.serviceHistory);
      expect(both.availableTimeInSeconds).toBe(
        days.reduce((sum, row) => sum + row.availableTimeInSeconds, 0),
      );
    }
  });

  it('has no intervals without the full report', async () => {
    const query = { start: '2026-03-17', end: '2026-03-17', fullReport: 'yes' };
    const { body } = await rocketChat(sandbox, HISTORY, query);
    expect(Object.keys(body.agents[0]).sort()).toEqual(['availableTimeInSeconds', 'username']);
    expect(body).toMatchObject({ count: body.agents.length, offset: 0, success: true });
  });

  it('is paged by username', async () => {
    const query = { start: '2026-03-16', end: '2026-03-17' };
    const all: Row[] = (await rocketChat(sandbox, HISTORY, { ...query, count: 100 })).body.agents;
    const usernames = all.map(({ username }) => username);
    expect(usernames).toEqual(usernames.toSorted());
    const second = (await rocketChat(sandbox, HISTORY, { ...query, count: 10, offset: 10 })).body;
    expect(second).toMatchObject({ agents: all.slice(10, 20), count: 10, offset: 10, total: all.length });
  });

  it('is empty for a range that ends before it begins, and for the future', async () => {
    expect(await historyOf('2026-03-17', '2026-03-16')).toEqual([]);
    expect(await historyOf('2026-03-20', '2026-03-25')).toEqual([]);
  });

  it('counts days by the server’s own midnights', async () => {
    const india = await startSandbox({ now: () => NOW, rocketChatTimeZone: 'Asia/Kolkata' });
    const query = {
      start: '2026-03-16T20:00:00Z',
      end: '2026-03-16T20:00:00Z',
      fullReport: 'true',
      count: 100,
    };
    const rows: Row[] = (await rocketChat(india, HISTORY, query)).body.agents;
    const stops = rows.flatMap(
      ({ serviceHistory }) => serviceHistory?.map(({ stoppedAt }) => stoppedAt) ?? [],
    );
    const starts = rows.flatMap(
      ({ serviceHistory }) => serviceHistory?.map(({ startedAt }) => startedAt) ?? [],
    );
    expect(stops).toContain('2026-03-17T18:29:59.000Z');
    expect(starts).toContain('2026-03-16T18:30:00.000Z');
    expect(starts.toSorted()[0]).toBe('2026-03-16T18:30:00.000Z');
    await india.close();
  });

  it.each([
    [{}, "must have required property 'start' [invalid-params]", 'invalid-params'],
    [{ start: '2026-03-16' }, "must have required property 'end' [invalid-params]", 'invalid-params'],
    [{ start: 'x', end: '2026-03-16' }, 'The "start" query parameter must be a valid date.', undefined],
    [{ start: '2026-03-16', end: '' }, 'The "end" query parameter must be a valid date.', undefined],
    [{ start: '03/16/2026', end: 'x' }, 'The "end" query parameter must be a valid date.', undefined],
    [
      { start: '2026-03-16', end: '2026-03-16', department: 'x' },
      'must NOT have additional properties [invalid-params]',
      'invalid-params',
    ],
  ])('refuses %j', async (query, error, errorType) => {
    const body = { success: false, error, ...(errorType === undefined ? {} : { errorType }) };
    expect(await rocketChat(sandbox, HISTORY, query as Record<string, string>)).toEqual({
      status: 400,
      body,
    });
  });
});

function mergedLength(history: NonNullable<Row['serviceHistory']>): number {
  let length = 0;
  let end = NOW - 365 * DAY;
  const intervals = history.map(
    ({ startedAt, stoppedAt }) => [Date.parse(startedAt), Date.parse(stoppedAt)] as const,
  );
  for (const [from, to] of intervals.toSorted(([one], [other]) => one - other)) {
    length += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return length;
}
