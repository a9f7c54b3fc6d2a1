import { DEPARTMENTS, GROUPS } from './catalogue.ts';
import type { KoreAiUser, LiveChatUser, Member, RocketChatUser } from './model.ts';
import { FIRST_NAMES, LAST_NAMES, plainLetters } from './names.ts';
import { documentId, type Random, randomFor, shuffled, uuid } from './random.ts';

/** Shares are kept exact in every block of so many members, so that a small centre has every oddity too. */
const BLOCK = 60;

/** Who has an account where, of sixty: 54 with Rocket.Chat, 42 with Kore.ai, 48 with LiveChat. */
const ACCOUNTS: readonly (readonly [vendors: string, members: number])[] = [
  ['rocket-chat kore-ai livechat', 31],
  ['rocket-chat kore-ai', 7],
  ['rocket-chat livechat', 13],
  ['rocket-chat', 3],
  ['kore-ai livechat', 2],
  ['kore-ai', 2],
  ['livechat', 2],
];
const ACCOUNTS_OF_BLOCK = ACCOUNTS.flatMap(([vendors, members]) => Array<string>(members).fill(vendors));

/** Oddities that real directories have, and how many of sixty members have them. */
const ODDITIES = {
  noAddress: 5,
  secondAddressUnverified: 2,
  knownBySecondAddress: 2,
  otherLetterCase: 8,
  noChatLimit: 6,
  extension: 4,
  unnamed: 3,
  customId: 4,
  dottedUsername: 40,
} as const;
type Oddity = keyof typeof ODDITIES;

/** These share one shuffle, so that nobody has two of them. */
const ABOUT_ADDRESSES: readonly Oddity[] = ['noAddress', 'secondAddressUnverified', 'knownBySecondAddress'];

/** The staff of a made-up centre: a pure function of the seed, in which a larger staff begins with the smaller one. */
export function createMembers(size: number, seed: number): Member[] {
  const namesakes = new Map<string, number>();
  const blocks = Array.from({ length: Math.ceil(size / BLOCK) }, (_, block) => blockOf(seed, block));
  return Array.from({ length: size }, (_, index) => {
    const block = blocks[Math.floor(index / BLOCK)] as Block;
    const [firstName, lastName] = nameOf(index, seed);
    const plain = `${plainLetters(firstName)}.${plainLetters(lastName)}`;
    const earlier = namesakes.get(plain) ?? 0;
    namesakes.set(plain, earlier + 1);
    const person = {
      index,
      firstName,
      lastName,
      local: earlier === 0 ? plain : `${plain}${earlier + 1}`,
      random: randomFor(seed, 'member', index),
      has: (oddity: Oddity) => block.oddities[oddity].has(index % BLOCK),
    };
    return memberOf(person, block.accounts[index % BLOCK] as string);
  });
}

interface Person {
  readonly index: number;
  readonly firstName: string;
  readonly lastName: string;
  /** The part before the @, unique in the centre. */
  readonly local: string;
  readonly random: Random;
  has(oddity: Oddity): boolean;
}

function memberOf(person: Person, vendors: string): Member {
  const { index, firstName, lastName } = person;
  const address = `${person.local}@${index % 3 === 0 ? 'example.org' : 'example.com'}`;
  return {
    index,
    firstName,
    lastName,
    rocketChat: vendors.includes('rocket-chat') ? rocketChatUser(person, address) : null,
    koreAi: vendors.includes('kore-ai') ? koreAiUser(person, address) : null,
    liveChat: vendors.includes('livechat') ? liveChatUser(person, address) : null,
  };
}

function rocketChatUser(person: Person, address: string): RocketChatUser {
  const { random } = person;
  return {
    userId: documentId(random),
    username: person.has('dottedUsername') ? person.local : person.local.replace('.', '_'),
    emails: rocketChatEmails(person, address),
    maxSimultaneousChats: person.has('noChatLimit') ? null : random.whole(2, 6),
    departmentIds: someOf(random, DEPARTMENTS).map((department) => department.id),
    extension: person.has('extension') ? String(2000 + person.index) : null,
  };
}

function rocketChatEmails(person: Person, address: string): RocketChatUser['emails'] {
  const other = `${person.local}@support.example.org`;
  if (person.has('noAddress')) return [];
  if (person.has('secondAddressUnverified')) return [verified(address), { address: other, verified: false }];
  if (person.has('knownBySecondAddress')) return [verified(other), verified(address)];
  return [verified(address)];
}

const verified = (address: string) => ({ address, verified: true });

function koreAiUser(person: Person, address: string): KoreAiUser {
  const { random } = person;
  return {
    userId: `u-${uuid(random)}`,
    agentId: `a-${uuid(random)}`,
    email: person.has('otherLetterCase') && person.index % 2 === 0 ? capitalised(address) : address,
    customId: person.has('customId') ? String(100_000 + person.index) : null,
    named: !person.has('unnamed'),
  };
}

function liveChatUser(person: Person, address: string): LiveChatUser {
  const { random } = person;
  return {
    email: person.has('otherLetterCase') && person.index % 2 === 1 ? capitalised(address) : address,
    accountId: uuid(random),
    groupIds: someOf(random, GROUPS).map((group) => group.id),
    maxChats: random.whole(2, 6),
  };
}

function capitalised(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  return `${local.replace(/(^|\.)[a-z]/g, (start) => start.toUpperCase())}@${domain}`;
}

/** One or two of a list, in the list's order. */
function someOf<Item>(random: Random, items: readonly Item[]): Item[] {
  const chosen = new Set([random.pick(items), random.pick(items)]);
  return items.filter((item) => chosen.has(item));
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

interface Block {
  readonly accounts: readonly string[];
  readonly oddities: Readonly<Record<Oddity, ReadonlySet<number>>>;
}

function blockOf(seed: number, block: number): Block {
  const placesFor = (purpose: string) => shuffled(randomFor(seed, 'block', block, purpose), BLOCK);
  const aboutAddresses = placesFor('addresses');
  const placesOf = (oddity: Oddity) =>
    ABOUT_ADDRESSES.includes(oddity)
      ? aboutAddresses.splice(0, ODDITIES[oddity])
      : placesFor(oddity).slice(0, ODDITIES[oddity]);
  const places = (Object.keys(ODDITIES) as Oddity[]).map((oddity) => [oddity, new Set(placesOf(oddity))]);
  return {
    accounts: placesFor('accounts').map((place) => ACCOUNTS_OF_BLOCK[place] as string),
    oddities: Object.fromEntries(places) as Block['oddities'],
  };
}
