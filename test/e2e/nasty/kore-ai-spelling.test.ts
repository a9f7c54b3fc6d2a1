import { describe, expect, it } from 'vitest';
import { type Case, playKoreAi } from './kore-ai.ts';
import { type Agent, ANA, BEN, CLEO, SMALL } from './kore-ai-centre.ts';
import { honest, rows, when } from './kore-ai-vendor.ts';

const upper = (address: string) => address.toUpperCase();
const lower = (address: string) => address.toLowerCase();
const MIXED: readonly Agent[] = SMALL.map((agent) => ({ ...agent, email: `${agent.firstName}@Kore.Test` }));
const filtered = when.bind(null, (at) => at.agents !== undefined);
const named = (firstName: string, lastName: string): Agent => ({ ...BEN, firstName, lastName });
const worded = (primary: string, secondary = 'AVAILABLE'): readonly Agent[] => [
  { ...BEN, segments: [{ primary, secondary, from: '2026-03-18T07:00:00Z', to: null }] },
];

const WHOLE: readonly Case[] = [
  {
    says: 'spells addresses in capitals and is asked in small letters',
    staff: MIXED,
    spelling: lower,
    vendor: honest,
  },
  { says: 'spells addresses in small letters and is asked in capitals', spelling: upper, vendor: honest },
  { says: 'compares addresses case aside', staff: MIXED, spelling: upper, caseAside: true, vendor: honest },
  {
    says: 'spells addresses in its filtered answer otherwise',
    caseAside: true,
    vendor: filtered(rows((row) => ({ ...row, email: upper(String(row.email)) }))),
  },
  { says: 'has an agent without an address', staff: [ANA, { ...BEN, email: undefined }], vendor: honest },
  {
    says: 'has an agent whose address is ""',
    staff: [ANA, { ...BEN, email: undefined }],
    vendor: rows((row) => ({ email: '', ...row })),
  },
  {
    says: 'has an agent whose address is null',
    staff: [ANA, { ...BEN, email: undefined }],
    vendor: rows((row) => ({ ...row, email: row.email ?? null })),
  },
  {
    says: 'has an agent whose address is blank',
    staff: [ANA, { ...BEN, email: undefined }],
    vendor: rows((row) => ({ ...row, email: row.email ?? '  ' })),
  },
  {
    says: 'has two agents with one address',
    staff: [
      { ...CLEO, userId: 'u-1', email: 'desk@kore.test' },
      { ...CLEO, userId: 'u-2', email: 'desk@kore.test' },
    ],
    vendor: honest,
  },
  {
    says: 'knows a colleague by an address in capitals',
    staff: [{ ...ANA, email: 'ESKIL.OLSEN@EXAMPLE.ORG' }, BEN],
    spelling: lower,
    vendor: honest,
  },
  { says: 'has a comma in an address', staff: [{ ...BEN, email: '"a,b"@kore.test' }, ANA], vendor: honest },
  {
    says: 'has a plus and a percent sign in an address',
    staff: [{ ...BEN, email: 'ben+50%25&a=b@kore.test' }],
    vendor: honest,
  },
  { says: 'has an address beyond ASCII', staff: [{ ...BEN, email: 'bén.日本@kore.test' }], vendor: honest },
  {
    says: 'has a user id that every object has',
    staff: ['__proto__', 'constructor', 'toString'].map((userId, index) => ({
      ...BEN,
      userId,
      email: `${index}@kore.test`,
    })),
    vendor: honest,
  },
  {
    says: 'has addresses that every object has as keys',
    staff: ['__proto__', 'constructor', 'hasOwnProperty'].map((word, index) => ({
      ...BEN,
      userId: `u-${index}`,
      email: `${word}@kore.test`,
    })),
    vendor: honest,
  },
  { says: 'has emoji in names', staff: [named('👩‍💻', 'Flag 🏳️‍🌈')], vendor: honest },
  { says: 'has names from right to left', staff: [named('\u202Eעברית', 'العربية')], vendor: honest },
  { says: 'has a name with a zero byte', staff: [named('A\u0000', 'B')], vendor: honest },
  { says: 'has a name of 100,000 letters', staff: [named('x'.repeat(100_000), 'B')], vendor: honest },
  {
    says: 'has markup in names',
    staff: [named('<script>alert(1)</script>', '{{7*7}} %s')],
    vendor: honest,
  },
  { says: 'has empty names', staff: [named('', '')], vendor: honest },
  { says: 'has no names', staff: [{ ...BEN, firstName: undefined, lastName: undefined }], vendor: honest },
  {
    says: 'has null for names',
    staff: [named('', '')],
    vendor: rows((row) => ({ ...row, firstName: null, lastName: null, customId: null })),
  },
  { says: 'has an empty custom id', staff: [BEN], vendor: rows((row) => ({ ...row, customId: '' })) },
  { says: 'says a status that nobody knows', staff: worded('LOGIN_PREP'), vendor: honest },
  { says: 'says a status that every object has as a key', staff: worded('__proto__'), vendor: honest },
  { says: 'says the status constructor', staff: worded('constructor'), vendor: honest },
  { says: 'says the status toString', staff: worded('toString'), vendor: honest },
  { says: 'says a status of 10,000 letters', staff: worded('S'.repeat(10_000)), vendor: honest },
  { says: 'gives an emoji as the reason', staff: worded('AWAY', '☕️ Kaffee'), vendor: honest },
  {
    says: 'gives a reason that every object has as a key',
    staff: worded('AWAY', '__proto__'),
    vendor: honest,
  },
  {
    says: 'gives no reason',
    staff: [{ ...BEN, segments: [{ primary: 'AWAY', from: '2026-03-18T07:00:00Z', to: null }] }],
    vendor: honest,
  },
  {
    says: 'gives "" as the reason',
    staff: [{ ...BEN, segments: [{ primary: 'AWAY', from: '2026-03-18T07:00:00Z', to: null }] }],
    vendor: rows((row) => ({
      ...row,
      ...(row.status
        ? { status: (row.status as object[]).map((one) => ({ ...one, secondaryStatus: '' })) }
        : {}),
    })),
  },
];

