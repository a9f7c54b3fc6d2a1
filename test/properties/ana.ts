import { expect } from 'vitest';
import { CallBudget } from '../../src/domain/call-budget.ts';
import { toAgentId } from '../../src/graphql/global-id.ts';
import { toAccount } from '../../src/vendors/kore-ai/map.ts';
import { mergeRows } from '../../src/vendors/kore-ai/rows.ts';
import { openSession } from '../../src/vendors/kore-ai/session.ts';
import { Spellings } from '../../src/vendors/kore-ai/spellings.ts';
import { createHistory } from '../../src/vendors/rocket-chat/history.ts';
import { createTimeline } from '../../src/vendors/rocket-chat/timeline.ts';
import { claimOf } from '../support/claims.ts';
import { SEALER } from '../unit/graphql/sealer.ts';
import { account } from '../unit/loaders/directories.ts';
import { graphOver, type Page, type Window } from './graph.ts';
import { koreAiAccount, koreAiRows, rocketChatServer, steadyLine } from './recorders.ts';
import type { ToldSegment } from './time-oracle.ts';
import { vendorsOf } from './vendors.ts';
import type { Work } from './work.ts';

const SEGMENTS = `query ($id: ID!, $range: TimeRange!, $vendors: [Vendor!], $first: Int, $after: String, $last: Int, $before: String) {
  node(id: $id) { ... on Agent {
    statusSegments(range: $range, vendors: $vendors, first: $first, after: $after, last: $last, before: $before) {
      edges { cursor node { vendor status reportedStatus reportedReason startedAt endedAt durationSeconds } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      unavailable { vendor }
    } } }
}`;

const SECONDS = `query ($id: ID!, $range: TimeRange!, $vendors: [Vendor!]) {
  node(id: $id) { ... on Agent { timeInStatus(range: $range, vendors: $vendors) { vendor status seconds } } }
}`;

const HALF_AN_HOUR = 1_800_000;

/**
 * A centre in which all this work is Ana's, under several accounts by the operator's word, and Ben's is much like hers. The
 * vendors' own code reads it, through clients that have no server behind them.
 */
export function centreOf({ zone, now, available, statuses, range }: Work) {
  const lines = { ROCKET_CHAT: steadyLine(), KORE_AI: steadyLine() };
  const availability = new Map(available.map((spans, index) => [`ana${index}`, spans]));
  const bens = available.flat().map(({ from, to }) => ({ from: from + HALF_AN_HOUR, to: to + HALF_AN_HOUR }));
  const server = rocketChatServer(new Map([...availability, ['ben', bens]]), zone, lines.ROCKET_CHAT);
  // Her second account has no address, so Kore.ai cannot be asked for that one alone.
  const rows = koreAiRows([
    ...statuses.map((spans, index) => ({
      userId: `u-ana${index}`,
      email: index === 0 ? 'ana@example.com' : '',
      spans,
    })),
    {
      userId: 'u-ben',
      email: 'ben@example.com',
      spans: statuses.flat().map((span) => ({ ...span, from: span.from - HALF_AN_HOUR })),
    },
  ]);
  const koreAi = koreAiAccount(rows, lines.KORE_AI);
  const spellings = new Spellings();
  const { vendors, states } = vendorsOf(
    {
      listed: [
        ...[...availability.keys()].map((username) => account('ROCKET_CHAT', username, [])),
        ...mergeRows(rows).map((agent) => toAccount(agent, now)),
        account('ROCKET_CHAT', 'ben', ['ben@example.com']),
        account('LIVECHAT', 'ana@example.org', ['ana@example.org']),
      ],
      segments: {
        rocketChat: () => createTimeline(createHistory(server, zone), zone),
        koreAi: () => openSession(koreAi, spellings, new CallBudget(), () => now).segments,
      },
    },
    [100, 50],
  );
  const ana = {
    key: 'ana',
    name: null,
    claims: [
      ...[...availability.keys()].map((username) => claimOf('ROCKET_CHAT', username)),
      ...statuses.map((_, index) => claimOf('KORE_AI', `u-ana${index}`)),
      claimOf('LIVECHAT', 'ana@example.org'),
    ],
  };
  const graph = graphOver(vendors, [ana], now);
  const variables = {
    id: toAgentId(SEALER, { kind: 'identity', identity: 'ana' }),
    range: { from: String(range.from), to: String(range.to) },
  };
  const attempt = async (window: Window, more: object = {}) => {
    const { data, problems } = await graph.ask(SEGMENTS, { ...variables, ...window, ...more });
    const page: Page<ToldSegment> | null = data.node.statusSegments;
    return { page, problems };
  };
  return {
    lines,
    /** Of the vendors' lists of people. */
    states,
    /** A page of Ana's segments, null where it is an error, and the vendors that failed. */
    attempt,
    /** A page of Ana's segments. */
    async segments(window: Window, more: object = {}): Promise<Page<ToldSegment>> {
      return (await attempt(window, more)).page ?? expect.fail('The page is an error.');
    },
    /** Ana's seconds, by vendor and status, and the vendors that failed. */
    async seconds(more: object = {}) {
      const { data, problems } = await graph.ask(SECONDS, { ...variables, ...more });
      const rows: { vendor: string; status: string; seconds: number }[] = data.node.timeInStatus;
      const seconds = Object.fromEntries(rows.map((row) => [`${row.vendor} ${row.status}`, row.seconds]));
      return { seconds, rows: rows.length, problems };
    },
  };
}
