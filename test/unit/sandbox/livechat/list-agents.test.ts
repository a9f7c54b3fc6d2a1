import { describe, expect, it } from 'vitest';
import type { StatusSpan } from '../../../../src/sandbox/centre/model.ts';
import { ADA, BO, liveChatOver, span } from './hand-made.ts';

const LIST = 'configuration/action/list_agents';

function list(body: unknown = undefined, spans: readonly StatusSpan[] = []) {
  return liveChatOver({ spans }).post(LIST, body).body as readonly Record<string, unknown>[];
}

describe('the list of agents', () => {
  it('is a plain array of the members who have an account', () => {
    expect(list()).toEqual([
      {
        id: ADA,
        account_id: 'acc-0',
        name: 'Ada North',
        role: 'owner',
        avatar_path: 'avatars.sandbox.example/0.png',
        login_status: 'accepting chats',
      },
      {
        id: BO,
        account_id: 'acc-1',
        name: 'Bo South',
        role: 'normal',
        avatar_path: 'avatars.sandbox.example/1.png',
        login_status: 'not accepting chats',
      },
    ]);
  });

  it('has more fields for those who ask', () => {
    const fields = ['groups', 'suspended', 'job_title', 'max_chats_count', 'last_logout'];
    expect(list({ fields })[1]).toMatchObject({
      groups: [{ id: 2, priority: 'normal' }],
      suspended: false,
      job_title: 'Support agent',
      max_chats_count: 6,
    });
    expect(list({ fields })[1]).not.toHaveProperty('last_logout');
  });

  it('gives the default of the next login, whatever the agent does now', () => {
    for (const status of ['AVAILABLE', 'BUSY', 'AWAY'] as const) {
      const listed = list({}, [span(1, status, '2024-03-08T11:00:00Z', null)]);
      expect(listed.map(({ login_status }) => login_status)).toEqual([
        'accepting chats',
        'not accepting chats',
      ]);
    }
  });

  const yesterday = [
    span(1, 'AVAILABLE', '2024-03-07T08:00:00Z', '2024-03-07T12:00:00Z'),
    span(1, 'AWAY', '2024-03-07T12:00:00Z', '2024-03-07T16:00:00Z'),
  ];
  it.each([
    ['of the last shift for who is offline', yesterday],
    ['of the shift before for who is there', [...yesterday, span(1, 'BUSY', '2024-03-08T08:00:00Z', null)]],
  ])('gives the end %s as the last logout', (_, spans) => {
    expect(list({ fields: ['last_logout'] }, spans)[1]?.last_logout).toBe('2024-03-07T16:00:00.000000Z');
  });

  it.each([
    ['a group', { group_ids: [1] }, [ADA]],
    ['several groups', { group_ids: [1, 2] }, [ADA, BO]],
    ['who is suspended: nobody', { suspended: true }, []],
    ['who is not', { suspended: false }, [ADA, BO]],
  ])('can be cut down to %s', (_, filters, ids) => {
    expect(list({ filters }).map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    ['an unknown field', { fields: ['salary'] }],
    ['an unknown filter', { filters: { name: 'Ada' } }],
    ['an unknown parameter', { page: 2 }],
    ['groups that are no integers', { filters: { group_ids: ['1'] } }],
  ])('refuses %s', (_, body) => {
    expect(liveChatOver({}).post(LIST, body)).toMatchObject({
      status: 400,
      body: { error: { type: 'validation' } },
    });
  });

  it('needs a token and a POST', () => {
    expect(liveChatOver({}).post(LIST, {}, { authorization: undefined }).status).toBe(401);
    expect(liveChatOver({}).get(LIST).status).toBe(404);
  });
});
