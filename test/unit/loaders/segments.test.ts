import { expect, test } from 'vitest';
import type { Account } from '../../../src/domain/account.ts';
import { UpstreamError } from '../../../src/domain/errors.ts';
import { NO_IDENTITIES } from '../../../src/domain/identity.ts';
import { type AccountSegments, openVendors } from '../../../src/domain/ports.ts';
import type { StatusSegment } from '../../../src/domain/segment.ts';
import { createLoaders } from '../../../src/loaders/loaders.ts';
import { PeopleCache } from '../../../src/people/index.ts';
import { FakeClock } from '../upstream/fake-clock.ts';
import { failureOf, operation, rangeOf } from '../vendors/asking.ts';
import { account, extended, vendorWith } from './directories.ts';

const RANGE = rangeOf('2026-03-02T00:00Z', '2026-03-03T00:00Z');

test('an error in place of one account’s segments costs no other account of the batch', async () => {
  const [ana, ben, gone] = ['ana', 'ben', 'gone'].map((key) =>
    account('KORE_AI', key, [`${key}@example.com`]),
  );
  if (ana === undefined || ben === undefined || gone === undefined) return expect.fail();
  const fault = new UpstreamError('KORE_AI', 'UPSTREAM_INVALID_RESPONSE', 'an agent is missing.');
  const segment: StatusSegment = {
    ...{ vendor: 'KORE_AI', status: 'BUSY', reportedStatus: 'BUSY', reportedReason: null },
    ...{ startedAt: RANGE.from, endedAt: RANGE.to },
  };
  const asked: string[][] = [];
  const { port } = vendorWith('KORE_AI', [], {
    pageSize: 50,
    lookupSize: 50,
    tellsTotal: false,
    ordered: false,
  });
  const koreAi = extended(port, () => ({
    segments: {
      async of(accounts: readonly Account[]) {
        asked.push(accounts.map(({ key }) => key));
        return new Map<string, AccountSegments>([
          ['ana', [segment]],
          ['gone', fault],
        ]);
      },
    },
  }));
  const one = operation();
  const open = openVendors([koreAi], one);
  const loaders = createLoaders(open, NO_IDENTITIES, new PeopleCache(new FakeClock()), one);
  const [ofAna, ofBen, ofGone] = await Promise.all([
    loaders.segments(ana, RANGE),
    loaders.segments(ben, RANGE),
    failureOf(loaders.segments(gone, RANGE)),
  ]);
  expect(ofAna).toEqual([segment]);
  expect(ofBen).toEqual([]);
  expect(ofGone).toBe(fault);
  expect(asked).toEqual([['ana', 'ben', 'gone']]);
});
