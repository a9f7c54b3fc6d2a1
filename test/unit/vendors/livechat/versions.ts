import { z } from 'zod';
import {
  accountsAt,
  activeDuring,
  type Case,
  type Cases,
  casesOfPeople,
  count,
  EVERYWHERE,
  instant,
  positive,
  some,
  text,
} from '../../../e2e/versions/case.ts';

const VENDOR = 'LIVECHAT';

/** A report that is divided into points, each with figures of its own, of which each occurs. */
function divided(field: string, figures: string, point: z.ZodRawShape, total = 'total'): Case {
  return report(
    `${field} { ${total} points { label startsAt endsAt ${figures} } }`,
    z.object({
      [total]: positive,
      points: z
        .array(z.object({ label: text, startsAt: instant, endsAt: instant, ...point }))
        .length(3)
        .refine((points) => points.some((each) => Object.values(each).every(isTold))),
    }),
  );
}

/** An empty point has zeros and nulls, but not every point may be one. */
function isTold(figure: unknown): boolean {
  return Array.isArray(figure) ? figure.length > 0 : figure !== null && figure !== 0;
}

const isNumber = (figure: unknown) => typeof figure === 'number' && figure > 0;

/** A field of `ChatReport`, of which the answer is one value. */
function report(selection: string, like: z.ZodType): Case {
  return {
    query: `query ($range: TimeRange!) { chatReport(range: $range, timeZone: "UTC") { value: ${selection} } }`,
    values: ({ chatReport: { value } }) => [value].flat(),
    like,
  };
}

/** A field of the account, for everybody. */
function ofAccounts(selection: string, like: z.ZodType): Case {
  return {
    query: `query ($range: TimeRange!) { agents(first: 200, filter: { vendors: [LIVECHAT] }) {
      nodes { accounts { vendor ... on LiveChatAccount { value: ${selection} } } } } }`,
    // Zeros of who did nothing prove nothing.
    values: (data) =>
      accountsAt(VENDOR)(data)
        .map(({ value }) => value)
        .filter((value) => value === null || Object.values(value as object).some(isNumber)),
    like,
    atLeast: 20,
  };
}

const average = z.number().positive().nullable();
const timed = { chats: count, averageSeconds: average };
const available = { availableSeconds: count };
const queue = z.object({ visitors: count, averageSeconds: average });

const performance = {
  ...{ chats: count, ratedGood: count, ratedBad: count, firstResponseChats: count },
  averageFirstResponseSeconds: average,
};
const times = {
  ...{ acceptingChatsSeconds: count, notAcceptingChatsSeconds: count },
  ...{ chattingSeconds: count, loggedInSeconds: positive },
};
const PERFORMANCE = Object.keys(performance).join(' ');
const TIMES = Object.keys(times).join(' ');
const ranking = z.object({
  total: count,
  good: count,
  bad: count,
  score: z.number().min(0).max(1).nullable(),
});

const SURVEYS =
  'surveys { surveyId groupId submissions questions { questionId choices { choiceId count } } }';
const survey = z.object({
  ...{ surveyId: text, groupId: text, submissions: positive },
  questions: some(
    z.object({ questionId: text, choices: some(z.object({ choiceId: text, count: positive })) }),
  ),
});

/** The reports that take the filter and are there in every version. */
const FILTERED = ['totalChats', 'duration', 'responseTime', 'firstResponseTime', 'ratings', 'tags'];
const OF_POLES = [...FILTERED, 'engagement', 'greetingsConversion'].map((field) => `${field} { total }`);

