import { describe, expect, it } from 'vitest';
import { LIVECHAT_SCOPES } from '../../../../src/sandbox/livechat/scopes.ts';
import { liveChatOver } from './hand-made.ts';

const LIST = 'configuration/action/list_agents';
const LISTS = [LIST, 'agent/action/list_routing_statuses'];
const REPORTS = [
  'reports/chats/total_chats',
  'reports/agents/performance',
  'reports/customers/unique_visitors',
  'reports/tags/chat_usage',
];

describe('a token with the scopes', () => {
  it.each([
    { scopes: LIVECHAT_SCOPES, reports: 200, agents: 200 },
    { scopes: ['reports_read'], reports: 200, agents: 403 },
    { scopes: ['agents--all:ro'], reports: 403, agents: 200 },
    { scopes: [], reports: 403, agents: 403 },
  ] as const)('$scopes reads reports with $reports, agents with $agents', ({ scopes, reports, agents }) => {
    const { get, post } = liveChatOver({}, { liveChatScopes: scopes });
    for (const path of REPORTS) {
      expect([path, get(path).status, post(path, {}).status]).toEqual([path, reports, reports]);
    }
    for (const path of LISTS) expect([path, post(path, {}).status]).toEqual([path, agents]);
  });

  it('that do not suffice is told so in the vendor’s words', () => {
    expect(liveChatOver({}, { liveChatScopes: [] }).post(LIST, {})).toEqual({
      status: 403,
      body: { error: { type: 'authorization', message: 'User is not allowed to perform the action' } },
    });
  });

  it('has both unless told', () => {
    expect(liveChatOver({}).post(LIST, {}).status).toBe(200);
    expect(liveChatOver({}).post('reports/chats/total_chats', {}).status).toBe(200);
  });

  it.each([
    { with: 'a token that is none', call: { authorization: 'Bearer other' }, body: {}, status: 401 },
    { with: 'a version that is none', call: { version: 'v2.9' }, body: {}, status: 400 },
    { with: 'a version without the report', call: { version: 'v3.4' }, body: {}, status: 404 },
    { with: 'faulty parameters', call: {}, body: { interval: 'day' }, status: 403 },
  ])('that do not suffice, called with $with, is answered $status', ({ call, body, status }) => {
    const { post } = liveChatOver({}, { liveChatScopes: [] });
    expect(post('reports/chats/groups', body, call).status).toBe(status);
  });
});
