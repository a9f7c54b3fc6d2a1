import { describe, expect, it } from 'vitest';
import { type Case, playLiveChat } from './livechat.ts';
import { type Agent, AMY, BEA, CAL, SMALL } from './livechat-centre.ts';
import { type Behaviour, changed, honest, type Json, on, replies, row } from './livechat-vendor.ts';
import { CANARY, SHORT, SILENCE } from './play.ts';

const upper = (address: string) => address.toUpperCase();
const people = (behaviour: Behaviour) => on('list_agents', behaviour);
const presence = (behaviour: Behaviour) => on('list_routing_statuses', behaviour);
const ROWS = ['agents/performance', 'chats/ranking'];
/** Spells the agents of the reports otherwise. */
const spelt = (change: (id: string) => string) =>
  on(
    ROWS,
    changed((body) => ({
      ...body,
      records: Object.fromEntries(Object.entries(body.records).map(([id, one]) => [change(id), one])),
    })),
  );
const scope = { status: 403, body: { error: { type: 'authorization', message: CANARY } } };
const named = (name: string): readonly Agent[] => [{ ...AMY, name }];

const WHOLE: readonly Case[] = [
  {
    says: 'is silent about one agent of its routing',
    staff: [AMY, BEA, { ...CAL, accepting: null }],
    vendor: honest,
  },
  {
    says: 'has agents whose default at login is not what they do now',
    vendor: people(
      row((one) => ({
        ...one,
        login_status: one.login_status === 'accepting chats' ? 'not accepting chats' : 'accepting chats',
      })),
    ),
  },
  { says: 'says nothing of the default at login', vendor: people(row(({ login_status: _, ...one }) => one)) },
  { says: 'knows nobody', staff: [], vendor: honest },
  { says: 'lists its agents backwards', vendor: people(changed((body) => body.toReversed())) },
  { says: 'lists every agent twice', vendor: people(changed((body) => [...body, ...body])) },
  {
    says: 'lists 80 agents',
    staff: Array.from({ length: 80 }, (_, index) => ({
      ...CAL,
      id: `agent.${String(index).padStart(3, '0')}@chat.test`,
    })),
    vendor: honest,
    environment: { DESKGRAPH_MAX_CALLS: '1000' },
  },
  {
    says: 'adds fields that no document names',
    vendor: people(row((one) => ({ ...one, password: CANARY, groups: [{ id: 1, priority: 'normal' }] }))),
  },
  {
    says: 'spells addresses in capitals',
    staff: SMALL.map((agent) => ({ ...agent, id: upper(agent.id) })),
    vendor: honest,
  },
  {
    says: 'spells addresses in capitals and is asked in small letters',
    staff: SMALL.map((agent) => ({ ...agent, id: upper(agent.id) })),
    spelling: (address) => address.toLowerCase(),
    vendor: honest,
  },
  {
    says: 'knows a colleague by an address in capitals',
    staff: [{ ...AMY, id: 'CASIMIR.FERRARI@EXAMPLE.ORG' }],
    vendor: honest,
  },
  {
    says: 'has emoji and letters from right to left in names',
    staff: named('👩‍💻 \u202Eעברית'),
    vendor: honest,
  },
  { says: 'has a name of 100,000 letters', staff: named('x'.repeat(100_000)), vendor: honest },
  {
    says: 'has addresses that every object has as keys',
    staff: ['__proto__', 'constructor'].map((word, index) => ({
      ...AMY,
      id: `${word}@chat.test`,
      ranking: { total: 1, score: 1 - index / 10 },
    })),
    vendor: honest,
  },
  {
    says: 'says the routing of agents whom it does not list',
    vendor: presence(changed((body) => [...body, { agent_id: 'gone@chat.test', status: 'accepting_chats' }])),
  },
  {
    says: 'spells addresses in its routing in capitals',
    vendor: presence(row((one) => ({ ...one, agent_id: upper(one.agent_id) }))),
  },
  { says: 'repeats its routing', vendor: presence(changed((body) => [...body, ...body])) },
];

