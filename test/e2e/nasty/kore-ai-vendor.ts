import type { StubAnswer, StubRequest } from '../../unit/vendors/stub-vendor.ts';
import type { Agent } from './kore-ai-centre.ts';
import type { Reply } from './play.ts';

/** A row, a page as the vendor's document has them; hostile ones may hold anything. */
export type Row = Record<string, unknown>;
export interface Page {
  readonly hasMore: boolean;
  readonly limit: number;
  readonly offset: number;
  readonly data: readonly Row[];
}

/** What the vendor was asked. */
export interface At {
  /** Which call of this question it is, from 1. */
  readonly call: number;
  readonly limit: number;
  readonly offset: number;
  /** The addresses asked for; undefined where everybody is. */
  readonly agents: unknown;
  readonly request: StubRequest;
  /** What an honest vendor answers to another offset. */
  readonly pageAt: (offset: number, limit?: number) => Page;
  /** The honest answer for all agents, whatever was asked for. */
  readonly everybody: () => Page;
}

export type Behaviour = (page: Page, at: At) => Reply;

/** An honest answer that is changed in its JSON. */
export function changed(change: (page: Page, at: At) => unknown): Behaviour {
  return (page, at) => ({ body: change(page, at) });
}

/** An honest answer in which each row is changed. */
export function rows(change: (row: Row, index: number, at: At) => unknown): Behaviour {
  return changed((page, at) => ({ ...page, data: page.data.map((row, index) => change(row, index, at)) }));
}

/** An honest answer in which the list of one agent's segments is changed. */
export function segments(userId: string, change: (status: readonly Row[], at: At) => unknown): Behaviour {
  return rows((row, _, at) => {
    if (row.userId !== userId || row.status === undefined) return row;
    return { ...row, status: change(row.status as readonly Row[], at) };
  });
}

export const honest: Behaviour = (page) => ({ body: page });

/** Misbehaves where the condition holds, and is honest elsewhere. */
export function when(
  condition: (at: At) => boolean,
  behaviour: Behaviour,
  otherwise: Behaviour = honest,
): Behaviour {
  return (page, at) => (condition(at) ? behaviour(page, at) : otherwise(page, at));
}

export function replies(answer: StubAnswer): Behaviour {
  return () => answer;
}

/** Who works there, and what is known of how the vendor is asked. */
export interface Centre {
  readonly vendor: Behaviour;
  readonly caseAside?: boolean;
}

/** The honest answer to a request, and what the vendor makes of it. */
export function answered(it: Centre, staff: readonly Agent[], request: StubRequest, call: number): Reply {
  const { filter } = request.body as { filter: { agents?: unknown; dateFilter: DateFilter } };
  const limit = Number(request.query.get('limit') ?? 50);
  const offset = Number(request.query.get('offset') ?? 0);
  const asked =
    filter.agents === undefined
      ? staff
      : staff.filter((agent) => isAsked(agent, filter.agents, it.caseAside));
  const pageOf = (agents: readonly Agent[], from: number, size: number): Page => ({
    hasMore: from + size < agents.length,
    limit: size,
    offset: from,
    data: agents.slice(from, from + size).map((agent) => rowOf(agent, filter.dateFilter)),
  });
  return it.vendor(pageOf(asked, offset, Math.min(limit, 50)), {
    call,
    limit,
    offset,
    agents: filter.agents,
    request,
    pageAt: (from, size = Math.min(limit, 50)) => pageOf(asked, from, size),
    everybody: () => pageOf(staff, 0, staff.length),
  });
}

/** The filter takes a list of addresses; whatever else it gets finds nobody. */
function isAsked({ email }: Agent, agents: unknown, caseAside = false): boolean {
  if (!Array.isArray(agents) || email === undefined) return false;
  return agents.some(
    (one) => one === email || (caseAside && String(one).toLowerCase() === email.toLowerCase()),
  );
}

interface DateFilter {
  readonly startDate: string;
  readonly endDate: string;
  readonly timeZoneOffSet: number;
}

function rowOf(agent: Agent, dates: DateFilter): Row {
  const { userId, firstName, lastName, email, customId } = agent;
  const behind = dates.timeZoneOffSet * 60_000;
  const local = (instant: string) => new Date(Date.parse(instant) - behind).toISOString().slice(0, 19);
  const first = dates.startDate.padEnd(19, 'T00:00:00');
  const last = dates.endDate.padEnd(19, 'T23:59:59');
  const status = agent.segments
    .filter(({ from, to }) => local(from) <= last && (to === null || local(to) > first))
    .map(({ primary, secondary, from, to }) => ({
      primaryStatus: primary,
      secondaryStatus: secondary,
      startTime: local(from),
      endTime: to === null ? '-' : local(to),
      duration: to === null ? '-' : spelled((Date.parse(to) - Date.parse(from)) / 1000),
    }));
  return {
    userId: userId || undefined,
    firstName,
    lastName,
    email,
    customId,
    ...(status.length > 0 && { status }),
  };
}

export function spelled(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}
