import { agentPerformance } from './agent-performance.ts';
import { availability } from './availability.ts';
import { duration } from './duration.ts';
import { engagement } from './engagement.ts';
import { firstResponseTime } from './first-response-time.ts';
import { greetingsConversion } from './greetings-conversion.ts';
import { groups } from './groups.ts';
import { queuedVisitors } from './queued-visitors.ts';
import { queuedVisitorsLeft } from './queued-visitors-left.ts';
import { ranking } from './ranking.ts';
import { ratings } from './ratings.ts';
import type { FieldValue, Report, ReportField } from './report.ts';
import { responseTime } from './response-time.ts';
import { surveys } from './surveys.ts';
import { tagUsage } from './tag-usage.ts';
import { tags } from './tags.ts';
import { totalChats } from './total-chats.ts';
import { uniqueVisitors } from './unique-visitors.ts';

/** A field that is a list of its own makes its value from the report; any other is the report. */
type ReportOf<Field extends ReportField> =
  FieldValue<Field> extends { readonly pageInfo: unknown } ? Report<object> : Report<FieldValue<Field>>;

/** Every report, by its field of `ChatReport`. */
export const REPORTS = {
  totalChats,
  duration,
  responseTime,
  firstResponseTime,
  ratings,
  tags,
  engagement,
  greetingsConversion,
  surveys,
  groups,
  tagUsage,
  queuedVisitors,
  queuedVisitorsLeft,
  uniqueVisitors,
  ranking,
  agentPerformance,
  availability,
} satisfies { readonly [Field in ReportField]: ReportOf<Field> };
