import type { Member, Status } from '../../src/sandbox/centre/model.ts';
import { createQuota } from '../../src/sandbox/quotas.ts';
import type { VendorOptions } from '../../src/sandbox/registry.ts';
import type { SandboxAnswer, SandboxRequest, SandboxVendor, Surroundings } from '../../src/sandbox/vendor.ts';

/** It opens nothing but the sandbox, so it may stand here. */
const TOKEN = 'parley-token-of-the-sandbox';
const PAGE_SIZE = 40;
const CALLS_A_MINUTE = 30;
const MOODS: Readonly<Record<Status, string>> = { AVAILABLE: 'ready', BUSY: 'talking', AWAY: 'pausing' };

/** A body of the request, as far as an endpoint takes it. */
interface Body {
  readonly skip?: number;
  readonly take?: number;
  readonly mails?: readonly string[];
  readonly badges?: readonly string[] | null;
  readonly from?: string;
  readonly to?: string;
}

/** Parley's imitation. Shares no code with `vendor.ts`. */
export const parleySandbox: SandboxVendor<VendorOptions> = {
  id: 'PARLEY',
  prefix: '/parley',
  readOptions: () => ({}),
  environment: (url) => ({ PARLEY_URL: url, PARLEY_TOKEN: TOKEN }),
  quotaVariable: 'PARLEY_CALLS_PER_MINUTE',
  failure: (status) => ({ status, body: { oops: `failed with ${status}` } }),
  async create(surroundings) {
    const quota = createQuota(surroundings.quotas, CALLS_A_MINUTE, surroundings.centre.now);
    const endpoints = endpointsOf(surroundings);
    const guarded =
      (answer: (body: Body) => object) =>
      (request: SandboxRequest): SandboxAnswer => {
        if (request.headers['x-parley-token'] !== TOKEN) return { status: 401, body: { oops: 'a stranger' } };
        if (quota('all')?.exceeded) return { status: 429, body: { oops: 'too often' } };
        return { status: 200, body: answer((request.body ?? {}) as Body) };
      };
    const route = (version: number, name: keyof typeof endpoints) =>
      ({ method: 'POST', pattern: `/v${version}/${name}`, handle: guarded(endpoints[name]) }) as const;
    return {
      routes: [route(1, 'crew'), route(1, 'log'), route(2, 'crew'), route(2, 'log'), route(2, 'calls')],
      notFound: { status: 404, body: { oops: 'no such place' } },
    };
  },
};

/** Half of the staff, and the contact centre's pilots: of them only Parley knows, by an address of its own. */
function mateOf({ place, index, firstName, lastName, mailbox, address }: Member) {
  if (place >= 30 && place < 57) return [];
  const isPilot = place >= 57;
  const mail = isPilot ? `${mailbox}@parley.example` : address;
  const name = `${firstName} ${lastName}`;
  // Some write their address in capitals, which tells no one apart.
  return [
    { member: index, badge: `p-${100_000 + index}`, name, mail: place < 5 ? mail.toUpperCase() : mail },
  ];
}

function endpointsOf({ centre }: Surroundings) {
  const mates = centre.members.flatMap(mateOf);
  const instant = (milliseconds: number) => new Date(milliseconds).toISOString();

  function spansOf({ badges, from = '', to = '' }: Body) {
    const asked = mates.filter(({ badge }) => badges?.includes(badge) ?? true);
    const badgeOf = new Map(asked.map(({ member, badge }) => [member, badge]));
    const spans = centre.statusSpans(Date.parse(from), Date.parse(to), [...badgeOf.keys()]);
    return spans.map((span) => ({ ...span, badge: badgeOf.get(span.member) }));
  }

  return {
    crew({ skip = 0, take = PAGE_SIZE, mails, badges }: Body) {
      const wanted = mails?.map((mail) => mail.toLowerCase());
      const found = mates.filter(
        ({ mail, badge }) =>
          (wanted?.includes(mail.toLowerCase()) ?? true) && (badges?.includes(badge) ?? true),
      );
      const now = centre.now();
      const rows = found.slice(skip, skip + Math.min(take, PAGE_SIZE)).map(({ member, ...row }) => {
        const [span] = centre.statusSpans(now, now + 1, [member]);
        const mood = span === undefined ? 'gone' : MOODS[span.status];
        return { ...row, mood, since: span === undefined ? null : instant(span.from) };
      });
      return { crew: rows, count: found.length };
    },
    log: (body: Body) => ({
      log: spansOf(body).map(({ badge, status, from, to }) => {
        return { badge, mood: MOODS[status], from: instant(from), until: to === null ? null : instant(to) };
      }),
    }),
    calls(body: Body) {
      const begun = spansOf(body).filter(
        ({ status, from }) => status === 'BUSY' && from >= Date.parse(body.from ?? ''),
      );
      return {
        calls: [...Map.groupBy(begun, ({ badge }) => badge)].map(([badge, spans]) => {
          const milliseconds = spans.map(({ from, to }) => (to ?? centre.now()) - from);
          const talkSeconds = Math.floor(milliseconds.reduce((sum, one) => sum + one, 0) / 1000);
          return { badge, count: spans.length, talkSeconds };
        }),
      };
    },
  };
}
