import { z } from 'zod';

/** What is absent comes as `""`, as null or not at all. */
const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);

/** A local time without an offset (`2026-03-18T14:31:58`). */
const localTime = z.string().transform((value, context) => {
  try {
    // Temporal would ignore an offset, and would read second 60 as second 59.
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:[0-5]\d(\.\d{1,9})?)?$/.test(value))
      return Temporal.PlainDateTime.from(value);
  } catch {}
  context.addIssue({ code: 'invalid_type', expected: 'date', input: undefined });
  return z.NEVER;
});
/** The end of a segment that still lasts. */
const open = z.literal('-').transform(() => null);

const Segment = z
  .object({
    /** Required: a segment without a status would count time in none. */
    primaryStatus: z.string().trim().min(1),
    secondaryStatus: text,
    startTime: localTime,
    endTime: z.union([open, localTime]),
  })
  .refine(
    ({ startTime, endTime }) => endTime === null || Temporal.PlainDateTime.compare(startTime, endTime) <= 0,
  );

const Agent = z.object({
  userId: z.string().min(1),
  firstName: text,
  lastName: text,
  email: text,
  customId: text,
  status: z
    .array(Segment)
    .nullish()
    .transform((segments) => segments ?? []),
});

/** `agentstatusdetails`. `status` is absent, not empty, for an agent without segments. */
export const AgentStatusDetails = z.object({
  hasMore: z.boolean().nullish(),
  /** The most agents that the server lists in one call. */
  limit: z.number().int().positive().nullish().catch(null),
  data: z.array(Agent),
});

export type AgentRow = z.output<typeof Agent>;
export type SegmentRow = z.output<typeof Segment>;