/** How each row of LiveChat's table is asked. */
export const LIVECHAT: Cases = {
  ...casesOfPeople(VENDOR, `{ email: "${EVERYWHERE}" }`),
  '`AgentFilter.activeDuring`': activeDuring(VENDOR),
  '`LiveChatAccount.performance`': ofAccounts(
    `performance(range: $range) { ${PERFORMANCE} ${TIMES} }`,
    z.object({ ...performance, ...times }),
  ),
  '`LiveChatAccount.ranking`': ofAccounts('ranking(range: $range) { total good bad score }', ranking),
  '`LiveChatAccount.availability`': ofAccounts(
    'availability(range: $range, timeZone: "UTC") { totalSeconds points { label availableSeconds } }',
    z.object({ totalSeconds: count, points: z.array(z.object({ label: text, ...available })).length(3) }),
  ),
  '`ChatReport.totalChats`': divided('totalChats', 'chats continuousChats', {
    chats: count,
    continuousChats: count,
  }),
  '`ChatReport.duration`': divided('duration', 'chats averageSeconds averageAgentsChattingSeconds', {
    ...timed,
    averageAgentsChattingSeconds: average,
  }),
  '`ChatReport.responseTime`': divided('responseTime', 'chats averageSeconds', timed),
  '`ChatReport.firstResponseTime`': divided('firstResponseTime', 'chats averageSeconds', timed),
  '`ChatReport.ratings`': divided('ratings', 'chats good bad', { chats: count, good: count, bad: count }),
  '`ChatReport.tags`': divided('tags', 'tags { tag chats }', {
    tags: z.array(z.object({ tag: text, chats: positive })),
  }),
  '`ChatReport.engagement`': divided(
    'engagement',
    'startedByCustomerFromGreeting startedByCustomerWithoutGreeting startedByAgent',
    {
      ...{ startedByCustomerFromGreeting: count, startedByCustomerWithoutGreeting: count },
      startedByAgent: count,
    },
  ),
  '`ChatReport.greetingsConversion`': divided(
    'greetingsConversion',
    'greetings { greetingId displayed accepted canceled goals }',
    {
      greetings: z.array(
        z.object({ greetingId: text, displayed: positive, accepted: count, canceled: count, goals: count }),
      ),
    },
  ),
  '`ChatReport.ranking`': report(
    'ranking(first: 200) { totalCount nodes { agent { id email } total good bad score } }',
    z.object({
      totalCount: positive,
      nodes: some(ranking.extend({ agent: z.object({ id: text, email: z.email() }) })).refine((rows) =>
        rows.some((row) => Object.values(row as object).every(isTold)),
      ),
    }),
  ),
  '`ChatReport.agentPerformance`': report(
    `agentPerformance(first: 200) { totalCount summary { ${PERFORMANCE} }
       nodes { agent { id email } ${PERFORMANCE} ${TIMES} } }`,
    z.object({
      totalCount: positive,
      summary: z.object({ ...performance, chats: positive, averageFirstResponseSeconds: z.number() }),
      nodes: some(z.object({ agent: z.object({ id: text, email: z.email() }), ...performance, ...times })),
    }),
  ),
  '`ChatReport.availability`': divided('availability', 'availableSeconds', available, 'totalSeconds'),
  '`ChatReport.surveys`': { ...report(SURVEYS, survey), differs: true },
  '`SurveyQuestion.label`, `SurveyChoice.label`': {
    ...report('surveys { questions { label choices { label } } }', text),
    values: ({ chatReport: { value } }) =>
      value.flatMap(({ questions }: { questions: { label: unknown; choices: { label: unknown }[] }[] }) =>
        questions.flatMap(({ label, choices }) => [label, ...choices.map((choice) => choice.label)]),
      ),
  },
  '`ChatFilter.customerCountries`': {
    query: `query ($range: TimeRange!) {
      inside: chatReport(range: $range, filter: { customerCountries: { values: ["PL"] } }) { ${OF_POLES.join(' ')} }
      outside: chatReport(range: $range, filter: { customerCountries: { excludeValues: ["PL"] } }) { ${OF_POLES.join(' ')} }
    }`,
    values: ({ inside, outside }) => [...Object.values(inside), ...Object.values(outside)],
    like: z.object({ total: positive }),
    atLeast: 2 * OF_POLES.length,
  },
  '`ChatReport.tagUsage`': report('tagUsage { tag chats }', z.object({ tag: text, chats: positive })),
  '`ChatReport.groups`': divided('groups', 'groups { groupId chats }', {
    groups: z.array(z.object({ groupId: text, chats: positive })),
  }),
  '`ChatReport.queuedVisitors`': divided(
    'queuedVisitors',
    'queued { visitors averageSeconds } leftQueue { visitors averageSeconds }',
    { queued: queue, leftQueue: queue },
  ),
  '`ChatReport.queuedVisitorsLeft`': report(
    'queuedVisitorsLeft(first: 200) { totalCount nodes { chatId visitorId queuedAt queueSeconds } }',
    z.object({
      totalCount: positive,
      nodes: some(z.object({ chatId: text, visitorId: text, queuedAt: instant, queueSeconds: count })),
    }),
  ),
  '`ChatReport.uniqueVisitors`': report(
    'uniqueVisitors { visitors pageViews }',
    z.object({ visitors: positive, pageViews: positive }),
  ),
};
