import { describe, expect, it } from 'vitest';
import { ADA, at, BO, bodyOf, chat, inTheWeek, liveChatOver, span } from './hand-made.ts';

const SPANS = [
  // Begins the day before the range.
  span(0, 'AVAILABLE', '2024-03-03T23:00:00Z', '2024-03-04T02:00:00Z'),
  span(0, 'BUSY', '2024-03-04T02:00:00Z', '2024-03-04T02:30:00Z'),
  span(0, 'AWAY', '2024-03-04T02:30:00Z', '2024-03-04T03:00:00Z'),
  span(1, 'AVAILABLE', '2024-03-04T01:00:00Z', '2024-03-04T04:15:00Z'),
  // No account at LiveChat.
  span(2, 'AVAILABLE', '2024-03-05T00:00:00Z', '2024-03-05T09:00:00Z'),
];

const served = (createdAt: string, minutes: number, details: object) =>
  chat(createdAt, { assignedAt: at(createdAt), closedAt: at(createdAt) + minutes * 60_000, ...details });

const CHATS = [
  // Reaches twenty minutes into the range, but began before it.
  served('2024-03-03T23:50:00Z', 30, { member: 0, rating: 'bad', firstResponseSeconds: 99 }),
  served('2024-03-04T00:10:00Z', 20, { member: 0, rating: 'good', firstResponseSeconds: 4, groupId: 1 }),
  served('2024-03-04T01:10:00Z', 10, { member: 0, firstResponseSeconds: 7, groupId: 2 }),
  served('2024-03-04T01:20:00Z', 5, { member: 1, rating: 'bad', firstResponseSeconds: 13, groupId: 2 }),
  served('2024-03-04T01:20:00Z', 5, { member: 1, groupId: 2 }),
];

const { post } = liveChatOver({ spans: SPANS, chats: CHATS });

describe('the performance report', () => {
  const answer = bodyOf(post('reports/agents/performance', inTheWeek()));

  it('tells each agent’s chats, ratings, responses and seconds', () => {
    expect(answer.records).toEqual({
      [ADA]: {
        chats_count: 2,
        chats_rated_good: 1,
        chats_rated_bad: 0,
        first_response_chats_count: 2,
        first_response_time: 5.5,
        accepting_chats_time: 7200,
        // From 00:00 to 00:30, where two chats overlap, and ten minutes more.
        chatting_time: 2400,
        logged_in_time: 10_800,
        not_accepting_chats_time: 3600,
      },
      [BO]: {
        chats_count: 2,
        chats_rated_good: 0,
        chats_rated_bad: 1,
        first_response_chats_count: 1,
        first_response_time: 13,
        accepting_chats_time: 11_700,
        chatting_time: 300,
        logged_in_time: 11_700,
        not_accepting_chats_time: 0,
      },
    });
  });

  it('sums up all agents, weighting the first response by chats, and has no total', () => {
    expect(answer.summary).toEqual({
      chats_count: 4,
      chats_rated_good: 1,
      chats_rated_bad: 1,
      first_response_chats_count: 3,
      first_response_time: 8,
    });
    expect(answer).not.toHaveProperty('total');
  });

  it('leaves out what did not happen, except the times that the vendor always gives', () => {
    const idle = liveChatOver({
      spans: [span(1, 'AWAY', '2024-03-04T00:00:00Z', '2024-03-04T00:01:00Z')],
    }).post('reports/agents/performance', inTheWeek());
    expect(bodyOf(idle).records).toEqual({ [BO]: { logged_in_time: 60, not_accepting_chats_time: 60 } });
  });

  it('counts a status that lasts only up to now', () => {
    const open = liveChatOver({ spans: [span(1, 'AVAILABLE', '2024-03-08T11:59:00Z', null)] });
    expect(bodyOf(open.post('reports/agents/performance')).records).toMatchObject({
      [BO]: { accepting_chats_time: 60 },
    });
  });

  it.each([
    ['the named agents', { agents: { values: [BO] } }, [BO]],
    ['all but the named agents', { agents: { exclude_values: [BO] } }, [ADA]],
    ['the members of a group', { groups: { values: [1] } }, [ADA]],
  ])('is about %s', (_, filters, emails) => {
    const { records } = bodyOf(post('reports/agents/performance', inTheWeek(filters)));
    expect(Object.keys(records as object)).toEqual(emails);
  });

  it('counts only the chats of the group', () => {
    const grouped = bodyOf(post('reports/agents/performance', inTheWeek({ groups: { values: [1] } })));
    expect(grouped.records).toMatchObject({ [ADA]: { chats_count: 1 } });
  });
});

describe('the availability report', () => {
  it('gives hours per day during which somebody accepted chats, zeros too', () => {
    expect(bodyOf(post('reports/agents/availability', inTheWeek()))).toMatchObject({
      name: 'availability-report',
      total: 4.25,
      records: { '2024-03-04': { hours: 4.25 }, '2024-03-05': { hours: 0 }, '2024-03-06': { hours: 0 } },
    });
  });

  it('gives minutes per hour', () => {
    const filters = {
      from: '2024-03-04T03:00:00Z',
      to: '2024-03-04T05:30:00Z',
      agents: { values: [BO] },
    };
    expect(bodyOf(post('reports/agents/availability', { distribution: 'hour', filters }))).toMatchObject({
      total: 75,
      records: {
        '2024-03-04 03:00': { minutes: 60 },
        '2024-03-04 04:00': { minutes: 15 },
        '2024-03-04 05:00': { minutes: 0 },
      },
    });
  });

  it('rounds to hundredths, and totals the rounded figures', () => {
    const spans = [
      span(0, 'AVAILABLE', '2024-03-04T00:00:00Z', '2024-03-04T00:20:00Z'),
      span(0, 'AVAILABLE', '2024-03-05T00:00:00Z', '2024-03-05T00:20:00Z'),
    ];
    const answer = liveChatOver({ spans }).post('reports/agents/availability', inTheWeek());
    expect(bodyOf(answer)).toMatchObject({ total: 0.66, records: { '2024-03-04': { hours: 0.33 } } });
  });
});
