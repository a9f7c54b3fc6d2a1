import { expect, test } from 'vitest';
import { Spellings } from '../../../src/vendors/kore-ai/spellings.ts';

const row = (email: string | null) => ({
  ...{ userId: 'u-1', firstName: null, lastName: null, customId: null },
  ...{ email, status: [] },
});

test('the spelling that Kore.ai has shown last is its own', () => {
  const spellings = new Spellings();
  spellings.learn([row('ANA@deskgraph.test'), row(null), row('Ana@deskgraph.test')]);
  expect(spellings.of('ana@DESKGRAPH.test')).toBe('Ana@deskgraph.test');
  expect(spellings.of('Ben@deskgraph.test')).toBe('Ben@deskgraph.test');
});

test('of more than 20,000 addresses those that were shown longest ago are forgotten', () => {
  const spellings = new Spellings();
  const emails = Array.from({ length: 20_001 }, (_, index) => `Agent-${index}@deskgraph.test`);
  spellings.learn(emails.slice(0, 20_000).map(row));
  spellings.learn([emails[0], emails[20_000]].map((email) => row(email ?? null)));
  const own = (index: number) => spellings.of(`agent-${index}@deskgraph.test`);
  expect([own(0), own(1), own(2), own(20_000)]).toEqual([
    emails[0],
    'agent-1@deskgraph.test',
    emails[2],
    emails[20_000],
  ]);
});

test('what is too long for an address is not remembered', () => {
  const spellings = new Spellings();
  const email = `${'A'.repeat(260)}@deskgraph.test`;
  spellings.learn([row(email)]);
  expect(spellings.of(email.toLowerCase())).toBe(email.toLowerCase());
});
