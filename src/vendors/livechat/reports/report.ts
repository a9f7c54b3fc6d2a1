import type { ZodType, z } from 'zod';
import type { TimeRange } from '../../../domain/time-range.ts';
import type * as schema from '../../../generated/schema.ts';
import type { PageArguments } from '../../../graphql/connection.ts';
import type { Cursors, Position } from '../../../graphql/cursor.ts';
import type { LiveChatVersion } from '../config.ts';
import { refuse } from '../filters/choice.ts';
import type { ChatFilter } from '../filters/index.ts';
import { checkLimit, type FilterLimit } from '../filters/limit.ts';

/** A field of `ChatReport` that is a report. */
export type ReportField = Exclude<
  keyof schema.ChatReport,
  '__typename' | 'vendor' | 'from' | 'to' | 'timeZone' | 'distribution'
>;

/** What such a field gives. */
export type FieldValue<Field extends ReportField> = NonNullable<schema.ChatReport[Field]>;

/** What a report is asked. */
export interface ReportRequest {
  /** Null where a greeting or survey filter carries the one range that applies. */
  readonly range: TimeRange | null;
  /** The zone whose hours, days, months and years divide the range, by IANA name. */
  readonly timeZone: string;
  readonly distribution: schema.Distribution;
  readonly filter: ChatFilter;
  /** Of a report that comes in pages, which one, counted from 0. */
  readonly page?: number | undefined;
}

/** One report: all that deskgraph knows of it but its types in the SDL. */
export interface Report<Result, Answer extends z.ZodType = z.ZodType> {
  /** The field of `ChatReport` that it gives. */
  readonly field: ReportField;
  /** Its endpoint, below `reports/`. */
  readonly path: string;
  /** The version that brought it; left out where each version has it. */
  readonly since?: LiveChatVersion;
  /** The report that gives the field in versions before `since`; left out where none does. */
  readonly earlier?: Report<Result>;
  /** By what its range can be divided; empty where `distribution` has no effect. */
  readonly divided: readonly schema.Distribution[];
  /** Which filters it takes; left out where it takes all. */
  readonly filters?: FilterLimit;
  /** Whether it takes no zone. */
  readonly zoneless?: boolean;
  /** The request as this report takes it; left out where it takes it as it is. */
  adapt?(request: ReportRequest): ReportRequest;
  /** What deskgraph reads of the answer. */
  readonly answer: Answer;
  toReport(answer: z.output<Answer>, request: ReportRequest): Result;
  /** A page of it, for a field that is a list; left out where the field is the report itself. */
  list?(question: ListQuestion<Result>, args: PageArguments): Promise<object | null>;
}

/** What a list is made of. */
export interface ListQuestion<Result> {
  /** The list's cursors; `place` is the shape of what they hold. */
  cursors<Place extends Position>(place: ZodType<Place>): Cursors<Place>;
  /** Asks for the report, or for one page of it; null where LiveChat is not configured. */
  readonly ask: ((page?: number) => Promise<Result>) | null;
}

/** Checks a declaration's parts against each other; the registry (`index.ts`) checks it against the SDL. */
export function report<Result, Answer extends z.ZodType>(
  declaration: Report<Result, Answer>,
): Report<Result, Answer> {
  return declaration;
}

/** Refuses, by a BadUserInputError, a request that this report does not take. */
export function checkRequest(
  { field, divided, filters }: Report<unknown>,
  { distribution, filter }: ReportRequest,
): void {
  if (divided.length > 0 && !divided.includes(distribution))
    refuse('distribution', `${field} is divided by ${divided.join(' or ')} only; ${distribution} was given`);
  if (filters !== undefined) checkLimit(filters, filter);
}
