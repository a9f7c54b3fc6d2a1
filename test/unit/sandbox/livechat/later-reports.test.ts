import { describe, expect, it } from 'vitest';
import { at, bodyOf, chat, inTheWeek, liveChatOver } from './hand-made.ts';

const LEFT = 'reports/chats/queued_visitors_left';
const USAGE = 'reports/tags/chat_usage';
const VISITORS = 'reports/customers/unique_visitors';

const { post, get } = liveChatOver({
  chats: [
    chat('2024-03-04T08:00:00Z', {
      assignedAt: at('2024-03-04T08:00:20Z'),
      member: 0,
      tags: ['order', 'vip'],
    }),
    chat('2024-03-04T09:00:00Z', { assignedAt: at('2024-03-04T09:00:05Z'), member: 1, tags: ['order'] }),
    chat('2024-03-04T10:00:00Z', { groupId: 2 }),
    // Neither of these waited, or is known to have.
    chat('2024-03-06T10:00:00Z', { assignedAt: at('2024-03-06T10:00:00Z'), member: 0 }),
    chat('2024-03-06T11:00:00Z', { closedAt: null }),
  ],
});

function report(path: string, body: object = inTheWeek()) {
  const { request: _, ...rest } = bodyOf(post(path, body));
  return rest;
}

describe('the reports of 3.5 and 3.6', () => {
  it('count chats by group', () => {
    expect(report('reports/chats/groups')).toEqual({
      name: 'groups-report',
      total: 5,
      records: { '2024-03-04': { '1': 2, '2': 1 }, '2024-03-05': {}, '2024-03-06': { '1': 2 } },
    });
  });

  it('count chats by tag, of some groups where asked', () => {
    expect(report(USAGE)).toEqual({ name: 'tags-chat-usage-report', records: { order: 2, vip: 1 } });
    expect(report(USAGE, inTheWeek({ groups: { values: [2] } })).records).toEqual({});
  });

  it('tell how long visitors waited, served or not', () => {
    expect(report('reports/chats/queued_visitors')).toEqual({
      name: 'queued-visitors-report',
      total: 2,
      records: {
        '2024-03-04': {
          left_queue: { count: 1, min: 60, max: 60, avg: 60 },
          queued: { count: 2, min: 5, max: 20, avg: 12.5 },
        },
        '2024-03-05': {},
        '2024-03-06': {},
      },
    });
  });

  it('name those who left, page by page', () => {
    const expected = {
      name: 'queued-visitors-left-report',
      total: 1,
      summary: { left_without_details: 1, total_pages: 1 },
      records: {
        '2024-03-04T10:00:00Z': {
          visitor: { id: expect.any(String), ip: expect.stringMatching(/^203\.0\.113\.\d+$/) },
          queue: { duration: 60, group: 2, start_date: '2024-03-04T10:00:00Z' },
        },
      },
    };
    expect(report(LEFT)).toEqual(expected);
    expect(report(LEFT, { ...inTheWeek(), page: 2 })).toEqual({ ...expected, records: {} });
    const query = 'filters.from=2024-03-04T00:00:00Z&filters.to=2024-03-06T23:59:59Z&page=2';
    expect(bodyOf(get(LEFT, query)).records).toEqual({});
  });

  it('count visitors', () => {
    const { name, summary } = report(VISITORS) as { name: string; summary: Record<string, number> };
    expect([name, summary.unique_visitors]).toEqual(['visitors-report', 5]);
    expect(summary.page_views).toBeGreaterThanOrEqual(5);
  });

  it.each([
    ['a page that is none', LEFT, { ...inTheWeek(), page: 0 }],
    ['a page of a report without pages', 'reports/chats/groups', { ...inTheWeek(), page: 1 }],
    ['a distribution of tags', USAGE, { ...inTheWeek(), distribution: 'day' }],
    ['agents of tags', USAGE, inTheWeek({ agents: { values: [] } })],
    ['groups of tags but by values', USAGE, inTheWeek({ groups: { exists: true } })],
    ['a zone of visitors', VISITORS, { ...inTheWeek(), timezone: 'UTC' }],
    ['groups of visitors', VISITORS, inTheWeek({ groups: { values: [1] } })],
  ])('refuse %s', (_, path, body) => {
    expect(post(path, body).status).toBe(400);
  });

  it.each([
    ['v3.4', [404, 404, 404]],
    ['v3.5', [200, 404, 404]],
    ['v3.6', [200, 200, 200]],
  ])('are there in %s: %j', (version, statuses) => {
    expect([USAGE, LEFT, VISITORS].map((path) => post(path, {}, { version }).status)).toEqual(statuses);
  });
});
