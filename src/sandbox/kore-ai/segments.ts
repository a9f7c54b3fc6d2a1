import type { StatusSpan } from '../centre/model.ts';
import { hashOf } from '../centre/random.ts';
import { localTime } from './filter.ts';

/** One segment of an agent's time, as the vendor writes it. */
export interface Segment {
  readonly primaryStatus: string;
  readonly secondaryStatus: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly duration: string;
}

/** What stands for an end that has not come. */
const OPEN = '-';

/** A span is one segment, not cut at the range's edges nor at midnight. */
export function segmentOf(span: StatusSpan, offsetMinutes: number): Segment {
  return {
    primaryStatus: span.status,
    secondaryStatus: span.reason,
    startTime: localTime(span.from, offsetMinutes),
    endTime: span.to === null ? OPEN : localTime(span.to, offsetMinutes),
    duration: span.to === null ? OPEN : clockTime(wholeSeconds(span.from, span.to)),
  };
}

/** About one closed segment in seven is told a second short, as in the vendor's own sample. */
function wholeSeconds(from: number, to: number): number {
  const seconds = Math.floor(to / 1000) - Math.floor(from / 1000);
  return seconds > 0 && hashOf('short', from, to) % 7 === 0 ? seconds - 1 : seconds;
}

/** Hours go on beyond 24. */
const clockTime = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

/** One log-on, as version 3 tells it. */
export interface EntryEvent {
  readonly type: 'entry';
  readonly at: string;
  readonly ip: string;
}

/** Somebody logs on a little before the first segment of a shift: `at` is UTC, unlike the segments' times. */
export function entriesOf(firstSpans: readonly StatusSpan[]): EntryEvent[] {
  return firstSpans.map(({ member, from }) => {
    const hash = hashOf('entry', member, from);
    return {
      type: 'entry',
      at: new Date(from - 20_000 - (hash % 50_000)).toISOString(),
      ip: `10.32.${member % 200}.${10 + (hash % 200)}`,
    };
  });
}
