/** Of one agent, what LiveChat would tell. */
export interface Agent {
  readonly id: string;
  readonly name: string | null;
  /** Null where the vendor does not say what the agent is doing. */
  readonly accepting: boolean | null;
  /** What the reports of the two days asked about say, in their own words; null where they have no record. */
  readonly performance: Readonly<Record<string, number>> | null;
  readonly ranking: Readonly<Record<string, number>> | null;
  /** Hours of 17 and 18 March. */
  readonly hours: readonly [number, number];
}

export const RANGE = { from: '2026-03-17T00:00:00Z', to: '2026-03-19T00:00:00Z' };
export const DAYS = ['2026-03-17', '2026-03-18'] as const;

export const AMY: Agent = {
  id: 'amy@chat.test',
  name: 'Amy Lee',
  accepting: true,
  performance: {
    chats_count: 13,
    chats_rated_good: 5,
    chats_rated_bad: 3,
    first_response_chats_count: 8,
    first_response_time: 8.5,
    accepting_chats_time: 24567,
    not_accepting_chats_time: 7543,
    chatting_time: 275,
    logged_in_time: 32110,
  },
  ranking: { total: 19, good: 13, bad: 6, score: 0.42326713031463276 },
  hours: [1.5, 0],
};
export const BEA: Agent = {
  id: 'bea@chat.test',
  name: 'Bea',
  accepting: false,
  performance: { chats_count: 4, logged_in_time: 100, not_accepting_chats_time: 100 },
  ranking: { total: 2, good: 0, bad: 2, score: 0.11473482425785904 },
  hours: [0, 0.25],
};
/** Never did anything. */
export const CAL: Agent = {
  id: 'cal@chat.test',
  name: 'Cal',
  accepting: false,
  performance: null,
  ranking: null,
  hours: [0, 0],
};
export const SMALL: readonly Agent[] = [AMY, BEA, CAL];

/** The answers to the reports that are not about agents, word for word; the second day is empty in some. */
export const REPORTS: Readonly<Record<string, { readonly [field: string]: unknown }>> = {
  'chats/total_chats': {
    name: 'total-chats-report',
    total: 37,
    records: { [DAYS[0]]: { total: 30, continuous: 15 }, [DAYS[1]]: { total: 7 } },
  },
  'chats/duration': {
    name: 'duration-report',
    total: 37,
    records: { [DAYS[0]]: { agents_chatting_duration: 1080, count: 37, duration: 1210 }, [DAYS[1]]: {} },
  },
  'chats/response_time': {
    name: 'response-time-report',
    total: 9,
    records: { [DAYS[0]]: { count: 3, response_time: 14.22 }, [DAYS[1]]: { count: 6, response_time: 56 } },
  },
  'chats/first_response_time': {
    name: 'first-response-time-report',
    total: 3,
    records: { [DAYS[0]]: { count: 3, first_response_time: 10.1 }, [DAYS[1]]: {} },
  },
  'chats/ratings': {
    name: 'ratings-report',
    total: 13,
    records: { [DAYS[0]]: { bad: 6, chats: 10, good: 5 }, [DAYS[1]]: { chats: 3 } },
  },
  'chats/tags': {
    name: 'tags-report',
    total: 37,
    records: { [DAYS[0]]: { spam: 14, support: 19 }, [DAYS[1]]: {} },
  },
  'chats/engagement': {
    name: 'engagement-report',
    total: 12,
    records: {
      [DAYS[0]]: {
        started_by_customer_from_greeting: 7,
        started_by_customer_without_greeting: 4,
        started_by_agent: 3,
      },
      [DAYS[1]]: { started_by_agent: 1 },
    },
  },
  'chats/greetings_conversion': {
    name: 'greetings-conversion-report',
    total: 3,
    records: {
      [DAYS[0]]: { '1': { accepted: 1, canceled: 0, displayed: 2, goals: 0 }, '18': { displayed: 1 } },
      [DAYS[1]]: {},
    },
  },
  'chats/groups': {
    name: 'groups-report',
    total: 29,
    records: { [DAYS[0]]: { '0': 20, '2': 2 }, [DAYS[1]]: { '0': 7 } },
  },
  'chats/forms': {
    name: 'form-report',
    records: [
      {
        form_id: '163',
        count: 5,
        group_id: 0,
        fields: [
          {
            field_id: '164',
            label: 'Question:',
            answers: [
              { answer_id: 0, label: 'First', count: 3 },
              { answer_id: 1, label: 'Second', count: 2 },
            ],
          },
        ],
      },
    ],
  },
  'tags/chat_usage': { name: 'tags-chat-usage-report', records: { docs_feedback: 4, spam: 3 } },
  'chats/queued_visitors': {
    name: 'queued-visitors-report',
    total: 15,
    records: {
      [DAYS[0]]: {
        left_queue: { count: 13, min: 0, max: 100, avg: 20.5 },
        queued: { count: 12, min: 1, max: 20, avg: 2.5 },
      },
      [DAYS[1]]: {},
    },
  },
  'customers/unique_visitors': { name: 'visitors-report', summary: { unique_visitors: 4, page_views: 23 } },
};

