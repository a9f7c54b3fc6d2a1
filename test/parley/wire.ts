import { z } from 'zod';

const instant = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    context.addIssue({ code: 'invalid_type', expected: 'date', input: undefined });
    return z.NEVER;
  }
});

const badge = z.string().min(1);
const count = z
  .int()
  .nonnegative()
  .max(2 ** 31 - 1);

/** A member of the crew, and what the member does now. */
const Mate = z.object({
  badge,
  name: z.string().nullable(),
  mail: z.string().min(1).nullable(),
  mood: z.string().min(1),
  since: instant.nullable(),
});

/** What a member did: `until` is null while it lasts. */
const Entry = z
  .object({ badge, mood: z.string().min(1), from: instant, until: instant.nullable() })
  .refine(({ from, until }) => until === null || Temporal.Instant.compare(from, until) <= 0);

export const Crew = z.object({ crew: z.array(Mate), count: count });
export const Log = z.object({ log: z.array(Entry) });
export const Calls = z.object({ calls: z.array(z.object({ badge, count, talkSeconds: count })) });

export type MateRow = z.output<typeof Mate>;
export type EntryRow = z.output<typeof Entry>;
export type CallsRow = z.output<typeof Calls>['calls'][number];
