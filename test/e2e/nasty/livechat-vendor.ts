import type { StubAnswer, StubRequest } from '../../unit/vendors/stub-vendor.ts';
import { type Agent, DAYS, REPORTS } from './livechat-centre.ts';
import type { Reply } from './play.ts';

// biome-ignore lint/suspicious/noExplicitAny: hostile answers may hold anything anywhere
export type Json = any;

export interface At {
  /** `list_agents`, `list_routing_statuses`, or a report such as `chats/ranking`. */
  readonly route: string;
  /** Which call of this question it is, from 1. */
  readonly call: number;
  readonly request: StubRequest;
}

/** What the vendor makes of its honest answer. */
export type Behaviour = (honest: Json, at: At) => Reply;

export const honest: Behaviour = (body) => ({ body });

/** Misbehaves on some routes only. */
export function on(route: string | readonly string[], behaviour: Behaviour): Behaviour {
  const routes = [route].flat();
  return (body, at) => (routes.includes(at.route) ? behaviour(body, at) : { body });
}

export function changed(change: (body: Json, at: At) => unknown): Behaviour {
  return (body, at) => ({ body: change(body, at) });
}

/** Changes each row of an answer that is a list. */
export function row(change: (row: Json, index: number) => unknown): Behaviour {
  return changed((body) => body.map(change));
}

/** Changes what a report says of the first day. */
export function firstDay(change: (bucket: Json) => unknown): Behaviour {
  return changed((body) => ({
    ...body,
    records: { ...body.records, [DAYS[0]]: change(body.records[DAYS[0]]) },
  }));
}

export function replies(answer: StubAnswer): Behaviour {
  return () => answer;
}

/** The honest answer to a request, and what the vendor makes of it. */
export function answered(
  behaviour: Behaviour,
  staff: readonly Agent[],
  request: StubRequest,
  call: number,
): Reply {
  const route = request.path.replace(/^\/v[\d.]+\/(?:reports|configuration\/action|agent\/action)\//, '');
  const body = bodyOf(route, staff, request);
  if (body === undefined)
    return { status: 404, body: { error: { type: 'not_found', message: 'no such method' } } };
  return behaviour(body, { route, call, request });
}

function bodyOf(route: string, staff: readonly Agent[], request: StubRequest): Json {
  if (route === 'list_agents') return staff.map(rowOf);
  if (route === 'list_routing_statuses')
    return staff
      .filter(({ accepting }) => accepting !== null)
      .map(({ id, accepting }) => ({
        agent_id: id,
        status: accepting ? 'accepting_chats' : 'not_accepting_chats',
      }));
  if (route === 'chats/ranking') return { name: 'ranking-report', records: records(staff, 'ranking') };
  if (route === 'agents/performance')
    return {
      name: 'performance-report',
      records: records(staff, 'performance'),
      summary: { chats_count: 17, chats_rated_good: 5, chats_rated_bad: 3 },
    };
  if (route === 'agents/availability') return availability(staff, request);
  return REPORTS[route];
}

function rowOf({ id, name, accepting }: Agent): Json {
  const login_status = accepting ? 'accepting chats' : 'not accepting chats';
  return {
    id,
    account_id: `account of ${id}`,
    name,
    login_status,
    role: 'normal',
    avatar_path: 'cdn.test/1.png',
    max_chats_count: 5,
  };
}

function records(staff: readonly Agent[], report: 'ranking' | 'performance'): Json {
  return Object.fromEntries(staff.flatMap(({ id, [report]: said }) => (said ? [[id, said]] : [])));
}

function availability(staff: readonly Agent[], { body }: StubRequest): Json {
  const asked = (body as Json).filters?.agents?.values as string[] | undefined;
  const agents = staff.filter(({ id }) => asked?.includes(id) ?? true);
  const hours = DAYS.map((_, day) => Math.max(0, ...agents.map((agent) => agent.hours[day] ?? 0)));
  return {
    name: 'availability-report',
    total: hours.reduce((sum, one) => sum + one, 0),
    records: Object.fromEntries(DAYS.map((day, index) => [day, { hours: hours[index] }])),
  };
}