const bounds = [
  [DAYS[0], '2026-03-17T00:00:00Z', '2026-03-18T00:00:00Z'],
  [DAYS[1], '2026-03-18T00:00:00Z', '2026-03-19T00:00:00Z'],
] as const;
/** The two points of a report, behind its total. */
const points = (total: number, first: unknown[], second: unknown[]) => [
  total,
  [
    [...bounds[0], ...first],
    [...bounds[1], ...second],
  ],
];

/** For each report: its field in the graph, what is selected below it, and what has to come back. */
export const FIELDS: Readonly<
  Record<string, { readonly route: string; readonly select: string; readonly truth: unknown }>
> = {
  totalChats: {
    route: 'chats/total_chats',
    select: 'total points { label startsAt endsAt chats continuousChats }',
    truth: points(37, [30, 15], [7, 0]),
  },
  duration: {
    route: 'chats/duration',
    select: 'total points { label startsAt endsAt chats averageSeconds averageAgentsChattingSeconds }',
    truth: points(37, [37, 1210, 1080], [0, null, null]),
  },
  responseTime: {
    route: 'chats/response_time',
    select: 'total points { label startsAt endsAt chats averageSeconds }',
    truth: points(9, [3, 14.22], [6, 56]),
  },
  firstResponseTime: {
    route: 'chats/first_response_time',
    select: 'total points { label startsAt endsAt chats averageSeconds }',
    truth: points(3, [3, 10.1], [0, null]),
  },
  ratings: {
    route: 'chats/ratings',
    select: 'total points { label startsAt endsAt chats good bad }',
    truth: points(13, [10, 5, 6], [3, 0, 0]),
  },
  tags: {
    route: 'chats/tags',
    select: 'total points { label startsAt endsAt tags { tag chats } }',
    truth: points(
      37,
      [
        [
          ['spam', 14],
          ['support', 19],
        ],
      ],
      [[]],
    ),
  },
  engagement: {
    route: 'chats/engagement',
    select:
      'total points { label startsAt endsAt startedByCustomerFromGreeting startedByCustomerWithoutGreeting startedByAgent }',
    truth: points(12, [7, 4, 3], [0, 0, 1]),
  },
  greetingsConversion: {
    route: 'chats/greetings_conversion',
    select:
      'total points { label startsAt endsAt greetings { greetingId displayed accepted canceled goals } }',
    truth: points(
      3,
      [
        [
          ['1', 2, 1, 0, 0],
          ['18', 1, 0, 0, 0],
        ],
      ],
      [[]],
    ),
  },
  groups: {
    route: 'chats/groups',
    select: 'total points { label startsAt endsAt groups { groupId chats } }',
    truth: points(
      29,
      [
        [
          ['0', 20],
          ['2', 2],
        ],
      ],
      [[['0', 7]]],
    ),
  },
  surveys: {
    route: 'chats/forms',
    select: 'surveyId groupId submissions questions { questionId label choices { choiceId label count } }',
    truth: [
      [
        '163',
        '0',
        5,
        [
          [
            '164',
            'Question:',
            [
              ['0', 'First', 3],
              ['1', 'Second', 2],
            ],
          ],
        ],
      ],
    ],
  },
  tagUsage: {
    route: 'tags/chat_usage',
    select: 'tag chats',
    truth: [
      ['docs_feedback', 4],
      ['spam', 3],
    ],
  },
  queuedVisitors: {
    route: 'chats/queued_visitors',
    select:
      'total points { label startsAt endsAt queued { visitors minimumSeconds maximumSeconds averageSeconds } leftQueue { visitors minimumSeconds maximumSeconds averageSeconds } }',
    truth: points(
      15,
      [
        [12, 1, 20, 2.5],
        [13, 0, 100, 20.5],
      ],
      [
        [0, null, null, null],
        [0, null, null, null],
      ],
    ),
  },
  uniqueVisitors: { route: 'customers/unique_visitors', select: 'visitors pageViews', truth: [4, 23] },
};

export type Fact = readonly [string, unknown];

export function accountFacts({ id, name, accepting }: Agent): Fact[] {
  return [
    [`account ${id}`, [name, id.includes('@') ? id : null]],
    [`presence ${id}`, accepting === null ? null : accepting ? 'AVAILABLE' : 'AWAY'],
  ];
}

export function workFacts({ id, performance, ranking, hours }: Agent): Fact[] {
  return [
    [`performance ${id}`, performance && performanceOf(performance)],
    [`ranking ${id}`, ranking && rankingOf(ranking)],
    [`availability ${id}`, points((hours[0] + hours[1]) * 3600, [hours[0] * 3600], [hours[1] * 3600])],
  ];
}

export function performanceOf(said: Readonly<Record<string, number>>): unknown[] {
  const counters = ['chats_count', 'chats_rated_good', 'chats_rated_bad', 'first_response_chats_count'];
  const times = [
    'first_response_time',
    'accepting_chats_time',
    'not_accepting_chats_time',
    'chatting_time',
    'logged_in_time',
  ];
  return [...counters.map((name) => said[name] ?? 0), ...times.map((name) => said[name] ?? null)];
}

export function rankingOf(said: Readonly<Record<string, number>>): unknown[] {
  return [said.total ?? 0, said.good ?? 0, said.bad ?? 0, said.score ?? null];
}
