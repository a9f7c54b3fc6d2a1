import type { Account } from '../../src/domain/account.ts';
import { UpstreamError } from '../../src/domain/errors.ts';
import type { SegmentSource } from '../../src/domain/ports.ts';
import type { AgentPresence, PresenceSource } from '../../src/domain/presence.ts';
import { readAs } from '../../src/upstream/response/read.ts';
import { liveChatAccountByKey } from '../../src/vendors/livechat/account.ts';
import { reportReader } from '../../src/vendors/livechat/session.ts';
import { rocketChatAccountByKey } from '../../src/vendors/rocket-chat/account.ts';
import type { VendorId as Vendor } from '../support/vendor-ids.ts';
import { extended, vendorWith } from '../unit/loaders/directories.ts';

/** What the vendors hold. */
export interface Held {
  readonly listed: readonly Account[];
  /** Whom their reports name as active. */
  readonly active?: readonly Account[];
  /** What the vendors say of the present, by `VENDOR key`. */
  readonly presences?: ReadonlyMap<string, AgentPresence>;
  /** What they record, as one operation asks it. */
  readonly segments?: Readonly<Record<'rocketChat' | 'koreAi', () => SegmentSource>>;
}

/** How many people Rocket.Chat and Kore.ai list in a call. */
export type PageSizes = readonly [rocketChat: number, koreAi: number];

const NO_SEGMENTS: SegmentSource = { of: async () => new Map() };

/** The three vendors in memory, each asked in the ways in which the real one can be, and each with its state. */
export function vendorsOf(
  { listed, active = [], presences = new Map(), segments }: Held,
  [rocketChatSize, koreAiSize]: PageSizes,
) {
  const of = (vendor: Vendor, accounts: readonly Account[]) =>
    accounts.filter((one) => one.vendor === vendor);
  const reported = of('LIVECHAT', active).map(({ key }) => key);
  const rocketChat = vendorWith('ROCKET_CHAT', of('ROCKET_CHAT', listed), {
    pageSize: rocketChatSize,
    lookupSize: 1,
    tellsTotal: true,
    ordered: true,
    findsKeys: true,
    active: of('ROCKET_CHAT', active).map(({ key }) => rocketChatAccountByKey(key)),
  });
  const koreAi = vendorWith('KORE_AI', of('KORE_AI', listed), {
    pageSize: koreAiSize,
    lookupSize: koreAiSize,
    exact: 'maybe',
    tellsTotal: false,
    ordered: false,
    active: of('KORE_AI', active),
  });
  const liveChat = vendorWith('LIVECHAT', of('LIVECHAT', listed), {
    pageSize: Number.POSITIVE_INFINITY,
    lookupSize: null,
    tellsTotal: true,
    ordered: true,
    active: reported.map(liveChatAccountByKey),
  });
  // The one report that a query here asks is the ranking: one rating for each agent that is reported.
  const records = Object.fromEntries(reported.map((key) => [key, { total: 1, good: 1 }]));
  const client: Parameters<typeof reportReader>[0] = {
    report: async (path, _body, answer) => readAs(answer, { records }, 'LIVECHAT', path),
  };
  const presence = {
    calls: { ROCKET_CHAT: 0, KORE_AI: 0, LIVECHAT: 0 },
    down: new Set<Vendor>(),
  };
  const presenceAt = (vendor: Vendor): PresenceSource => ({
    async of(accounts) {
      presence.calls[vendor] += 1;
      if (presence.down.has(vendor)) throw new UpstreamError(vendor, 'UPSTREAM_FORBIDDEN', 'may not tell.');
      return new Map(
        accounts.flatMap(({ key }) => {
          const told = presences.get(`${vendor} ${key}`);
          return told === undefined ? [] : [[key, told]];
        }),
      );
    },
  });
  // What else a vendor can be asked no query here asks.
  const vendors = [
    extended(rocketChat.port, () => ({
      presence: presenceAt('ROCKET_CHAT'),
      ...(segments && { segments: segments.rocketChat() }),
    })),
    extended(koreAi.port, () => ({
      presence: presenceAt('KORE_AI'),
      segments: segments?.koreAi() ?? NO_SEGMENTS,
    })),
    extended(liveChat.port, () => ({
      presence: presenceAt('LIVECHAT'),
      report: reportReader(client, '3.6'),
    })),
  ];
  const states = { ROCKET_CHAT: rocketChat.state, KORE_AI: koreAi.state, LIVECHAT: liveChat.state };
  return { vendors, states, presence };
}
