import { describe, expect, it } from 'vitest';
import { rankingScore } from '../../../../src/sandbox/livechat/reports/ranking.ts';
import { ADA, at, BO, bodyOf, chat, inTheWeek, liveChatOver } from './hand-made.ts';

const DAY_ONE = '2024-03-04';
const DAY_TWO = '2024-03-05';
const DAY_THREE = '2024-03-06';

const SURVEY = {
  surveyId: '500',
  groupId: 1,
  type: 'pre_chat',
  questions: [
    { questionId: '501', label: 'Order or question?', choices: ['Order', 'Question'] },
    { questionId: '502', label: 'Been here before?', choices: ['Yes', 'No'] },
  ],
} as const;

const CHATS = [
  chat('2024-03-04T08:00:00Z', {
    member: 0,
    assignedAt: at('2024-03-04T08:01:00Z'),
    closedAt: at('2024-03-04T08:11:00Z'),
    continuous: true,
    rating: 'good',
    tags: ['order', 'vip'],
    firstResponseSeconds: 10,
    averageResponseSeconds: 20.5,
    startedBy: 'customer-from-greeting',
    greetingId: 7,
    survey: [
      { surveyId: '500', questionId: '501', choice: 0 },
      { surveyId: '500', questionId: '502', choice: 1 },
    ],
  }),
  chat('2024-03-04T09:00:00Z', {
    member: 1,
    assignedAt: at('2024-03-04T09:00:00Z'),
    closedAt: at('2024-03-04T09:05:00Z'),
    rating: 'bad',
    tags: ['order'],
    firstResponseSeconds: 15.555,
    averageResponseSeconds: 20.123,
    survey: [{ surveyId: '500', questionId: '501', choice: 0 }],
  }),
  // Nobody took this one.
  chat('2024-03-04T10:00:00Z', { closedAt: at('2024-03-04T10:03:00Z') }),
  // On the last second of the range, still going on.
  chat('2024-03-06T23:59:59Z', {
    member: 0,
    assignedAt: at('2024-03-07T00:00:59Z'),
    closedAt: null,
    startedBy: 'agent',
  }),
  chat('2024-03-07T00:00:00Z', { member: 0, rating: 'bad' }),
];

const { post } = liveChatOver({ chats: CHATS, surveys: [SURVEY] });

function report(action: string, version = 'v3.6') {
  const { request: _, ...rest } = bodyOf(post(`reports/chats/${action}`, inTheWeek(), { version }));
  return rest;
}

