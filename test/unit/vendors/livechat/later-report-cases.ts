import {
  asking,
  BY_DAY,
  MONDAY,
  type ReportCase,
  SATURDAY,
  SUNDAY_OF_23_HOURS,
  TIMES,
} from './report-case.ts';

const { distribution: _, ...UNDIVIDED } = BY_DAY;
const NOBODY = { visitors: 0, minimumSeconds: null, maximumSeconds: null, averageSeconds: null };

/** The reports that came after 3.4. */
export const LATER_REPORT_CASES: readonly ReportCase[] = [
  {
    answer: 'groups',
    path: '/v3.6/reports/chats/groups',
    ask: asking('groups', { filter: { tags: { exists: true } } }),
    body: { ...BY_DAY, filters: { ...TIMES, tags: { exists: true } } },
    report: {
      total: 12,
      points: [
        {
          ...SATURDAY,
          groups: [
            { groupId: '0', chats: 7 },
            { groupId: '14', chats: 4 },
            { groupId: '__proto__', chats: 1 },
          ],
        },
        { ...SUNDAY_OF_23_HOURS, groups: [] },
      ],
    },
  },
  {
    answer: 'queued-visitors',
    path: '/v3.6/reports/chats/queued_visitors',
    ask: asking('queuedVisitors'),
    body: BY_DAY,
    report: {
      total: 6,
      points: [
        {
          ...SATURDAY,
          queued: { visitors: 4, minimumSeconds: 0, maximumSeconds: 48, averageSeconds: 17.25 },
          leftQueue: { visitors: 2, minimumSeconds: 31, maximumSeconds: 95, averageSeconds: 63 },
        },
        {
          ...SUNDAY_OF_23_HOURS,
          queued: { visitors: 2, minimumSeconds: null, maximumSeconds: null, averageSeconds: 3.5 },
          leftQueue: NOBODY,
        },
        { ...MONDAY, queued: NOBODY, leftQueue: NOBODY },
      ],
    },
  },
  ...[UNDIVIDED, { ...UNDIVIDED, page: 2 }].map((body, index) => ({
    answer: 'queued-visitors-left',
    path: '/v3.6/reports/chats/queued_visitors_left',
    ask: asking('queuedVisitorsLeft', { page: index }),
    body,
    report: {
      ...{ pages: 3, total: 43, leftWithoutDetails: 1 },
      nodes: [
        {
          ...{ chatId: 'TK7Q2M9XAA', visitorId: 'v-71', name: 'Ines', email: 'ines@deskgraph.test' },
          ...{ ipAddress: '203.0.113.9', groupId: '0', queueSeconds: 95 },
          queuedAt: Temporal.Instant.from('2026-03-28T09:00:05Z'),
          pageUrl: 'https://deskgraph.test/shop',
        },
        {
          ...{ chatId: 'TK7Q2M9XAB', visitorId: 'v-72', name: null, email: null, ipAddress: null },
          ...{ groupId: '14', queueSeconds: 31, queuedAt: null, pageUrl: null },
        },
        {
          ...{ chatId: 'TK7Q2M9XAC', visitorId: null, name: null, email: null, ipAddress: null },
          ...{ groupId: null, queueSeconds: null, queuedAt: null, pageUrl: null },
        },
      ],
    },
  })),
  {
    answer: 'unique-visitors',
    path: '/v3.6/reports/customers/unique_visitors',
    ask: asking('uniqueVisitors'),
    body: {
      filters: { from: '2026-03-27T23:00:00.000000+00:00', to: '2026-03-29T21:59:59.999999+00:00' },
    },
    report: { visitors: 310, pageViews: 1204 },
  },
  ...(['3.5', '3.6'] as const).map((version) => ({
    answer: 'tag-usage',
    path: `/v${version}/reports/tags/chat_usage`,
    version,
    ask: asking('tagUsage', { filter: { groups: { values: ['3'] } } }),
    body: { ...UNDIVIDED, filters: { ...TIMES, groups: { values: [3] } } },
    report: [
      { tag: 'refund', chats: 9 },
      { tag: '__proto__', chats: 2 },
    ],
  })),
];
