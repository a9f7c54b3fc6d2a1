import { z } from 'zod';
import { lastSecond } from './sessions.ts';

/** What is absent comes as null, as `""` or not at all. */
const text = z
  .string()
  .nullish()
  .transform((value) => value || null);

/** A blank one is none: it would make one person of all users that have it. */
const address = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);

/** As much as the schema's Int can tell. */
const MAX_INT = 0x7fff_ffff;

const count = z.number().int().nonnegative().max(MAX_INT);

/**
 * A limit that was never set is `""`; one that was set may be a number or its digits. What is no count is kept apart: it
 * costs its own field, and null would say that no limit is set.
 */
const limit = z.union([z.number(), z.string()]).nullish().transform(toLimit);

function toLimit(value: number | string | null | undefined): number | null | 'unreadable' {
  const digits = String(value ?? '').trim();
  if (digits === '') return null;
  return /^\d{1,10}$/.test(digits) && Number(digits) <= MAX_INT ? Number(digits) : 'unreadable';
}

/** A user, of which only these fields are read: `omnichannel/agents/available` sends whole user documents. */
export const User = z.object({
  _id: text,
  username: z.string().min(1),
  name: text,
  status: text,
  statusLivechat: text,
  emails: z
    .array(z.object({ address }))
    .nullish()
    .transform((emails) => (emails ?? []).flatMap((email) => email.address ?? [])),
  livechat: z.object({ maxNumberSimultaneousChat: limit }).nullish(),
});

/** `livechat/users/agent`. */
export const UserList = z.object({ users: z.array(User), total: count.nullish() });

/** `omnichannel/agents/available`: servers send `agents`, the vendor's page shows a single `agent`. */
export const AvailableAgents = z.preprocess(
  (body) => (isSingle(body) ? { agents: [body.agent], total: 1 } : body),
  z.object({ agents: z.array(User), total: count.nullish() }),
);

function isSingle(body: unknown): body is { readonly agent: unknown } {
  return typeof body === 'object' && body !== null && 'agent' in body && !('agents' in body);
}

/** Of a year of four digits: nearer the ends of time, not every instant belongs to a day. */
const instant = z.string().transform((value, context) => {
  try {
    if (/^\d{4}-/.test(value)) return Temporal.Instant.from(value);
  } catch {}
  context.addIssue({ code: 'invalid_type', expected: 'date', input: undefined });
  return z.NEVER;
});

/** Seconds of availability, which sessions that the server stopped before they began can make fewer than none. */
const seconds = z.number().int().min(-MAX_INT).max(MAX_INT);

/** At midnight the server stops a session at the end of its day, also one that began after that. */
const interval = (timeZone: string) =>
  z
    .object({ startedAt: instant, stoppedAt: instant })
    .refine(
      ({ startedAt, stoppedAt }) =>
        stoppedAt.until(startedAt).total('seconds') < 1 || stoppedAt.equals(lastSecond(startedAt, timeZone)),
    )
    .transform(({ startedAt, stoppedAt }) => ({
      startedAt,
      stoppedAt: Temporal.Instant.compare(startedAt, stoppedAt) <= 0 ? stoppedAt : startedAt,
    }));

/** `livechat/analytics/agents/available-for-service-history` of a server in `timeZone`. */
export const serviceHistory = (timeZone: string) =>
  z.object({
    agents: z.array(
      z.object({
        username: z.string().min(1),
        availableTimeInSeconds: seconds,
        serviceHistory: z
          .array(interval(timeZone))
          .nullish()
          .transform((intervals) => intervals ?? []),
      }),
    ),
    total: count.nullish(),
  });

/**
 * `livechat/analytics/agent-overview`, whose second column bears one of these names: those of the metric that was asked
 * for. An unknown metric or date is answered by a success without head and data, so both are required here.
 */
export const agentOverview = (columns: readonly string[]) =>
  z.object({
    head: z
      .array(z.object({ name: z.string() }))
      .refine(([, figures]) => figures !== undefined && columns.includes(figures.name)),
    data: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })),
  });
