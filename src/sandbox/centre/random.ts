/**
 * Random numbers that are a pure function of a key. Every (seed, purpose, member, day) has its own stream, so that
 * any day of any member can be worked out alone, in any order, and always comes out the same.
 */

/** A stream of reproducible random choices. */
export interface Random {
  /** A fraction: `0 <= x < 1`. */
  fraction(): number;
  /** A whole number: `from <= x <= to`. */
  whole(from: number, to: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One item of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item;
}

/** The streams of one owner, by the rest of their keys. */
export type Streams = (...key: readonly (string | number)[]) => Random;

/** The stream that belongs to this key. */
export function randomFor(...key: readonly (string | number)[]): Random {
  const fraction = mulberry32(hashOf(...key));
  const whole = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1));
  return {
    fraction,
    whole,
    chance: (probability) => fraction() < probability,
    pick: <Item>(items: readonly Item[]) => items[whole(0, items.length - 1)] as Item,
  };
}

/** A 32-bit number that depends on every character of the key (FNV-1a). */
export function hashOf(...key: readonly (string | number)[]): number {
  const text = key.join('/');
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return scattered(hash);
}

/** The numbers from 0 to size - 1 in an order that the stream decides. */
export function shuffled(random: Random, size: number): number[] {
  const order = Array.from({ length: size }, (_, at) => at);
  for (let at = size - 1; at > 0; at--) {
    const other = random.whole(0, at);
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}

/** One or two items of a list, in the list's order. */
export function oneOrTwoOf<Item>(random: Random, items: readonly Item[]): Item[] {
  const chosen = new Set([random.pick(items), random.pick(items)]);
  return items.filter((item) => chosen.has(item));
}

/** A UUID's five groups. */
export function uuid(random: Random): string {
  const word = () => random.whole(0, 0xffffffff).toString(16).padStart(8, '0');
  const [second, third] = [word(), word()];
  return `${word()}-${second.slice(4)}-${second.slice(0, 4)}-${third.slice(4)}-${third.slice(0, 4)}${word()}`;
}

/** An identifier of so many characters. */
export function identifier(random: Random, alphabet: string, length: number): string {
  let text = '';
  for (let at = 0; at < length; at++) text += alphabet[random.whole(0, alphabet.length - 1)];
  return text;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV alone leaves keys that differ in their last digit alike; murmur3's last step tells them apart. */
function scattered(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
