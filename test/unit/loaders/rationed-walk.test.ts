import { expect, it } from 'vitest';
import { overlappingStaff, patientWalker } from './rationed.ts';

/** Thirty pages of Rocket.Chat's list and sixty of Kore.ai's, in most of which nobody stands who is not at Rocket.Chat. */
const STAFF = overlappingStaff(300, 50);
const PAGE_SIZES = [10, 5] as const;
const LIMITS = { rocketChat: 3, koreAi: 6, operation: 10 };

it.each(['forwards', 'backwards'] as const)(
  'a walk %s has each person once, though a page passes more rows than one operation or minute can read',
  async (direction) => {
    const { addresses } = await patientWalker(STAFF, PAGE_SIZES, LIMITS).walk(direction, 20);
    expect(addresses.toSorted()).toEqual(STAFF.people);
  },
);

it.each(['forwards', 'backwards'] as const)(
  'a walk %s over the few people of one vendor ends, though they stand far apart in the lists',
  async (direction) => {
    const few = { ...STAFF, liveChat: STAFF.liveChat.filter((_, index) => index % 40 === 39) };
    const filter = { vendors: ['LIVECHAT' as const], text: null };
    const { addresses } = await patientWalker(few, PAGE_SIZES, LIMITS).walk(direction, 4, filter);
    expect(addresses.toSorted()).toEqual(few.liveChat.map(({ key }) => key));
  },
);

it('a walk ends also while Rocket.Chat’s list grows and shrinks after every page', async () => {
  const walker = patientWalker(STAFF, PAGE_SIZES, LIMITS);
  const [first, ...rest] = STAFF.rocketChat;
  let pages = 0;
  const { addresses } = await walker.walk('forwards', 20, undefined, () => {
    pages += 1;
    walker.state.rocketChat = pages % 2 === 1 || first === undefined ? rest : STAFF.rocketChat;
  });
  expect(new Set(addresses)).toEqual(new Set(STAFF.people));
});
