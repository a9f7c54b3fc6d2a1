import { expect, test } from 'vitest';
import { UpstreamError } from '../../../../src/domain/errors.ts';
import { readAs } from '../../../../src/upstream/response/read.ts';
import { ranking } from '../../../../src/vendors/livechat/reports/ranking.ts';
import { CHAT_REPORT_CASES } from './chat-report-cases.ts';
import { LATER_REPORT_CASES } from './later-report-cases.ts';
import { fixture, stubbedLiveChat } from './live-chat.ts';
import { OTHER_REPORT_CASES } from './other-report-cases.ts';
import type { ReportCase } from './report-case.ts';

const REPORTS = [...CHAT_REPORT_CASES, ...OTHER_REPORT_CASES, ...LATER_REPORT_CASES];

type Path = readonly (string | number)[];

/** A place in an answer, and what stands there. */
interface Place {
  readonly path: Path;
  readonly value: unknown;
}

/** What deskgraph does not read. */
const UNREAD = ['name', 'request'];
const IDS = ['form_id', 'group_id', 'field_id', 'answer_id', 'group'];
/** Figures that need not be known. */
const MEASURE = /(?:_time|duration|^min|^max|^avg|^score)$/;

function placesIn(value: unknown, path: Path = []): Place[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const read = entries.filter(([key]) => !UNREAD.includes(String(key)));
  return [{ path, value }, ...read.flatMap(([key, item]) => placesIn(item, [...path, key]))];
}

function isContainer({ value }: Place): boolean {
  return typeof value === 'object' && value !== null;
}

function isFigure({ path, value }: Place): boolean {
  return typeof value === 'number' && !IDS.includes(String(path.at(-1)));
}

function isMeasure(place: Place): boolean {
  const { path } = place;
  const isTotal = path.length === 1 && path[0] === 'total';
  return isFigure(place) && (isTotal || MEASURE.test(String(path.at(-1))));
}

/** A value with another one in a place of it. */
function replaced(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  if (Array.isArray(value)) return value.with(Number(key), replaced(value[Number(key)], rest, other));
  const entries = Object.entries(value as object).map(([name, item]) => [
    name,
    name === key ? replaced(item, rest, other) : item,
  ]);
  return Object.fromEntries(entries) as unknown;
}

/** The places of a report's answer, and those of them at which the report is read although another value stands there. */
async function tried(
  { answer, ask, version }: ReportCase,
  choose: (place: Place) => boolean,
  other: unknown,
) {
  let body: unknown;
  await using live = await stubbedLiveChat(() => ({ body }), { apiVersion: version ?? '3.6' });
  const places = placesIn(fixture(answer)).filter(choose);
  const read: Place[] = [];
  for (const place of places) {
    body = replaced(fixture(answer), place.path, other);
    const fault = await ask(live.port).then(
      () => null,
      (error: unknown) => error,
    );
    if (fault === null) read.push(place);
    else expect(fault).toMatchObject({ vendor: 'LIVECHAT', code: 'UPSTREAM_INVALID_RESPONSE' });
  }
  return { places, read };
}

test.each(REPORTS)('$answer: a figure that is negative is refused', async (report) => {
  const { places, read } = await tried(report, isFigure, -1);
  expect(places).not.toEqual([]);
  expect(read).toEqual([]);
});

test.each(REPORTS)('$answer: a counter that is null is refused', async (report) => {
  const { read } = await tried(report, (place) => isFigure(place) && !isMeasure(place), null);
  expect(read).toEqual([]);
});

test.each(REPORTS)('$answer: a total or a measure that is null is read', async (report) => {
  const { places, read } = await tried(report, isMeasure, null);
  expect(read).toEqual(places);
});

test.each(REPORTS)('$answer: null in the place of records, a record or a list is refused', async (report) => {
  const { places, read } = await tried(report, isContainer, null);
  expect(places).not.toEqual([]);
  expect(read).toEqual([]);
});

test.each([-1e-17, 0, 1, 1 + 1e-15])('%d is a score, as it may miss its bounds by rounding', (score) => {
  const { records } = readAs(ranking.answer, { records: { a: { score } } }, 'LIVECHAT', 'reports/x');
  expect(records.get('a')?.score).toBe(score);
});

test.each([-0.001, 1.001])('%d is no score', (score) => {
  const body = { records: { a: { score } } };
  expect(() => readAs(ranking.answer, body, 'LIVECHAT', 'reports/x')).toThrow(UpstreamError);
});