describe('the Chats reports', () => {
  it.each([
    [
      'total_chats',
      'total-chats-report',
      4,
      { [DAY_ONE]: { total: 3, continuous: 1 }, [DAY_TWO]: {}, [DAY_THREE]: { total: 1 } },
    ],
    [
      'ratings',
      'ratings-report',
      4,
      { [DAY_ONE]: { chats: 3, good: 1, bad: 1 }, [DAY_TWO]: {}, [DAY_THREE]: { chats: 1 } },
    ],
    ['tags', 'tags-report', 4, { [DAY_ONE]: { order: 2, vip: 1 }, [DAY_TWO]: {}, [DAY_THREE]: {} }],
    [
      'engagement',
      'engagement-report',
      4,
      {
        [DAY_ONE]: { started_by_customer_from_greeting: 1, started_by_customer_without_greeting: 2 },
        [DAY_TWO]: {},
        [DAY_THREE]: { started_by_agent: 1 },
      },
    ],
    [
      'duration',
      'duration-report',
      4,
      {
        // 660, 300 and 180 seconds long; 600 and 300 of them served.
        [DAY_ONE]: { agents_chatting_duration: 450, count: 3, duration: 380 },
        [DAY_TWO]: {},
        // A day and a half up to now, less a minute in the queue.
        [DAY_THREE]: { agents_chatting_duration: 129_541, count: 1, duration: 129_601 },
      },
    ],
    [
      'response_time',
      'response-time-report',
      2,
      { [DAY_ONE]: { count: 2, response_time: 20.31 }, [DAY_TWO]: {}, [DAY_THREE]: {} },
    ],
    [
      'first_response_time',
      'first-response-time-report',
      2,
      { [DAY_ONE]: { count: 2, first_response_time: 12.78 }, [DAY_TWO]: {}, [DAY_THREE]: {} },
    ],
  ])('give %s per day, with empty days and without zero counters', (action, name, total, records) => {
    expect(report(action)).toEqual({ name, total, records });
  });

  it('rank every agent who had chats, without a total', () => {
    expect(report('ranking')).toEqual({
      name: 'ranking-report',
      records: {
        [ADA]: { total: 1, good: 1, bad: 0, score: rankingScore(1, 0) },
        [BO]: { total: 1, good: 0, bad: 1, score: rankingScore(0, 1) },
      },
    });
  });

  it.each([
    [0, 0, 0],
    [1, 0, 0.1214166899],
    [0, 1, 0],
    [3, 1, 0.3264952868],
    [10, 0, 0.7237090833],
    [40, 25, 0.4576307786],
  ])('score %i good and %i bad ratings as the vendor does', (good, bad, score) => {
    expect(rankingScore(good, bad)).toBeCloseTo(score, 9);
  });

  it('count survey answers by group, survey and question in version 3.4', () => {
    expect(report('surveys', 'v3.4')).toEqual({
      name: 'surveys-report',
      records: { '1': { '500': { '501': { '0': 2 }, '502': { '1': 1 }, count: 2 } } },
    });
  });

  it('list forms with their labels from version 3.5 on', () => {
    expect(report('forms', 'v3.5')).toEqual({
      name: 'form-report',
      records: [
        {
          form_id: '500',
          count: 2,
          group_id: 1,
          fields: [
            {
              field_id: '501',
              label: 'Order or question?',
              answers: [{ answer_id: 0, label: 'Order', count: 2 }],
            },
            {
              field_id: '502',
              label: 'Been here before?',
              answers: [{ answer_id: 1, label: 'No', count: 1 }],
            },
          ],
        },
      ],
    });
  });
});

describe('the greetings conversion', () => {
  const shown = (instant: string, greetingId: number, outcome: 'ignored' | 'accepted' | 'canceled') => ({
    at: at(instant),
    greetingId,
    groupId: greetingId === 7 ? 1 : 2,
    outcome,
    goal: outcome === 'accepted',
  });
  const greetings = liveChatOver({
    greetings: [
      shown('2024-03-04T08:00:00Z', 7, 'accepted'),
      shown('2024-03-04T09:00:00Z', 7, 'ignored'),
      shown('2024-03-04T09:00:00Z', 9, 'canceled'),
      shown('2024-03-06T09:00:00Z', 9, 'accepted'),
    ],
  });
  const seven = { accepted: 1, canceled: 0, displayed: 2, goals: 1 };

  it('counts what became of each greeting, and totals the accepted ones', () => {
    expect(bodyOf(greetings.post('reports/chats/greetings_conversion', inTheWeek()))).toMatchObject({
      name: 'greetings-conversion-report',
      total: 2,
      records: {
        [DAY_ONE]: { '7': seven, '9': { accepted: 0, canceled: 1, displayed: 1, goals: 0 } },
        [DAY_TWO]: {},
        [DAY_THREE]: { '9': { accepted: 1, canceled: 0, displayed: 1, goals: 1 } },
      },
    });
  });

  it('takes its dates and groups from the greetings filter', () => {
    const range = { from: '2024-03-04T00:00:00Z', to: '2024-03-04T23:59:59Z', groups: { values: [1] } };
    const answer = greetings.post('reports/chats/greetings_conversion', { filters: { greetings: range } });
    expect(bodyOf(answer)).toMatchObject({ total: 1, records: { [DAY_ONE]: { '7': seven } } });
  });

  it('names at most a hundred greetings a day', () => {
    const many = Array.from({ length: 101 }, (_, id) => shown('2024-03-04T08:00:00Z', id, 'ignored'));
    const answer = liveChatOver({ greetings: many }).post('reports/chats/greetings_conversion', inTheWeek());
    const records = bodyOf(answer).records as Record<string, object>;
    expect(Object.keys(records[DAY_ONE] ?? {})).toHaveLength(100);
  });
});
