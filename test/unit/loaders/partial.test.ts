import { expect, it } from 'vitest';
import { BadUserInputError, UpstreamError } from '../../../src/domain/errors.ts';
import { NO_IDENTITIES } from '../../../src/domain/identity.ts';
import type { Position } from '../../../src/people/index.ts';
import { PeopleCache } from '../../../src/people/index.ts';
import { FakeClock } from '../upstream/fake-clock.ts';
import { operation } from '../vendors/asking.ts';
import { account, extended, peopleOf, vendorWith } from './directories.ts';

const ROWS = ['ana', 'ben', 'eva', 'ida'].map((key) => account('ROCKET_CHAT', key, []));
const REFUSED = new UpstreamError('ROCKET_CHAT', 'UPSTREAM_FORBIDDEN', 'usernames only.');

/** Two people after the cursor, of a list that is told in part or wholly. */
function page(isPartial: boolean, after: Position | null) {
  const shape = { pageSize: 2, lookupSize: 1, tellsTotal: true, ordered: true };
  const { port } = vendorWith('ROCKET_CHAT', ROWS, shape);
  const shortcoming = () => (isPartial ? REFUSED : null);
  const partial = extended(port, ({ directory }) => ({ directory: { ...directory, shortcoming } }));
  const cache = new PeopleCache(new FakeClock());
  const people = peopleOf([partial], NO_IDENTITIES, cache, operation());
  const filter = { vendors: null, text: null };
  return people.page(filter, { direction: 'forwards', count: 2, after, before: null });
}

it.each([true, false])(
  'a walk over a list that is told in part (%s) throughout goes on',
  async (isPartial) => {
    const { people } = await page(isPartial, null);
    const next = await page(isPartial, people.at(-1)?.position ?? expect.fail());
    expect(next.people.map(({ position }) => position.key)).toEqual(['eva', 'ida']);
  },
);

it('a walk does not go on in the part of a list that is left when a permission is lost', async () => {
  const { people } = await page(false, null);
  await expect(page(true, people.at(-1)?.position ?? expect.fail())).rejects.toBe(REFUSED);
});

it('a walk over a part of a list does not go on in the whole list', async () => {
  const { people } = await page(true, null);
  const next = page(false, people.at(-1)?.position ?? expect.fail());
  await expect(next).rejects.toBeInstanceOf(BadUserInputError);
});
