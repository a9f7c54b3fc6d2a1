import { UpstreamError } from '../../src/domain/errors.ts';
import type { Vendor } from '../../src/domain/vendor.ts';
import type { KoreAiClient } from '../../src/vendors/kore-ai/client.ts';
import { type AgentRow, AgentStatusDetails } from '../../src/vendors/kore-ai/wire.ts';
import type { RocketChatClient } from '../../src/vendors/rocket-chat/client.ts';
import { serviceHistory as wire } from '../../src/vendors/rocket-chat/wire.ts';
import { dayOf } from './time-oracle.ts';
import type { Span, StatusSpan } from './work.ts';

/** Whether a vendor's reports of what people did fail, and how often they have. */
export interface Line {
  fails: () => boolean;
  failures: number;
}

export function steadyLine(): Line {
  return { fails: () => false, failures: 0 };
}

function called(vendor: Vendor, line: Line): void {
  if (!line.fails()) return;
  line.failures += 1;
  throw new UpstreamError(vendor, 'UPSTREAM_UNAVAILABLE', 'is down.');
}

/** A Rocket.Chat server that has seen these users available, and tells of one day a call. */
export function rocketChatServer(
  available: ReadonlyMap<string, readonly Span[]>,
  zone: string,
  line: Line,
): RocketChatClient {
  const sessions = new Map(
    [...available].map(([username, spans]) => [username, spans.flatMap((span) => cut(span, zone))]),
  );
  const schema = wire(zone);
  const client: Pick<RocketChatClient, 'serviceHistory' | 'bypassingCache'> = {
    bypassingCache: () => client as RocketChatClient,
    async serviceHistory({ days, offset, count }) {
      called('ROCKET_CHAT', line);
      const day = dayOf(days.from.epochMilliseconds, zone);
      const rows = [...sessions].flatMap(([username, all]) => {
        const serviceHistory = all
          .filter(({ from }) => from >= day.from && from < day.to)
          .map(({ from, to }) => ({
            startedAt: new Date(from).toISOString(),
            stoppedAt: new Date(to).toISOString(),
          }));
        return serviceHistory.length === 0 ? [] : { username, availableTimeInSeconds: 0, serviceHistory };
      });
      const { agents } = schema.parse({ agents: rows.slice(offset, offset + count) });
      return { rows: agents, total: rows.length };
    },
  };
  return client as RocketChatClient;
}

/** At midnight the server stops every session, a second before, and starts it anew. */
function cut({ from, to }: Span, zone: string): Span[] {
  const midnight = dayOf(from, zone).to;
  return to < midnight
    ? [{ from, to }]
    : [{ from, to: midnight - 1000 }, ...cut({ from: midnight, to }, zone)];
}

/** Somebody at Kore.ai. */
export interface KoreAiAgent {
  readonly userId: string;
  readonly email: string;
  readonly spans: readonly StatusSpan[];
}

/** Kore.ai's rows of these agents. */
export function koreAiRows(agents: readonly KoreAiAgent[]): readonly AgentRow[] {
  const local = (instant: number) => new Date(instant).toISOString().slice(0, -1);
  const data = agents.map(({ userId, email, spans }) => ({
    userId,
    email,
    status: spans.map(({ from, to, primary, secondary }) => ({
      primaryStatus: primary,
      secondaryStatus: secondary,
      startTime: local(from),
      endTime: to === null ? '-' : local(to),
    })),
  }));
  return AgentStatusDetails.parse({ data }).data;
}

/** A Kore.ai account with these agents, which tells more than it is asked for: it knows of no days. */
export function koreAiAccount(rows: readonly AgentRow[], line: Line): KoreAiClient {
  const client: KoreAiClient = {
    bypassingCache: () => client,
    async agentStatusDetails({ agents, offset, limit }) {
      called('KORE_AI', line);
      const asked = rows.filter(({ email }) => agents === null || (email !== null && agents.includes(email)));
      return { rows: asked.slice(offset, offset + limit), hasMore: asked.length > offset + limit };
    },
  };
  return client;
}
