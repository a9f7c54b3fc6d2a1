import { describe, expect, it } from 'vitest';
import { ADA, BO, bodyOf, type Call, chat, inTheWeek, liveChatOver } from './hand-made.ts';

const liveChat = liveChatOver({
  chats: [
    chat('2024-03-04T08:00:00Z', { member: 0, continuous: true, groupId: 3, tags: ['spam'] }),
    chat('2024-03-05T08:00:00Z', { member: 1, continuous: true, groupId: 4 }),
    chat('2024-03-06T08:00:00Z', { member: 1, groupId: 3 }),
  ],
});
const TOTAL = 'reports/chats/total_chats';
const PERFORMANCE = 'reports/agents/performance';
const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

describe('LiveChat lets in', () => {
  it.each([
    ['the access token', 'Bearer token', 200],
    ['the personal token with the account', basic('account:personal'), 200],
    ['no other access token', 'Bearer other', 401],
    ['no personal token as Bearer', 'Bearer personal', 401],
    ['no personal token with another account', basic('other:personal'), 401],
    ['nobody without a token', undefined, 401],
  ])('%s', (_, authorization, status) => {
    expect(liveChat.post(TOTAL, {}, { authorization }).status).toBe(status);
  });

  it('and tells the others why not', () => {
    expect(liveChat.get(TOTAL, '', { authorization: undefined }).body).toEqual({
      error: { type: 'authentication', message: 'Invalid access token' },
    });
  });
});

describe('the version in the address', () => {
  it.each([
    ['total_chats', 'v3.4', 200, undefined],
    ['total_chats', 'v3.6', 200, undefined],
    ['surveys', 'v3.4', 200, undefined],
    ['surveys', 'v3.5', 404, 'not_found'],
    ['forms', 'v3.4', 404, 'not_found'],
    ['forms', 'v3.6', 200, undefined],
    ['total_chats', 'v2.9', 400, 'unsupported_version'],
    ['unheard_of', 'v3.6', 404, 'not_found'],
  ])('decides about %s in %s: %i', (action, version, status, type) => {
    const answer = liveChat.post(`reports/chats/${action}`, {}, { version });
    expect(answer.status).toBe(status);
    expect(bodyOf(answer).error).toEqual(type && { type, message: expect.any(String) });
  });

  it('is counted under one name whatever it is', () => {
    expect(liveChat.vendor.routes.map(({ pattern }) => pattern)).toContain(`/:version/${TOTAL}`);
  });

  it.each([
    ['v3.4', ['Deprecation']],
    ['v3.5', ['Legacy']],
    ['v3.6', []],
  ])('%s announces its end in %j', (version, names) => {
    expect(Object.keys(liveChat.post(TOTAL, {}, { version }).headers ?? {})).toEqual(names);
  });
});

