import { z } from 'zod';
import { mapOf } from '../../upstream/response/read.ts';
import { count, counter, figures, figuresIfAny, measure, share, total, wholeSeconds } from './figures.ts';

/*
 * What deskgraph reads of LiveChat's answers. Fields that nobody uses are not named, so that new ones (such as the echo
 * `request`) break nothing. `figures.ts` has what absent and null mean.
 */

const HOUR_LIMIT = Math.floor((2 ** 31 - 1) / 3600);
const MINUTE_LIMIT = Math.floor((2 ** 31 - 1) / 60);

const text = z
  .string()
  .nullish()
  .transform((word) => word || null);
/** An id. One that is no safe integer has already lost digits. */
const id = z.union([z.string().min(1), z.int()]).transform(String);

const instant = z.iso
  .datetime({ offset: true })
  .nullish()
  .transform((time) => (time ? Temporal.Instant.from(time) : null));

/** A report whose records are the parts of its range, by their labels. */
function divided<Item extends z.ZodType>(record: Item) {
  return z.object({ total, records: mapOf(record) });
}

/** Chats, "Total Chats". */
export const totalChatsAnswer = divided(figures({ total: counter, continuous: counter }));
/** Chats, "Duration". */
export const durationAnswer = divided(
  figures({ count: counter, duration: measure, agents_chatting_duration: measure }),
);
/** Chats, "Response Time". */
export const responseTimeAnswer = divided(figures({ count: counter, response_time: measure }));
/** Chats, "First Response Time". */
export const firstResponseTimeAnswer = divided(figures({ count: counter, first_response_time: measure }));
/** Chats, "Ratings". */
export const ratingsAnswer = divided(figures({ chats: counter, good: counter, bad: counter }));
/** Chats, "Tags". */
export const tagsAnswer = divided(mapOf(count));
/** Chats, "Engagement". A part may have `total` alone, as counters that are 0 are left out. */
export const engagementAnswer = divided(
  figures({
    total: counter,
    started_by_customer_from_greeting: counter,
    started_by_customer_without_greeting: counter,
    started_by_agent: counter,
  }),
);
/** Chats, "Greetings Conversion". */
export const greetingsConversionAnswer = divided(
  mapOf(figures({ displayed: counter, accepted: counter, canceled: counter, goals: counter })),
);

/** Chats, "Ranking". */
export const rankingAnswer = z.object({
  records: mapOf(figures({ total: counter, good: counter, bad: counter, score: share })),
});

/** Chats, "Surveys" (3.4): group, survey, answer, index. `count` stands among the answers' ids. */
export const surveysAnswer = z.object({
  records: mapOf(mapOf(z.preprocess(countApart, z.object({ count: counter, answers: mapOf(mapOf(count)) })))),
});

function countApart(survey: unknown): unknown {
  if (typeof survey !== 'object' || survey === null || Array.isArray(survey)) return survey;
  const { count: submissions, ...answers } = survey as { readonly count?: unknown };
  return { count: submissions, answers };
}

const formAnswer = z.object({ answer_id: id, label: text, count: counter });
const formField = z.object({ field_id: id, label: text, answers: listOf(formAnswer) });
/** Chats, "Forms" (from 3.5 on), which was "Surveys". */
export const formsAnswer = z.object({
  records: z.array(z.object({ form_id: id, group_id: id, count: counter, fields: listOf(formField) })),
});

/** A list that is left out where it is empty. */
function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item).prefault([]);
}

/** Chats, "Groups" (from 3.6 on): chats by group id. */
export const groupsAnswer = divided(mapOf(count));

const queue = figuresIfAny({ count: counter, min: wholeSeconds, max: wholeSeconds, avg: measure });
/** Chats, "Queued Customers" (from 3.6 on). */
export const queuedVisitorsAnswer = divided(figures({ queued: queue, left_queue: queue }));

/** Chats, "Queued Customers Left" (from 3.6 on): a page of visitors by chat id. */
export const queuedVisitorsLeftAnswer = z.object({
  total,
  summary: z.object({ total_pages: count, left_without_details: counter }),
  records: mapOf(
    figures({
      visitor: figuresIfAny({ id: text, name: text, email: text, ip: text }),
      queue: figuresIfAny({ duration: wholeSeconds, group: id.nullish(), start_date: instant, url: text }),
    }),
  ),
});

/** Customers, "Unique visitors" (from 3.6 on). */
export const uniqueVisitorsAnswer = z.object({
  summary: figures({ unique_visitors: counter, page_views: counter }),
});

/** Tags, "Chat Usage" (from 3.5 on): chats by tag. */
export const tagUsageAnswer = z.object({ records: mapOf(count) });

/** Agents, "Availability": `hours` by day, `minutes` by hour. */
export const availabilityAnswer = z.object({
  total: measure,
  records: mapOf(
    figures({
      hours: z.number().nonnegative().max(HOUR_LIMIT).optional(),
      minutes: z.number().nonnegative().max(MINUTE_LIMIT).optional(),
    }),
  ),
});

const performanceSummary = {
  chats_count: counter,
  chats_rated_good: counter,
  chats_rated_bad: counter,
  first_response_chats_count: counter,
  first_response_time: measure,
};
/** Agents, "Performance". */
export const performanceAnswer = z.object({
  summary: figures(performanceSummary),
  records: mapOf(
    figures({
      ...performanceSummary,
      accepting_chats_time: wholeSeconds,
      not_accepting_chats_time: wholeSeconds,
      chatting_time: wholeSeconds,
      logged_in_time: wholeSeconds,
    }),
  ),
});

/**
 * Configuration API, `list_agents`: a plain list. Its `login_status` is not read: it is the status that the agent's next
 * login begins with, and says nothing of the present.
 */
export const agentsAnswer = z.array(z.object({ id: z.string().min(1), name: text }));

/** Agent Chat API, `list_routing_statuses`: a plain list of who takes chats now and who does not. */
export const routingStatusesAnswer = z.array(
  z.object({ agent_id: z.string().min(1), status: z.string().min(1) }),
);

/** The figures of one survey in one group (3.4). */
export type SurveysAnswer = z.output<typeof surveysAnswer>;
/** The figures of forms (from 3.5 on). */
export type FormsAnswer = z.output<typeof formsAnswer>;
/** The performance of agents. */
export type PerformanceAnswer = z.output<typeof performanceAnswer>;
/** How some visitors waited in the queue. */
export type QueueRecord = z.output<typeof queue>;
/** How visitors waited in the queue. */
export type QueuedVisitorsAnswer = z.output<typeof queuedVisitorsAnswer>;
/** A page of the visitors who left the queue. */
export type QueuedVisitorsLeftAnswer = z.output<typeof queuedVisitorsLeftAnswer>;
/** The availability of the chat. */
export type AvailabilityAnswer = z.output<typeof availabilityAnswer>;
/** Who takes chats now. */
export type RoutingStatuses = z.output<typeof routingStatusesAnswer>;
/** An agent in the list of agents. */
export type AgentRecord = z.output<typeof agentsAnswer>[number];
