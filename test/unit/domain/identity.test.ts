import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/domain/account.ts';
import { claimText, createIdentities, NO_IDENTITIES } from '../../../src/domain/identity.ts';
import { liveChatAccountByKey } from '../../../src/vendors/livechat/account.ts';
import { rocketChatAccountByKey } from '../../../src/vendors/rocket-chat/account.ts';
import { claimOf } from '../../support/claims.ts';

function koreAi(key: string, ...emails: string[]): Account {
  const unknown = { name: null, firstName: null, lastName: null, customId: null, openSegment: null };
  return { vendor: 'KORE_AI', key, emails, ...unknown };
}

const ANA = {
  key: 'ana-weber',
  name: 'Ana Weber',
  claims: [
    claimOf('ROCKET_CHAT', 'ana.weber'),
    claimOf('ROCKET_CHAT', 'ana@chat'),
    claimOf('KORE_AI', 'Ana@Example.com'),
    claimOf('LIVECHAT', 'ana.W@example.com'),
  ],
};
const BEN = {
  key: 'ben',
  name: null,
  claims: [claimOf('KORE_AI', 'u-1'), claimOf('LIVECHAT', '5c9871d5372C824cbf22d860a707a578')],
};
const identities = createIdentities([ANA, BEN]);

describe('whom an account belongs to by the operator’s word', () => {
  it.each<[string, Account, typeof ANA | typeof BEN | null]>([
    ['a Rocket.Chat username', rocketChatAccountByKey('ana.weber'), ANA],
    ['a second account of one vendor', rocketChatAccountByKey('ana@chat'), ANA],
    ['a username in another case', rocketChatAccountByKey('Ana.weber'), null],
    ['a username that looks like an address, in another case', rocketChatAccountByKey('ana@CHAT'), null],
    ['a username that only another vendor’s account has', rocketChatAccountByKey('u-1'), null],
    ['a Kore.ai address, case aside', koreAi('u-7', 'ANA@example.COM'), ANA],
    ['any of a Kore.ai account’s addresses', koreAi('u-7', 'a@example.org', 'ana@example.com'), ANA],
    ['a Kore.ai user id', koreAi('u-1'), BEN],
    ['a Kore.ai user id in another case', koreAi('U-1'), null],
    ['a Kore.ai user id before its address', koreAi('u-1', 'ana@example.com'), BEN],
    ['a Kore.ai account that nobody claims', koreAi('u-2', 'ben@example.com'), null],
    ['a LiveChat id that is an address, case aside', liveChatAccountByKey('ANA.w@example.com'), ANA],
    ['a LiveChat id that is none', liveChatAccountByKey('5c9871d5372C824cbf22d860a707a578'), BEN],
    ['such an id in another case', liveChatAccountByKey('5c9871d5372c824cbf22d860a707a578'), null],
    ['an address that only Kore.ai’s account has', liveChatAccountByKey('ana@example.com'), null],
  ])('goes by %s', (_, account, person) => {
    expect(identities.of(account)).toBe(person);
  });

  it('finds a person by the exact key, and nobody by another', () => {
    expect(identities.byKey('ben')).toBe(BEN);
    expect(identities.byKey('Ben')).toBeNull();
    expect(identities.byKey('constructor')).toBeNull();
    expect(identities.size).toBe(2);
  });

  it('is unknown of everybody where the operator says nothing', () => {
    expect(NO_IDENTITIES.size).toBe(0);
    expect(NO_IDENTITIES.of(rocketChatAccountByKey('ana.weber'))).toBeNull();
    expect(NO_IDENTITIES.byKey('ana-weber')).toBeNull();
  });
});

describe('a claim', () => {
  it('is of an address at Kore.ai and LiveChat, and there in the form in which addresses are compared', () => {
    expect([
      claimOf('KORE_AI', 'Ana@Example.com'),
      claimOf('KORE_AI', 'u-A'),
      claimOf('LIVECHAT', 'Ana@Example.com'),
      claimOf('ROCKET_CHAT', 'Ana@Example.com'),
    ]).toEqual([
      { vendor: 'KORE_AI', by: 'email', value: 'ana@example.com' },
      { vendor: 'KORE_AI', by: 'key', value: 'u-A' },
      { vendor: 'LIVECHAT', by: 'email', value: 'ana@example.com' },
      { vendor: 'ROCKET_CHAT', by: 'key', value: 'Ana@Example.com' },
    ]);
  });

  it('has a text that no other claim has', () => {
    const claims = [
      claimOf('KORE_AI', 'u-1'),
      { vendor: 'KORE_AI', by: 'email', value: 'u-1' } as const,
      claimOf('ROCKET_CHAT', 'u-1'),
      claimOf('LIVECHAT', 'u-1'),
    ];
    expect(new Set(claims.map(claimText)).size).toBe(claims.length);
  });
});
