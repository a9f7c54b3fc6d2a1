import { expect, test } from 'vitest';
import { Spellings } from '../../../../src/vendors/kore-ai/spellings.ts';

const row = (email: string | null) => ({
  ...{ userId: 'u-1', firstName: null, lastName: null, customId: null },
  ...{ email, status: [] },
});

test('the spelling that Kore.ai has shown last is its own', () => {
  const spellings = new Spellings();
  spellings.learn([row('ANA@deskgraph.test'), row(null), row('Ana@deskgraph.test')]);
  expect(spellings.of('ana@deskgraph.test')).toEqual(['Ana@deskgraph.test']);
  expect(spellings.of('ben@deskgraph.test')).toBeNull();
});

test('of more than 20,000 addresses those that were shown longest ago are forgotten', () => {
  const spellings = new Spellings();
  const emails = Array.from({ length: 20_001 }, (_, index) => `Agent-${index}@deskgraph.test`);
  spellings.learn(emails.slice(0, 20_000).map(row));
  spellings.learn([emails[0], emails[20_000]].map((email) => row(email ?? null)));
  const own = (index: number) => spellings.of(`agent-${index}@deskgraph.test`);
  expect([own(0), own(1), own(2), own(20_000)]).toEqual([[emails[0]], null, [emails[2]], [emails[20_000]]]);
});

test('what is too long for an address is not remembered', () => {
  const spellings = new Spellings();
  const email = `${'A'.repeat(260)}@deskgraph.test`;
  spellings.learn([row(email)]);
  expect(spellings.of(email.toLowerCase())).toBeNull();
});

test('what found an address is kept until the address is missed, or spelled differently by Kore.ai', () => {
  const spellings = new Spellings();
  const LOWER = 'ana@deskgraph.test';
  spellings.learn([row('Ana@deskgraph.test')]);
  spellings.found(LOWER, [LOWER]);
  spellings.learn([row('Ana@deskgraph.test')]);
  expect(spellings.of(LOWER)).toEqual([LOWER]);
  spellings.learn([row('ANA@deskgraph.test')]);
  expect(spellings.of(LOWER)).toEqual(['ANA@deskgraph.test']);
  spellings.missed(LOWER);
  expect(spellings.of(LOWER)).toBeNull();
});
