import {
  asking,
  BY_DAY,
  MONDAY,
  part,
  type ReportCase,
  SATURDAY,
  SUNDAY_OF_23_HOURS,
  TIMES,
} from './report-case.ts';

const { distribution: _, ...UNDIVIDED } = BY_DAY;

/** The chats reports that have no parts, and the agents reports. */
export const OTHER_REPORT_CASES: readonly ReportCase[] = [
  {
    answer: 'ranking',
    path: '/v3.5/reports/chats/ranking',
    version: '3.5',
    ask: asking('ranking', { distribution: 'HOUR' }),
    body: UNDIVIDED,
    report: {
      rows: new Map([
        [
          'maja.wrona@deskgraph.test',
          { agentKey: 'maja.wrona@deskgraph.test', total: 8, good: 7, bad: 1, score: 0.4417 },
        ],
        ['5f0c1d9a7be24410', { agentKey: '5f0c1d9a7be24410', total: 3, good: 0, bad: 0, score: null }],
      ]),
    },
  },
  {
    answer: 'surveys',
    path: '/v3.4/reports/chats/surveys',
    version: '3.4',
    ask: asking('surveys'),
    body: UNDIVIDED,
    report: surveyResults({ question: null, choices: [null, null] }),
  },
  ...(['3.5', '3.6'] as const).map((version) => ({
    answer: 'forms',
    path: `/v${version}/reports/chats/forms`,
    version,
    ask: asking('surveys'),
    body: UNDIVIDED,
    report: surveyResults({ question: 'How did you hear of us?', choices: ['From a friend', null] }),
  })),
  {
    answer: 'availability-by-day',
    path: '/v3.6/reports/agents/availability',
    ask: asking('availability', {
      filter: { agents: { values: ['maja.wrona@deskgraph.test'] }, groups: { values: ['3', '5'] } },
    }),
    body: {
      ...BY_DAY,
      filters: { ...TIMES, agents: { values: ['maja.wrona@deskgraph.test'] }, groups: { values: [3, 5] } },
    },
    report: {
      totalSeconds: 41_040,
      points: [
        { ...SATURDAY, availableSeconds: 26_136 },
        { ...SUNDAY_OF_23_HOURS, availableSeconds: 0 },
        { ...MONDAY, availableSeconds: 14_904 },
      ],
    },
  },
  {
    answer: 'availability-by-hour',
    path: '/v3.6/reports/agents/availability',
    ask: asking('availability', { distribution: 'HOUR' }),
    body: { ...BY_DAY, distribution: 'hour' },
    report: {
      totalSeconds: 4500,
      points: [
        { ...part('2026-03-28 09:00', '2026-03-28T08:00Z', '2026-03-28T09:00Z'), availableSeconds: 3600 },
        { ...part('2026-03-28 10:00', '2026-03-28T09:00Z', '2026-03-28T10:00Z'), availableSeconds: 900 },
        { ...part('2026-03-28 11:00', '2026-03-28T10:00Z', '2026-03-28T11:00Z'), availableSeconds: 0 },
      ],
    },
  },
  {
    answer: 'performance',
    path: '/v3.6/reports/agents/performance',
    ask: asking('agentPerformance', {
      timeZone: 'UTC',
      filter: { agents: { excludeValues: ['a', 'b'], requireEveryValue: true } },
    }),
    body: {
      timezone: 'UTC',
      filters: {
        ...{ from: '2026-03-27T23:00:00.000000+00:00', to: '2026-03-29T21:59:59.999999+00:00' },
        agents: { exclude_values: ['a', 'b'], require_every_value: true },
      },
    },
    report: {
      summary: {
        chats: 17,
        ratedGood: 7,
        ratedBad: 1,
        firstResponseChats: 12,
        averageFirstResponseSeconds: 11.25,
      },
      rows: new Map([
        performanceRow('maja.wrona@deskgraph.test', {
          ...{
            chats: 15,
            ratedGood: 7,
            ratedBad: 1,
            firstResponseChats: 12,
            averageFirstResponseSeconds: 11.25,
          },
          ...{ acceptingChatsSeconds: 21_000, notAcceptingChatsSeconds: 4200 },
          ...{ chattingSeconds: 4410, loggedInSeconds: 25_200 },
        }),
        performanceRow('ole.lund@deskgraph.test', { notAcceptingChatsSeconds: 0, loggedInSeconds: 0 }),
        performanceRow('5f0c1d9a7be24410', { chats: 2 }),
      ]),
    },
  },
];

function surveyResults({
  question,
  choices,
}: {
  question: string | null;
  choices: readonly (string | null)[];
}) {
  return [
    {
      surveyId: '700000000000000011',
      groupId: '0',
      submissions: 7,
      questions: [
        {
          questionId: '700000000000000021',
          label: question,
          choices: [
            { choiceId: '0', label: choices[0], count: 6 },
            { choiceId: '2', label: choices[1], count: 1 },
          ],
        },
      ],
    },
    { surveyId: '700000000000000012', groupId: '14', submissions: 0, questions: [] },
  ];
}

function performanceRow(agentKey: string, figures: Readonly<Record<string, number>>): [string, object] {
  const absent = {
    ...{ chats: 0, ratedGood: 0, ratedBad: 0, firstResponseChats: 0, averageFirstResponseSeconds: null },
    ...{ acceptingChatsSeconds: null, notAcceptingChatsSeconds: null },
    ...{ chattingSeconds: null, loggedInSeconds: null },
  };
  return [agentKey, { agentKey, ...absent, ...figures }];
}
