import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import type { StatusSegment } from '../../src/domain/segment.ts';
import { VENDORS } from '../../src/domain/vendor.ts';
import { anyCentre, type Person } from './agents.ts';
import { graphOver, NOW } from './graph.ts';
import { vendorsOf } from './vendors.ts';

const SINCE = NOW.subtract({ hours: 1 });

/** What the vendors can say of somebody's present, and what is to be made of it. */
const SAYINGS = {
  ROCKET_CHAT: [
    [{ status: 'online', statusLivechat: 'available' }, 'AVAILABLE', 'online'],
    [{ status: 'away', statusLivechat: 'not-available' }, 'AWAY', 'away'],
    [{ status: 'offline', statusLivechat: 'available' }, 'OFFLINE', 'offline'],
    [{ status: null, statusLivechat: 'available' }, null, null],
  ],
  KORE_AI: [
    [{ openSegment: open('BUSY', 'BUSY') }, 'BUSY', 'BUSY'],
    [{ openSegment: open('OTHER', 'Login Prep') }, 'OTHER', 'Login Prep'],
    [{ openSegment: null }, null, null],
  ],
  LIVECHAT: [
    [{ loginStatus: 'accepting chats' }, 'AVAILABLE', 'accepting chats'],
    [{ loginStatus: 'not accepting chats' }, 'AWAY', 'not accepting chats'],
    [{ loginStatus: null }, null, null],
  ],
} as const;

function open(status: StatusSegment['status'], reportedStatus: string): StatusSegment {
  return { vendor: 'KORE_AI', status, reportedStatus, reportedReason: null, startedAt: SINCE, endedAt: null };
}

const PRESENCE = `{ agents(first: 200) { nodes {
  id accounts { vendor key } presence { vendor status reportedStatus since } } } }`;

test('everybody’s presence is what the vendors say of each account, and costs no call beyond those that found them', async () => {
  await fc.assert(
    fc.asyncProperty(anyCentre, fc.array(fc.nat()), async ({ staff, pageSizes }, chosen) => {
      const sayings = new Map(
        staff.listed.map(({ vendor, key }, index) => {
          const choice = chosen[index % Math.max(1, chosen.length)] ?? index;
          return [`${vendor} ${key}`, SAYINGS[vendor][choice % SAYINGS[vendor].length]] as const;
        }),
      );
      const listed = staff.listed.map(
        (account) => ({ ...account, ...sayings.get(`${account.vendor} ${account.key}`)?.[0] }) as Account,
      );
      const { vendors, states } = vendorsOf({ listed }, pageSizes);
      const calls = () => VENDORS.map((vendor) => states[vendor].calls);
      await graphOver(vendors, staff.identities).ask(
        '{ agents(first: 200) { nodes { id accounts { vendor key } } } }',
      );
      const withoutPresence = calls();
      const { data } = await graphOver(vendors, staff.identities).ask(PRESENCE);
      expect(calls()).toEqual(withoutPresence.map((count) => 2 * count));
      const people: (Person & { readonly presence: object[] })[] = data.agents.nodes;
      for (const { accounts, presence } of people) {
        const expected = accounts.flatMap(({ vendor, key }) => {
          const [, status, reportedStatus] = sayings.get(`${vendor} ${key}`) ?? [];
          const since = vendor === 'KORE_AI' ? String(SINCE) : null;
          return status == null ? [] : { vendor, status, reportedStatus, since };
        });
        expect(presence).toEqual(expected);
      }
    }),
    { numRuns: 60 },
  );
});
