import { describe, expect, it } from 'vitest';
import { createCentre } from '../../../src/sandbox/centre/centre.ts';
import type { Centre, StatusSpan } from '../../../src/sandbox/centre/model.ts';
import { DEFAULT_SEED } from '../../../src/sandbox/index.ts';
import { liveChatCentre } from '../../../src/sandbox/livechat/centre.ts';
import { createChats } from '../../../src/sandbox/rocket-chat/rooms.ts';
import { agentsOf } from '../../../src/sandbox/rocket-chat/users.ts';
import { DAY, HOUR, NOW } from './callers.ts';
import { type Employee, staffOf } from './staff.ts';

const centreOf = (members: number, now = NOW): Centre =>
  createCentre({ members, seed: DEFAULT_SEED, now: () => now });
const centre = centreOf(60);
const members = staffOf(centre);
const liveChatOf = (some: Centre) => liveChatCentre(some, some.streams('LIVECHAT'));
const rocketChatOf = (some: Centre) => {
  const random = some.streams('ROCKET_CHAT');
  return createChats(some, random, agentsOf(some, random));
};

const vendorsOf = ({ rocketChat, koreAi, liveChat }: Employee) =>
  [rocketChat && 'R', koreAi && 'K', liveChat && 'L'].filter(Boolean).join('');
const addressesOf = ({ rocketChat, koreAi, liveChat }: Employee) => [
  ...(rocketChat?.emails.map(({ address }) => address) ?? []),
  ...(koreAi === null ? [] : [koreAi.email]),
  ...(liveChat === null ? [] : [liveChat.email]),
];

describe('the staff', () => {
  it('has every combination of the three vendors, Rocket.Chat most often', () => {
    expect(new Set(members.map(vendorsOf))).toEqual(new Set(['RKL', 'RK', 'RL', 'R', 'KL', 'K', 'L']));
    expect(members.filter((member) => member.rocketChat !== null)).toHaveLength(54);
    expect(members.filter((member) => member.koreAi !== null)).toHaveLength(42);
    expect(members.filter((member) => member.liveChat !== null)).toHaveLength(48);
  });

  it('never gives one address to two people, though some share a name', () => {
    const staff = staffOf(centreOf(2000));
    const owners = new Map<string, number>();
    for (const member of staff) {
      for (const address of addressesOf(member)) {
        const key = address.toLowerCase();
        expect(owners.get(key) ?? member.index).toBe(member.index);
        owners.set(key, member.index);
      }
    }
    const names = members.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
    expect(new Set(names).size).toBeLessThan(names.length);
  });

  it('lives under the domains that are kept for examples', () => {
    for (const address of members.flatMap(addressesOf))
      expect(address).toMatch(/@(.+\.)?example\.(com|org)$/);
  });

  it('spells some addresses differently at different vendors', () => {
    const differing = members.filter((member) => {
      const addresses = addressesOf(member);
      return new Set(addresses.map((address) => address.toLowerCase())).size < new Set(addresses).size;
    });
    expect(differing.length).toBeGreaterThan(0);
  });

  it('has the oddities of real directories', () => {
    const users = members.flatMap(({ rocketChat }) => rocketChat ?? []);
    const count = (test: (user: (typeof users)[number]) => boolean) => users.filter(test).length;
    expect(count(({ emails }) => emails.length === 2)).toBeGreaterThan(2);
    expect(count(({ emails }) => emails.length === 0)).toBeGreaterThanOrEqual(
      count(({ emails }) => emails.length === 2),
    );
    expect(count(({ emails }) => emails.some(({ verified }) => !verified))).toBeGreaterThan(0);
    expect(count(({ chatLimit }) => chatLimit === null || chatLimit === '')).toBeGreaterThan(0);
    expect(count(({ extension }) => extension !== null)).toBeGreaterThan(0);
    const koreAi = members.flatMap((member) => member.koreAi ?? []);
    expect(koreAi.some(({ named }) => !named)).toBe(true);
    expect(koreAi.some(({ customId }) => customId !== null)).toBe(true);
  });

  it('keeps the addresses of the first fifty Rocket.Chat users within fifty', () => {
    const users = members.flatMap(({ rocketChat }) => rocketChat ?? []);
    const firstFifty = users.sort((one, other) => (one.username < other.username ? -1 : 1)).slice(0, 50);
    expect(firstFifty.flatMap(({ emails }) => emails).length).toBeLessThanOrEqual(50);
  });

  it('begins with the same people whatever its size', () => {
    expect(staffOf(centreOf(500)).slice(0, 60)).toEqual(members);
  });
});

