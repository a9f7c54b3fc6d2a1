import type { Span, StatusSpan, Work } from './work.ts';

/** A segment as the graph must show it. */
export interface ToldSegment {
  readonly vendor: 'ROCKET_CHAT' | 'KORE_AI';
  readonly status: string;
  readonly reportedStatus: string | null;
  readonly reportedReason: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly durationSeconds: number | null;
}

const SECOND = 1000;
const COMMON = ['AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE'];

/** What the vendors' segments of this work are, in order. */
export function segmentsOf(work: Work): ToldSegment[] {
  return toldSpans(work).map(({ from, to, vendor, status, primary, secondary }) => ({
    vendor,
    status,
    reportedStatus: primary || null,
    reportedReason: secondary || null,
    startedAt: text(from),
    endedAt: to === null ? null : text(to),
    durationSeconds: to === null ? null : Math.floor((to - from) / SECOND),
  }));
}

/** The seconds within the range, by vendor and status; what lasts counts up to the present. */
export function secondsOf(work: Work): Record<string, number> {
  const milliseconds = new Map<string, number>();
  for (const { from, to, vendor, status } of toldSpans(work)) {
    const start = Math.max(from, work.range.from.epochMilliseconds);
    const end = Math.min(to ?? work.now.epochMilliseconds, work.range.to.epochMilliseconds);
    const name = `${vendor} ${status}`;
    milliseconds.set(name, (milliseconds.get(name) ?? 0) + Math.max(0, end - start));
  }
  return Object.fromEntries([...milliseconds].map(([name, sum]) => [name, Math.floor(sum / SECOND)]));
}

interface ToldSpan extends StatusSpan {
  readonly vendor: 'ROCKET_CHAT' | 'KORE_AI';
  readonly status: string;
}

function toldSpans(work: Work): ToldSpan[] {
  const available = work.available.flatMap((spans) =>
    recorded(unbroken(spans, work.zone), work).map(
      (span): ToldSpan => ({
        ...span,
        primary: '',
        secondary: '',
        vendor: 'ROCKET_CHAT',
        status: 'AVAILABLE',
      }),
    ),
  );
  const statuses = work.statuses.flat().map(
    (span): ToldSpan => ({
      ...span,
      vendor: 'KORE_AI',
      status: COMMON.includes(span.primary) ? span.primary : 'OTHER',
    }),
  );
  const [from, to] = [work.range.from.epochMilliseconds, work.range.to.epochMilliseconds];
  const isIn = (span: StatusSpan) =>
    span.from < to && (span.to === null || span.to > from || (span.to === span.from && span.from === from));
  const end = (span: StatusSpan) => span.to ?? Number.POSITIVE_INFINITY;
  const name = (span: ToldSpan) => `${span.vendor} ${span.primary} ${span.secondary}`;
  return [...available, ...statuses].filter(isIn).sort((a, b) => {
    if (a.from !== b.from) return a.from - b.from;
    if (end(a) !== end(b)) return end(a) < end(b) ? -1 : 1;
    return name(a) < name(b) ? -1 : 1;
  });
}

/** Spans that overlap or touch as one; a second's gap before midnight is one that the server itself would leave. */
function unbroken(spans: readonly Span[], zone: string): Span[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : from - last.to;
    if (last !== undefined && (gap <= 0 || (gap <= SECOND && dayOf(from, zone).from === from))) {
      last.to = Math.max(last.to, to);
    } else {
      joined.push({ from, to });
    }
  }
  return joined;
}

/** What the days of the range hold of these spans: at the days' edges the server's cuts stay. */
function recorded(spans: readonly Span[], { range, zone }: Work): Span[] {
  const first = dayOf(range.from.epochMilliseconds, zone).from;
  const end = dayOf(range.to.epochMilliseconds - 1, zone).to;
  return spans
    .filter(({ from, to }) => to >= first && from < end)
    .map(({ from, to }) => ({ from: Math.max(from, first), to: to < end ? to : end - SECOND }));
}

/** The day of the zone in which an instant lies. */
export function dayOf(instant: number, zone: string): Span {
  const day = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).startOfDay();
  return { from: day.epochMilliseconds, to: day.add({ days: 1 }).startOfDay().epochMilliseconds };
}

function text(instant: number): string {
  return String(Temporal.Instant.fromEpochMilliseconds(instant));
}