const EITHER: readonly Case[] = [
  {
    says: 'lists an agent in two spellings',
    vendor: people(changed((body) => [...body, ...body.map((one: Json) => ({ ...one, id: upper(one.id) }))])),
  },
  {
    says: 'has an agent without an id',
    vendor: people(changed(([one, ...rest]) => [{ ...one, id: undefined }, ...rest])),
  },
  {
    says: 'has an agent whose id is empty',
    vendor: people(changed(([one, ...rest]) => [{ ...one, id: '' }, ...rest])),
  },
  {
    says: 'has an agent whose id is a number',
    vendor: people(changed(([one, ...rest]) => [{ ...one, id: 7 }, ...rest])),
  },
  { says: 'has null among its agents', vendor: people(changed((body) => [null, ...body])) },
  { says: 'has lists for agents', vendor: people(row((one) => [one])) },
  { says: 'has an object for the list', vendor: people(changed((body) => ({ ...body }))) },
  { says: 'has the list in a field', vendor: people(changed((body) => ({ agents: body, found_agents: 3 }))) },
  {
    says: 'has an error beside a list',
    vendor: people(changed((body) => ({ agents: body, error: { type: 'internal', message: CANARY } }))),
  },
  { says: 'has an object for a name', vendor: people(row((one) => ({ ...one, name: { first: one.name } }))) },
  {
    says: 'has a default at login that nobody knows',
    vendor: people(row((one) => ({ ...one, login_status: CANARY }))),
  },
  {
    says: 'contradicts itself in its routing',
    vendor: presence(
      changed((body) => [
        ...body,
        ...body.map((one: Json) => ({
          ...one,
          status: one.status === 'accepting_chats' ? 'not_accepting_chats' : 'accepting_chats',
        })),
      ]),
    ),
  },
  { says: 'has an object for its routing', vendor: presence(changed((body) => ({ ...body }))) },
  { says: 'has null for its routing', vendor: presence(changed(() => null)) },
  { says: 'has null among its routing', vendor: presence(changed((body) => [null, ...body])) },
  { says: 'has routing without agents', vendor: presence(row(({ status }) => ({ status }))) },
  { says: 'has routing without statuses', vendor: presence(row(({ agent_id }) => ({ agent_id }))) },
  {
    says: 'reports an error in place of its routing',
    vendor: presence(replies({ body: { error: { type: 'internal', message: CANARY } } })),
  },
  { says: 'may not tell its routing', vendor: presence(replies(scope)) },
  { says: 'is silent about its routing', vendor: presence(() => SILENCE), environment: SHORT },
];

const REPORTED: readonly Case[] = [
  { says: 'spells the agents of its reports in capitals', vendor: spelt(upper), expectation: 'whole' },
  {
    says: 'reports one agent in two spellings',
    vendor: on(
      ROWS,
      changed((body) => ({
        ...body,
        records: {
          ...body.records,
          'AMY@chat.test': { chats_count: 1, total: 1, good: 1, bad: 0, score: 0.9 },
        },
      })),
    ),
    expectation: 'error',
  },
  { says: 'may not list agents', vendor: people(replies(scope)), expectation: 'error' },
  {
    says: 'may not report',
    vendor: (body, at) => (at.route.startsWith('list_') ? { body } : scope),
    expectation: 'error',
    code: 'UPSTREAM_FORBIDDEN',
  },
  { says: 'is silent', vendor: () => SILENCE, expectation: 'error', environment: SHORT },
  {
    says: 'is silent about its people',
    vendor: people(() => SILENCE),
    expectation: 'error',
    environment: SHORT,
  },
  {
    says: 'is silent about one report',
    vendor: on('chats/ratings', () => SILENCE),
    expectation: 'error',
    environment: SHORT,
  },
  ...(
    [
      ['authentication', 400, 'UPSTREAM_UNAUTHENTICATED'],
      ['authorization', 400, 'UPSTREAM_FORBIDDEN'],
      ['too_many_requests', 400, 'UPSTREAM_RATE_LIMITED'],
      ['too_many_requests', 200, 'UPSTREAM_RATE_LIMITED'],
      ['limit_reached', 429, 'UPSTREAM_RATE_LIMITED'],
      ['internal', 500, 'UPSTREAM_UNAVAILABLE'],
      ['service_unavailable', 503, 'UPSTREAM_UNAVAILABLE'],
      ['authentication', 200, 'UPSTREAM_UNAUTHENTICATED'],
    ] as const
  ).map(
    ([type, status, code]): Case => ({
      says: `answers ${status} and the error ${type}`,
      vendor: replies({ status, body: { error: { type, message: CANARY } } }),
      expectation: 'error',
      code,
    }),
  ),
  ...[
    'misdirected_request',
    'license_expired',
    'unsupported_version',
    'wrong_product_version',
    'entity_too_large',
    'request_timeout',
    'validation',
    CANARY,
    7,
    null,
  ].map(
    (type): Case => ({
      says: `answers 400 and the error ${type}`,
      vendor: replies({ status: 400, body: { error: { type, message: CANARY, data: { region: CANARY } } } }),
      expectation: 'error',
    }),
  ),
];

describe('LiveChat, whose people are not as they should be', () => {
  it.concurrent.each(WHOLE)('is read whole when it $says', async (one) => {
    expect(await playLiveChat({ ...one, expectation: 'whole' })).toEqual([]);
  });
  it.concurrent.each(EITHER)('is whole or an error when it $says', async (one) => {
    expect(await playLiveChat(one)).toEqual([]);
  });
  it.concurrent.each(REPORTED)('is $expectation when it $says', async (one) => {
    expect(await playLiveChat(one)).toEqual([]);
  });
});
