import type { Member } from './model.ts';
import { FIRST_NAMES, LAST_NAMES, plainLetters } from './names.ts';
import { placesFor } from './places.ts';
import { randomFor } from './random.ts';

/** Vendors' shares of the staff are exact in every block of so many members. */
const BLOCK = 60;

/** The staff of a made-up centre: a pure function of the seed, in which a larger staff begins with the smaller one. */
export function createMembers(size: number, seed: number): Member[] {
  const namesakes = new Map<string, number>();
  const placeOf = placesFor((...key) => randomFor(seed, ...key), 'accounts', BLOCK);
  return Array.from({ length: size }, (_, index) => {
    const [firstName, lastName] = nameOf(index, seed);
    const plain = `${plainLetters(firstName)}.${plainLetters(lastName)}`;
    const earlier = namesakes.get(plain) ?? 0;
    namesakes.set(plain, earlier + 1);
    const mailbox = earlier === 0 ? plain : `${plain}${earlier + 1}`;
    const address = `${mailbox}@${index % 3 === 0 ? 'example.org' : 'example.com'}`;
    return { index, place: placeOf(index), firstName, lastName, mailbox, address };
  });
}

/** Every fortieth member bears the name of a colleague. */
function nameOf(index: number, seed: number): readonly [string, string] {
  const bearer = index % 40 === 23 ? index - 11 : index;
  // A stride prime to the number of pairs visits every pair once before any comes again.
  const pair = (bearer * 1789 + seed) % (FIRST_NAMES.length * LAST_NAMES.length);
  return [
    FIRST_NAMES[pair % FIRST_NAMES.length] as string,
    LAST_NAMES[Math.floor(pair / FIRST_NAMES.length)] as string,
  ];
}
