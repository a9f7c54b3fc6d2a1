import { describe, expect, it } from 'vitest';
import { ADA, BO, liveChatOver, span } from './hand-made.ts';

const LIST = 'agent/action/list_routing_statuses';
const SPANS = [
  span(0, 'AVAILABLE', '2024-03-08T11:00:00Z', null),
  span(1, 'BUSY', '2024-03-08T11:00:00Z', '2024-03-08T13:00:00Z'),
  span(2, 'AVAILABLE', '2024-03-08T11:00:00Z', null),
];

describe('the routing statuses', () => {
  it.each(['v3.4', 'v3.5', 'v3.6'])(
    'are those of the agents who have an account and are logged in, in %s',
    (version) => {
      expect(liveChatOver({ spans: SPANS }).post(LIST, {}, { version }).body).toEqual([
        { agent_id: ADA, status: 'accepting_chats' },
        { agent_id: BO, status: 'not_accepting_chats' },
      ]);
    },
  );

  it.each([
    ['AVAILABLE', null, [{ agent_id: BO, status: 'accepting_chats' }]],
    ['AWAY', '2024-03-08T13:00:00Z', [{ agent_id: BO, status: 'not_accepting_chats' }]],
    ['AVAILABLE', '2024-03-08T12:00:00Z', []],
  ] as const)('of an agent %s until %s are %j', (status, to, rows) => {
    const spans = [span(1, status, '2024-03-08T11:00:00Z', to)];
    expect(liveChatOver({ spans }).post(LIST, {}).body).toEqual(rows);
  });

  it('can be cut down to groups', () => {
    const rows = liveChatOver({ spans: SPANS }).post(LIST, { filters: { group_ids: [1] } }).body;
    expect(rows).toEqual([{ agent_id: ADA, status: 'accepting_chats' }]);
  });

  it.each([{ page: 2 }, { filters: { suspended: true } }, { filters: { group_ids: ['1'] } }])(
    'refuse %j',
    (body) => {
      expect(liveChatOver({}).post(LIST, body)).toMatchObject({
        status: 400,
        body: { error: { type: 'validation' } },
      });
    },
  );
});
