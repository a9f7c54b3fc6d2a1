import { expect, it } from 'vitest';
import { placed, WALK_PLACE, walkWindow } from '../../../src/graphql/walk-cursor.ts';

const PERSON = {
  key: { kind: 'email', email: 'a@b' },
  accounts: [],
  identity: null,
  name: null,
  email: null,
  unavailable: [],
} as const;

it.each([
  [[], []],
  [[{ vendor: 'KORE_AI', code: 'UPSTREAM_TIMEOUT' }], ['ROCKET_CHAT']],
] as const)(
  'a cursor holds the place, the vendors that are left out, %j, and those that tell a part of their people, %j',
  (leftOut, partial) => {
    const position = { vendor: 'ROCKET_CHAT', offset: 7, key: 'ana', leftOut, partial } as const;
    const after = WALK_PLACE.parse(placed({ position, person: PERSON }).position);
    expect(walkWindow({ direction: 'forwards', count: 1, after, before: null }).after).toEqual(position);
  },
);

it.each([
  [['ROCKET_CHAT', 7]],
  [['ROCKET_CHAT', '7', 'ana']],
  [['ROCKET_CHAT', -1, 'ana']],
  [['ROCKET_CHAT', 0.5, 'ana']],
  [['ROCKET_CHAT', 1e308, 'ana']],
  [['ROCKET_CHAT', 1e15, 'ana']],
  [['ROCKET_CHAT', 7, 8]],
  [['ROCKET_CHAT', 7, 'ana', 'KORE_AI']],
  [['ROCKET_CHAT', 7, 'ana', 'KORE_AI BROKEN']],
  [['ROCKET_CHAT', 7, 'ana', 9]],
  [['ROCKET_CHAT', 7, 'ana', 'ROCKET_CHAT UPSTREAM_TIMEOUT']],
  [['ROCKET_CHAT', 7, 'ana', 'KORE_AI UPSTREAM_TIMEOUT', 'KORE_AI PARTIAL']],
  [['ROCKET_CHAT', 7, 'ana', 'KORE_AI UPSTREAM_TIMEOUT', 'KORE_AI UPSTREAM_FORBIDDEN']],
])('%j is no place of a cursor', (parts) => {
  expect(WALK_PLACE.safeParse(parts).success).toBe(false);
});
