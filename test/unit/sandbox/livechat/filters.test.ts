import { describe, expect, it } from 'vitest';
import { ADA, BO, bodyOf, chat, inTheWeek, liveChatOver } from './hand-made.ts';

const SURVEYS = [
  { surveyId: '500', groupId: 1, type: 'pre_chat', questions: [] },
  { surveyId: '600', groupId: 2, type: 'post_chat', questions: [] },
] as const;

/** Each chat is told apart by its first tag. */
const CHATS = [
  chat('2024-03-04T08:00:00Z', {
    tags: ['one', 'urgent', 'order'],
    member: 0,
    groupId: 1,
    continuous: true,
    rating: 'good',
    saleId: 31,
    goalId: 41,
    greetingId: 7,
    startedBy: 'customer-from-greeting',
    eventTypes: ['message', 'file'],
    country: 'PL',
    firstResponseSeconds: 5,
    survey: [{ surveyId: '500', questionId: '501', choice: 0 }],
  }),
  chat('2024-03-05T08:00:00Z', {
    tags: ['two', 'urgent'],
    member: 1,
    groupId: 2,
    rating: 'bad',
    saleId: 32,
    greetingId: 9,
    startedBy: 'customer-from-greeting',
    country: 'DE',
    firstResponseSeconds: 5,
    survey: [{ surveyId: '600', questionId: '601', choice: 1 }],
  }),
  chat('2024-03-06T08:00:00Z', { tags: ['three'], groupId: 2, goalId: 42, eventTypes: [], country: 'FR' }),
];

const { post } = liveChatOver({ chats: CHATS, surveys: SURVEYS });

function passing(body: object, version = 'v3.6'): readonly string[] {
  const answer = bodyOf(post('reports/chats/tags', body, { version }));
  const days = Object.values(answer.records as Record<string, Record<string, number>>);
  return ['one', 'two', 'three'].filter((tag) => days.some((day) => tag in day));
}

const RANGE = { from: '2024-03-04T00:00:00Z', to: '2024-03-06T23:59:59Z' };

describe('a filter of the Chats reports', () => {
  it.each([
    ['agents, some of them', { agents: { values: [ADA, 'nobody@desk.test'] } }, ['one']],
    ['agents, all but some', { agents: { exclude_values: [BO] } }, ['one', 'three']],
    ['unassigned chats', { agents: { exists: false } }, ['three']],
    ['assigned chats', { agents: { exists: true } }, ['one', 'two']],
    ['tags, any of them', { tags: { values: ['order', 'two'] } }, ['one', 'two']],
    ['tags, every one', { tags: { values: ['urgent', 'order'], require_every_value: true } }, ['one']],
    ['tags, none of them', { tags: { exclude_values: ['urgent'] } }, ['three']],
    [
      'tags, not all of them at once',
      { tags: { exclude_values: ['urgent', 'order'], require_every_value: true } },
      ['two', 'three'],
    ],
    ['tags, an empty list', { tags: { values: [] } }, []],
    ['sales', { sales: { values: [32] } }, ['two']],
    ['chats without a sale', { sales: { exists: false } }, ['three']],
    ['goals', { goals: { exclude_values: [41] } }, ['two', 'three']],
    ['event types', { event_types: { values: ['file', 'file'] } }, ['one']],
    ['groups', { groups: { values: [2] } }, ['two', 'three']],
    ['greetings', { greetings: { values: [7] } }, ['one']],
    ['chats without a greeting', { greetings: { exists: false } }, ['three']],
    ['greetings of groups', { greetings: { groups: { values: [2] } } }, ['two']],
    ['answered chats', { agent_response: { exists: true } }, ['one', 'two']],
    ['unanswered chats', { agent_response: { exists: false } }, ['three']],
    ['the first answer’s agent', { agent_response: { first: true, agents: { values: [BO] } } }, ['two']],
    ['the first answer’s group', { agent_response: { first: true, groups: { values: [1] } } }, ['one']],
    ['countries', { customer_countries: { values: ['DE', 'FR'] } }, ['two', 'three']],
    ['continuous chats', { properties: { routing: { continuous: { values: [true] } } } }, ['one']],
    ['the rating', { properties: { rating: { score: { exists: true } } } }, ['one', 'two']],
    ['a property that no chat has', { properties: { own: { thing: { exists: true } } } }, []],
    ['two filters at once', { groups: { values: [2] }, tags: { values: ['urgent'] } }, ['two']],
  ])('selects by %s', (_, filters, expected) => {
    expect(passing(inTheWeek(filters))).toEqual(expected);
  });

  it.each([
    ['a kind of survey', [{ type: 'post_chat' }], ['two']],
    ['an answer', [{ type: 'pre_chat', values: ['501:0'] }], ['one']],
    ['an answer that was not given', [{ exclude_values: ['601:1'] }], ['one', 'three']],
    ['no survey at all', [{ exists: false }], ['three']],
    ['the survey’s group', [{ groups: { values: [2] } }], ['two']],
    ['several surveys at once', [{ type: 'pre_chat' }, { type: 'post_chat' }], []],
  ])('selects by %s, as surveys in 3.4 and as forms later', (_, entries, expected) => {
    expect(passing(inTheWeek({ surveys: entries }), 'v3.4')).toEqual(expected);
    expect(passing(inTheWeek({ forms: entries }), 'v3.5')).toEqual(expected);
  });

  it('takes the dates from each form', () => {
    expect(passing({ filters: { forms: [{ ...RANGE, to: '2024-03-04T23:59:59Z' }] } })).toEqual(['one']);
  });

  it('takes the dates from the greetings, which leaves chats without a greeting out', () => {
    expect(passing({ filters: { greetings: RANGE } })).toEqual(['one', 'two']);
  });

  it('includes both ends of the range', () => {
    const moment = '2024-03-05T09:00:00.000000+01:00';
    expect(passing({ filters: { from: moment, to: moment } })).toEqual(['two']);
  });
});