describe('the statuses', () => {
  const from = NOW - 7 * DAY;
  const spans = centre.statusSpans(from, NOW + DAY);

  it('are the same whenever and in whatever order they are asked for', () => {
    const [member] = members;
    const another = centreOf(60);
    another.statusSpans(NOW - 40 * DAY, NOW);
    expect(another.statusSpans(from, NOW + DAY, [member?.index ?? 0])).toEqual(
      spans.filter((span) => span.member === member?.index),
    );
  });

  it('are oldest first, and none lies in the future', () => {
    expect(spans).toEqual(spans.toSorted((one, other) => one.from - other.from));
    for (const { from: begin, to } of spans) {
      expect(begin).toBeLessThanOrEqual(NOW);
      expect(to ?? NOW).toBeLessThanOrEqual(NOW);
    }
  });

  it('never overlap for one member', () => {
    for (const ofMember of Map.groupBy(spans, ({ member }) => member).values()) {
      ofMember.slice(1).forEach((span, at) => {
        expect(span.from).toBeGreaterThanOrEqual((ofMember[at] as StatusSpan).to ?? Number.POSITIVE_INFINITY);
      });
    }
  });

  it.each(Array.from({ length: 24 }, (_, hour) => hour))(
    'find somebody at work at %i o’clock, also on Sunday',
    (hour) => {
      for (const day of [0, 3, 4]) {
        const instant = Date.parse('2026-03-18T00:00:00Z') - day * DAY + hour * HOUR;
        const present = centreOf(60, instant);
        const open = present.statusSpans(instant, instant + 1).filter(({ to }) => to === null);
        expect(open.length).toBeGreaterThanOrEqual(6);
      }
    },
  );

  it('name a reason of their own only when away or busy', () => {
    const custom = spans.filter(({ status, reason }) => status !== reason);
    expect(new Set(custom.map(({ reason }) => reason))).toContain('Lunch');
    expect(new Set(custom.map(({ status }) => status))).toEqual(new Set(['AWAY', 'BUSY']));
  });

  it('begin when the centre opened', () => {
    const all = centre.statusSpans(0, NOW);
    expect(centre.openedAt).toBe(Date.parse('2026-01-21T00:00:00Z'));
    expect(all[0]?.from).toBeGreaterThanOrEqual(centre.openedAt);
    expect(all[0]?.from).toBeLessThan(centre.openedAt + DAY);
  });

  it('last across midnight, and sometimes longer than a day', () => {
    const all = centre.statusSpans(0, NOW);
    expect(
      all.some(({ from: begin, to }) => to !== null && Math.floor(begin / DAY) < Math.floor(to / DAY)),
    ).toBe(true);
    expect(all.some(({ from: begin, to }) => to !== null && to - begin > DAY)).toBe(true);
  });
});

describe('the chats', () => {
  const week = [NOW - 7 * DAY, NOW + DAY] as const;
  const ofLiveChat = liveChatOf(centre).chats(...week);
  const byVendor = { rocketChat: rocketChatOf(centre).between(...week), liveChat: ofLiveChat };
  const chats = Object.values(byVendor).flat();
  const spans = centre.statusSpans(NOW - 9 * DAY, NOW + DAY);

  it.each(['rocketChat', 'liveChat'] as const)('of %s are taken by its agents at work', (vendor) => {
    for (const { member, assignedAt } of byVendor[vendor]) {
      if (member === null || assignedAt === null) continue;
      expect(members[member]?.[vendor]).toBeTruthy();
      const during = spans.find(
        (span) => span.member === member && span.from <= assignedAt && assignedAt < (span.to ?? NOW + 1),
      );
      expect(during?.status).toMatch(/AVAILABLE|BUSY/);
    }
  });

  it('tell nothing before it happened', () => {
    const instants = chats.flatMap(({ createdAt, assignedAt, closedAt }) => [
      createdAt,
      assignedAt ?? 0,
      closedAt ?? 0,
    ]);
    expect(Math.max(...instants)).toBeLessThanOrEqual(NOW);
    for (const chat of ofLiveChat.filter(({ closedAt }) => closedAt === null)) {
      expect(chat).toMatchObject({ rating: null, survey: [] });
    }
  });

  it('come in every kind', () => {
    expect(chats.some(({ member }) => member === null)).toBe(true);
    expect(chats.some(({ closedAt }) => closedAt === null)).toBe(true);
    expect(chats.some(({ waitingForResponse }) => waitingForResponse)).toBe(true);
    expect(ofLiveChat.some(({ rating }) => rating === 'bad')).toBe(true);
    expect(ofLiveChat.some(({ survey }) => survey.length > 0)).toBe(true);
    expect(ofLiveChat.some(({ tags }) => tags.length === 0)).toBe(true);
    expect(ofLiveChat.some(({ tags }) => tags.length > 1)).toBe(true);
    const share = ofLiveChat.filter(({ rating }) => rating !== null).length / ofLiveChat.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.45);
  });

  it('grow no more once there are three hundred members', () => {
    const perWeek = (size: number) => liveChatOf(centreOf(size)).chats(NOW - 7 * DAY, NOW).length;
    expect(perWeek(300)).toBeGreaterThan(4 * perWeek(60));
    expect(perWeek(3000)).toBeLessThan(1.3 * perWeek(300));
  });

  it('that began with a greeting are the greetings that were accepted', () => {
    const day = [Date.parse('2026-03-17T00:00:00Z'), Date.parse('2026-03-18T00:00:00Z')] as const;
    const { greetings, chats } = liveChatOf(centre);
    const accepted = greetings(...day).filter(({ outcome }) => outcome === 'accepted');
    const begun = chats(...day).flatMap(({ greetingId }) => greetingId ?? []);
    expect(accepted.map(({ greetingId }) => greetingId).sort()).toEqual(begun.sort());
  });
});