describe('a request is refused that has', () => {
  const dates = inTheWeek().filters;
  it.each<[string, string, unknown, string, Call?]>([
    ['no JSON', TOTAL, undefined, 'Wrong format', { malformed: true }],
    ['a list for a body', TOTAL, [], 'Wrong format'],
    ['an unknown parameter', TOTAL, { interval: 'day' }, '`interval`'],
    ['an unknown filter', TOTAL, inTheWeek({ colour: {} }), '`filters.colour`'],
    ['an unknown key in a filter', TOTAL, inTheWeek({ tags: { only: [] } }), '`filters.tags.only`'],
    ['an unknown distribution', TOTAL, { distribution: 'week' }, '`distribution`'],
    ['months for agents', PERFORMANCE, { distribution: 'month' }, '`distribution`'],
    ['a zone that does not exist', TOTAL, { timezone: 'Mars/Base' }, '`timezone`'],
    ['an offset for a zone', TOTAL, { timezone: '+02:00' }, '`timezone`'],
    [
      'a date without an offset',
      TOTAL,
      { filters: { ...dates, from: '2024-03-04T00:00:00' } },
      '`filters.from`',
    ],
    [
      'a day that does not exist',
      TOTAL,
      { filters: { ...dates, to: '2024-02-30T00:00:00Z' } },
      '`filters.to`',
    ],
    [
      'a space for the plus sign',
      TOTAL,
      { filters: { ...dates, to: '2024-03-06T00:00:00 01:00' } },
      '`filters.to`',
    ],
    [
      'its ends the wrong way round',
      TOTAL,
      { filters: { from: dates.to, to: dates.from } },
      'must not be after',
    ],
    ['only one end', TOTAL, { filters: { from: dates.from } }, '`filters.to` is required'],
    ['no dates', TOTAL, { filters: { tags: { values: ['spam'] } } }, 'exactly one pair'],
    ['no dates for agents', PERFORMANCE, { filters: {} }, 'exactly one pair'],
    ['two pairs of dates', TOTAL, inTheWeek({ greetings: dates }), 'exactly one pair'],
    [
      'dates in one form only',
      TOTAL,
      { filters: { forms: [dates, {}] } },
      '`filters.forms[1].from` is required',
    ],
    [
      'a century by the hour',
      TOTAL,
      { distribution: 'hour', filters: { ...dates, from: '1924-01-01T00:00:00Z' } },
      'too long',
    ],
    ['values and exceptions', TOTAL, inTheWeek({ tags: { values: [], exclude_values: [] } }), 'only one of'],
    ['values and existence', TOTAL, inTheWeek({ sales: { values: [1], exists: true } }), 'only one of'],
    ['text for integers', TOTAL, inTheWeek({ groups: { values: ['1'] } }), '`filters.groups.values`'],
    [
      'text for a property’s boolean',
      TOTAL,
      inTheWeek({ properties: { routing: { continuous: { values: ['true'] } } } }),
      'booleans',
    ],
    [
      'existence of an event type',
      TOTAL,
      inTheWeek({ event_types: { exists: true } }),
      '`filters.event_types.exists`',
    ],
    [
      'existence of an agent in an Agents report',
      PERFORMANCE,
      inTheWeek({ agents: { exists: true } }),
      '`filters.agents.exists`',
    ],
    [
      'exceptions from groups in an Agents report',
      PERFORMANCE,
      inTheWeek({ groups: { exclude_values: [1] } }),
      '`filters.groups.exclude_values`',
    ],
    [
      'a responder that need not be the first',
      TOTAL,
      inTheWeek({ agent_response: { agents: { values: [ADA] } } }),
      'first',
    ],
    ['forms in 3.4', TOTAL, inTheWeek({ forms: [] }), '`filters.forms`', { version: 'v3.4' }],
    [
      'countries in 3.4',
      TOTAL,
      inTheWeek({ customer_countries: {} }),
      '`filters.customer_countries`',
      { version: 'v3.4' },
    ],
    ['surveys in 3.6', TOTAL, inTheWeek({ surveys: [] }), '`filters.surveys`'],
    [
      'an unknown kind of survey',
      TOTAL,
      inTheWeek({ forms: [{ type: 'mid_chat' }] }),
      '`filters.forms[0].type`',
    ],
  ])('%s', (_, path, body, message, call) => {
    const answer = liveChat.post(path, body, call);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error: { type: 'validation', message: expect.stringContaining(message) } });
  });
});

describe('GET', () => {
  const from = 'filters.from=2024-03-04T00:00:00%2B00:00&filters.to=2024-03-06T23:59:59-00:00';

  it.each([
    ['dates alone', '', 3],
    ['a repeated key', `&filters.agents.values=${ADA}&filters.agents.values=${BO}`, 3],
    ['a key that is there once', `&filters.agents.values=${ADA}`, 1],
    ['numbers', '&filters.groups.values=3', 2],
    ['truth values', '&filters.tags.exists=false', 2],
    ['properties in brackets', '&filters.properties[routing][continuous].values=true', 2],
  ])('takes %s', (_, more, total) => {
    expect(bodyOf(liveChat.get(TOTAL, from + more)).total).toBe(total);
  });

  it('answers and repeats the request like a POST', () => {
    const filters = {
      from: '2024-03-04T00:00:00+00:00',
      to: '2024-03-06T23:59:59-00:00',
      groups: { values: [3] },
    };
    const posted = liveChat.post(TOTAL, { distribution: 'month', timezone: 'Asia/Tokyo', filters });
    const got = liveChat.get(TOTAL, `distribution=month&timezone=Asia/Tokyo&${from}&filters.groups.values=3`);
    expect(got).toEqual(posted);
    expect(bodyOf(posted).request).toEqual({ distribution: 'month', timezone: 'Asia/Tokyo', filters });
  });

  it.each([
    ['properties without brackets', '&filters.properties.routing.continuous.values=true'],
    ['a date twice', '&filters.from=2024-03-05T00:00:00Z'],
    ['a filter that is a value, too', '&filters.tags=spam&filters.tags.values=spam'],
    ['words for numbers', '&filters.groups.values=three'],
    ['an unknown parameter', '&page=2'],
    ['a key of every object', '&filters.__proto__.values=1'],
  ])('does not take %s', (_, more) => {
    expect(liveChat.get(TOTAL, from + more).status).toBe(400);
  });
});
