import { describe, expect, test } from 'vitest';
import type { UpstreamError } from '../../../../src/domain/errors.ts';
import type { LiveChatVersion } from '../../../../src/vendors/livechat/config.ts';
import { publishedPayloads } from '../published.ts';
import { operation, stubbedLiveChat } from './live-chat.ts';
import { asking, type ReportCase } from './report-case.ts';

const PAYLOADS = publishedPayloads('livechat');

/** How a published file is read; null for one that is a request. */
const READINGS: Readonly<Record<string, ReportCase['ask'] | null>> = {
  duration: asking('duration'),
  engagement: asking('engagement'),
  firstResponseTime: asking('firstResponseTime'),
  forms: asking('surveys'),
  greetingsConversion: asking('greetingsConversion'),
  ranking: asking('ranking'),
  ratings: asking('ratings'),
  responseTime: asking('responseTime'),
  surveys: asking('surveys'),
  tags: asking('tags'),
  totalChats: asking('totalChats'),
  availability: asking('availability'),
  performance: asking('agentPerformance'),
  'livechat-config-list_agents-v3.6': (port) => port.open(operation()).directory.page(0),
  ...{ filters: null, surveyFilter: null },
  chatUsage: asking('tagUsage'),
  groups: asking('groups'),
  queuedVisitors: asking('queuedVisitors'),
  queuedVisitorsLeft: asking('queuedVisitorsLeft'),
  uniqueVisitors: asking('uniqueVisitors'),
};

interface Published {
  readonly file: string;
  readonly name: string;
  readonly version: LiveChatVersion;
}

const PUBLISHED: readonly Published[] = PAYLOADS.files.map((file) => ({
  file,
  name: file.replace(/^.*\//, '').replace(/\.json$/, ''),
  version: file.startsWith('reports-v3.4/') ? '3.4' : '3.6',
}));

describe.skipIf(!PAYLOADS.areHere)("LiveChat's published payloads", () => {
  test('each file has a reading, or a reason to have none', () => {
    const unread = PUBLISHED.filter(({ name }) => !(name in READINGS) && name !== 'livechat-errors');
    expect(unread).toEqual([]);
    expect(PUBLISHED).not.toEqual([]);
  });

  test.each(PUBLISHED.filter(({ name }) => READINGS[name]))(
    '$file is read whole',
    async ({ file, name, version }) => {
      const body = PAYLOADS.read(file);
      await using live = await stubbedLiveChat(() => ({ body }), { apiVersion: version });
      const report = (await READINGS[name]?.(live.port)) as object;
      expect(figuresIn(report)).toEqual(
        expect.arrayContaining(figuresIn(figuresOf(body as { records?: object; summary?: object }))),
      );
      if (Array.isArray(body)) expect(report).toMatchObject({ total: body.length });
    },
  );

  test('the published errors are refusals', async () => {
    const { payload: errors } = PAYLOADS.read('livechat-errors.json') as { payload: Record<string, unknown> };
    const codes = Object.entries(errors).map(async ([name, body]) => {
      await using live = await stubbedLiveChat(() => ({ status: 400, body }));
      const code = await live.port
        .open(operation())
        .directory.page(0)
        .catch((error: UpstreamError) => error.code);
      return [name, code];
    });
    expect(Object.fromEntries(await Promise.all(codes))).toEqual({
      authentication_live_reports_api: 'UPSTREAM_UNAUTHENTICATED',
      misdirected_request: 'UPSTREAM_UNAVAILABLE',
      validation_batch_item: 'UPSTREAM_UNSUPPORTED',
    });
  });
});

function figuresOf(body: { readonly records?: object; readonly summary?: object }): object {
  return body.records ?? body.summary ?? [];
}

const IDS = ['answer_id', 'group_id', 'group'];

/** Every number in a value, once; hours as seconds, since no report of ours keeps hours. */
function figuresIn(value: unknown, key = ''): number[] {
  if (typeof value === 'number') return IDS.includes(key) ? [] : [inSeconds(value, key)];
  if (value instanceof Map) return figuresIn([...value.values()]);
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.entries(value).flatMap(([name, item]) => figuresIn(item, name)))];
}

function inSeconds(value: number, key: string): number {
  return key === 'hours' ? Math.round(value * 3600) : value;
}