const EITHER: readonly Case[] = [
  {
    says: 'spells an address in two ways in two lists and compares exactly',
    staff: MIXED,
    vendor: filtered(rows((row) => ({ ...row, email: lower(String(row.email)) }))),
  },
  { says: 'has an agent without a user id', staff: [ANA, { ...BEN, userId: '' }], vendor: honest },
  {
    says: 'writes user ids as numbers',
    staff: [{ ...BEN, userId: '7' }],
    vendor: rows((row) => ({ ...row, userId: 7 })),
  },
  {
    says: 'writes custom ids as numbers',
    staff: [{ ...ANA, customId: '123456' }],
    vendor: rows((row) => ({ ...row, customId: 123456 })),
  },
  {
    says: 'has blanks around addresses',
    vendor: rows((row) => ({ ...row, email: ` ${row.email} ` })),
    caseAside: true,
  },
  { says: 'has an address that is no address', staff: [{ ...BEN, email: 'ben' }], vendor: honest },
  {
    says: 'has a user id with a slash and a question mark',
    staff: [{ ...BEN, userId: 'u-../../?x=#1' }],
    vendor: honest,
  },
  {
    says: 'spells one user id in two cases in two rows',
    staff: [BEN, { ...CLEO, userId: 'U-BEN' }],
    vendor: honest,
  },
];

describe('Kore.ai, which spells as it likes', () => {
  it.concurrent.each(WHOLE)('is read whole when it $says', async (one) => {
    expect(await playKoreAi({ ...one, expectation: 'whole' })).toEqual([]);
  });
  it.concurrent.each(EITHER)('is whole or an error when it $says', async (one) => {
    expect(await playKoreAi(one)).toEqual([]);
  });
});
