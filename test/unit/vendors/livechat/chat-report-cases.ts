import {
  asking,
  BY_DAY,
  MONDAY,
  part,
  type ReportCase,
  SATURDAY,
  SUNDAY_OF_23_HOURS,
  TIMES,
  TUESDAY,
} from './report-case.ts';

/** The chats reports that are divided over their range. */
export const CHAT_REPORT_CASES: readonly ReportCase[] = [
  {
    answer: 'total-chats',
    path: '/v3.6/reports/chats/total_chats',
    ask: asking('totalChats'),
    body: BY_DAY,
    report: {
      total: 58,
      points: [
        { ...SATURDAY, chats: 27, continuousChats: 0 },
        { ...SUNDAY_OF_23_HOURS, chats: 31, continuousChats: 4 },
        { ...MONDAY, chats: 0, continuousChats: 0 },
        { ...TUESDAY, chats: 0, continuousChats: 0 },
      ],
    },
  },
  {
    answer: 'duration',
    path: '/v3.6/reports/chats/duration',
    ask: asking('duration', { distribution: 'MONTH' }),
    body: { ...BY_DAY, distribution: 'month' },
    report: {
      total: 19,
      points: [
        {
          ...part('2026-03', '2026-02-28T23:00Z', '2026-03-31T22:00Z'),
          ...{ chats: 12, averageSeconds: 480.5, averageAgentsChattingSeconds: 310 },
        },
        {
          ...part('2026-04', '2026-03-31T22:00Z', '2026-04-30T22:00Z'),
          ...{ chats: 0, averageSeconds: null, averageAgentsChattingSeconds: null },
        },
        {
          ...part('2026-05', '2026-04-30T22:00Z', '2026-05-31T22:00Z'),
          ...{ chats: 7, averageSeconds: 95, averageAgentsChattingSeconds: null },
        },
      ],
    },
  },
  {
    answer: 'response-time',
    path: '/v3.6/reports/chats/response_time',
    ask: asking('responseTime'),
    body: BY_DAY,
    report: {
      total: 11,
      points: [
        { ...SATURDAY, chats: 6, averageSeconds: 21.75 },
        { ...SUNDAY_OF_23_HOURS, chats: 5, averageSeconds: 56 },
        { ...MONDAY, chats: 0, averageSeconds: null },
      ],
    },
  },
  {
    answer: 'first-response-time',
    path: '/v3.6/reports/chats/first_response_time',
    ask: asking('firstResponseTime'),
    body: BY_DAY,
    report: {
      total: 11,
      points: [
        { ...SATURDAY, chats: 6, averageSeconds: 8.04 },
        { ...SUNDAY_OF_23_HOURS, chats: 0, averageSeconds: null },
      ],
    },
  },
  {
    answer: 'ratings',
    path: '/v3.6/reports/chats/ratings',
    ask: asking('ratings', { distribution: 'YEAR', timeZone: 'UTC' }),
    body: {
      distribution: 'year',
      timezone: 'UTC',
      filters: { from: '2026-03-27T23:00:00.000000+00:00', to: '2026-03-29T21:59:59.999999+00:00' },
    },
    report: {
      total: 44,
      points: [
        { ...part('2024', '2024-01-01T00:00Z', '2025-01-01T00:00Z'), chats: 0, good: 0, bad: 0 },
        { ...part('2025', '2025-01-01T00:00Z', '2026-01-01T00:00Z'), chats: 20, good: 6, bad: 1 },
        { ...part('2026', '2026-01-01T00:00Z', '2027-01-01T00:00Z'), chats: 24, good: 3, bad: 0 },
      ],
    },
  },
  {
    answer: 'tags',
    path: '/v3.6/reports/chats/tags',
    ask: asking('tags'),
    body: BY_DAY,
    report: {
      total: 9,
      points: [
        {
          ...SATURDAY,
          tags: [
            { tag: 'refund', chats: 3 },
            { tag: '__proto__', chats: 2 },
            { tag: 'constructor', chats: 1 },
          ],
        },
        { ...SUNDAY_OF_23_HOURS, tags: [] },
      ],
    },
  },
  {
    answer: 'engagement',
    path: '/v3.6/reports/chats/engagement',
    ask: asking('engagement'),
    body: BY_DAY,
    report: {
      total: 130,
      points: [
        {
          ...SATURDAY,
          ...{ startedByCustomerFromGreeting: 41, startedByCustomerWithoutGreeting: 77, startedByAgent: 2 },
        },
        {
          ...SUNDAY_OF_23_HOURS,
          ...{ startedByCustomerFromGreeting: 5, startedByCustomerWithoutGreeting: 9, startedByAgent: 0 },
        },
      ],
    },
  },
  {
    answer: 'greetings-conversion',
    path: '/v3.6/reports/chats/greetings_conversion',
    ask: asking('greetingsConversion', {
      filter: { greetings: { groups: { values: ['3'] } }, tags: { exists: true } },
    }),
    body: {
      ...BY_DAY,
      filters: { tags: { exists: true }, greetings: { ...TIMES, groups: { values: [3] } } },
    },
    report: {
      total: 4,
      points: [
        {
          ...SATURDAY,
          greetings: [
            { greetingId: '7', displayed: 40, accepted: 1, canceled: 3, goals: 0 },
            { greetingId: '31', displayed: 12, accepted: 3, canceled: 0, goals: 0 },
          ],
        },
        { ...SUNDAY_OF_23_HOURS, greetings: [] },
      ],
    },
  },
];
