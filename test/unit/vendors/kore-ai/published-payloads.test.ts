import { describe, expect, test } from 'vitest';
import { operation, rangeOf } from '../asking.ts';
import { publishedPayloads } from '../published.ts';
import { filtersOf, type Row, type SentFilter, segmentsIn, stubbedKoreAi } from './kore-ai.ts';

const PAYLOADS = publishedPayloads('kore-ai');
const RANGE = rangeOf('2023-01-01T00:00:00Z', '2027-01-01T00:00:00Z');

interface Published {
  readonly hasMore: boolean;
  readonly data: readonly (Omit<Row, 'status'> & { readonly status?: readonly PublishedSegment[] })[];
}

interface PublishedSegment {
  readonly primaryStatus: string;
  readonly secondaryStatus: string;
  readonly startTime: string;
  readonly endTime: string;
}

const read = <Payload>(file: string) => (PAYLOADS.read(file) as { payload: Payload }).payload;

describe.skipIf(!PAYLOADS.areHere)("Kore.ai's published payloads", () => {
  const answers = PAYLOADS.files.filter((file) => !file.endsWith('-request.json'));

  test('are there', () => {
    expect(answers.length).toBeGreaterThan(1);
  });

  test.each(answers)('%s is read whole', async (file) => {
    const payload = read<Published>(file);
    const version = file.includes('-v3') ? '3' : '1';
    const body = { ...payload, hasMore: false };
    await using kore = await stubbedKoreAi(() => ({ body }), { apiVersion: version }, RANGE.to);
    const { accounts } = await kore.port.open(operation()).directory.page(0);
    expect(accounts.map(({ key, emails }) => [key, ...emails])).toEqual(
      payload.data.map(({ userId, email }) => [userId, email]),
    );
    const segments = await kore.port.open(operation()).segments.of(accounts, RANGE);
    for (const { userId, status = [] } of payload.data) {
      const told = segmentsIn(segments, userId).map(
        ({ reportedStatus, reportedReason, startedAt, endedAt }) => [
          ...[reportedStatus, reportedReason],
          ...[startedAt.toString().slice(0, 19), endedAt?.toString().slice(0, 19) ?? '-'],
        ],
      );
      expect(told).toEqual(
        status.map(({ primaryStatus, secondaryStatus, startTime, endTime }) => [
          ...[primaryStatus, secondaryStatus, startTime, endTime],
        ]),
      );
    }
  });

  test('the published request of version 2 has the shape of ours', async () => {
    const theirs = read<{ url: string; headers: object; body: { filter: SentFilter } }>(
      'agentstatusdetails-v2-request.json',
    );
    await using kore = await stubbedKoreAi(() => ({ body: { hasMore: false, data: [] } }), {
      apiVersion: '2',
    });
    await kore.port.open(operation()).directory.lookup?.byEmail(['maja.wrona@deskgraph.test']);
    const [ours] = kore.stub.requests;
    const path = theirs.url.replace(/^POST https:\/\/[^/]+|\?.*$/g, '');
    expect(ours?.path.split('/').toSpliced(6, 1)).toEqual(path.split('/').toSpliced(6, 1));
    const names = Object.keys(theirs.headers).map((name) => name.toLowerCase());
    expect(Object.keys(ours?.headers ?? {})).toEqual(expect.arrayContaining(names));
    const [filter] = filtersOf(kore);
    expect(Object.keys(filter ?? {}).toSorted()).toEqual(Object.keys(theirs.body.filter).toSorted());
    expect(Object.keys(filter?.dateFilter ?? {})).toEqual(Object.keys(theirs.body.filter.dateFilter));
    expect(Array.isArray(filter?.agents)).toBe(Array.isArray(theirs.body.filter.agents));
    expect(filter?.dateFilter.startDate).toMatch(/^\d{4}(-\d\d){2}T\d\d(:\d\d){2}$/);
  });
});
