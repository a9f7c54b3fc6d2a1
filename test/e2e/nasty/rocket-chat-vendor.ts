import type { StubAnswer, StubRequest } from '../../unit/vendors/stub-vendor.ts';
import type { Reply } from './play.ts';
import { METRICS, type User } from './rocket-chat-centre.ts';

export type Route = 'users' | 'history' | 'overview' | 'extension';
// biome-ignore lint/suspicious/noExplicitAny: hostile answers may hold anything anywhere
export type Json = any;

export interface At {
  readonly route: Route;
  /** Which call of this question it is, from 1. */
  readonly call: number;
  readonly query: URLSearchParams;
  readonly offset: number;
  readonly count: number;
  /** The rows of all pages of what was asked. */
  readonly all: readonly Json[];
  readonly request: StubRequest;
}

/** What the vendor makes of its honest answer. */
export type Behaviour = (honest: Json, at: At) => Reply;

export const honest: Behaviour = (body) => ({ body });

/** Misbehaves on one route only. */
export function on(
  route: Route | readonly Route[],
  behaviour: Behaviour,
  also: (at: At) => boolean = () => true,
): Behaviour {
  const routes = [route].flat();
  return (body, at) => (routes.includes(at.route) && also(at) ? behaviour(body, at) : { body });
}

export function changed(change: (body: Json, at: At) => unknown): Behaviour {
  return (body, at) => ({ body: change(body, at) });
}

/** The name under which a route has its rows. */
export const ROWS = { users: 'users', history: 'agents', overview: 'data', extension: 'agents' } as const;

/** Changes the list of rows of an answer. */
export function rows(change: (rows: readonly Json[], at: At) => unknown): Behaviour {
  return changed((body, at) => ({ ...body, [ROWS[at.route]]: change(body[ROWS[at.route]], at) }));
}

export function row(change: (row: Json, index: number, at: At) => unknown): Behaviour {
  return rows((list, at) => list.map((one, index) => change(one, index, at)));
}

export function replies(answer: StubAnswer): Behaviour {
  return () => answer;
}

/** The honest answer to a request, and what the vendor makes of it. */
export function answered(
  behaviour: Behaviour,
  staff: readonly User[],
  request: StubRequest,
  call: number,
): Reply {
  const { query, path } = request;
  const route = routeOf(path);
  if (route === undefined) return { status: 404, body: { success: false, error: 'not found' } };
  const number = (name: string, otherwise: number) => Number(query.get(name) ?? otherwise);
  const offset = number('offset', 0);
  const count = Math.min(number('count', 50), 100);
  const all = ANSWERS[route](staff, query);
  const at: At = { route, call, query, offset, count, all, request };
  if (route === 'overview') {
    const metric = query.get('name');
    const head = [
      { name: 'Agent' },
      { name: metric === 'Total_conversations' ? '%_of_conversations' : metric },
    ];
    return behaviour({ head, data: all, success: true }, at);
  }
  const page = all.slice(offset, offset + count);
  const told = route === 'extension' ? count : page.length;
  return behaviour({ [ROWS[route]]: page, count: told, offset, total: all.length, success: true }, at);
}

function routeOf(path: string): Route | undefined {
  if (path.endsWith('/livechat/users/agent')) return 'users';
  if (path.endsWith('/available-for-service-history')) return 'history';
  if (path.endsWith('/agent-overview')) return 'overview';
  if (path.endsWith('/omnichannel/agents/available')) return 'extension';
  return undefined;
}

const ANSWERS: Readonly<Record<Route, (staff: readonly User[], query: URLSearchParams) => Json[]>> = {
  users: (staff, query) => found(staff, query).map(rowOf),
  extension: (staff, query) => found(staff, query).map(rowOf),
  history: (staff, query) => {
    const first = String(query.get('start')).slice(0, 10);
    const last = String(query.get('end')).slice(0, 10);
    return staff.flatMap(({ username, sessions }) => {
      const inside = sessions.filter(([from]) => from.slice(0, 10) >= first && from.slice(0, 10) <= last);
      const [earliest] = inside;
      if (earliest === undefined) return [];
      const availableTimeInSeconds = inside.reduce(
        (sum, [from, to]) => sum + (Date.parse(to) - Date.parse(from)) / 1000,
        0,
      );
      const day = inside.filter(([from]) => from.slice(0, 10) === earliest[0].slice(0, 10));
      const serviceHistory = day.map(([startedAt, stoppedAt]) => ({ startedAt, stoppedAt }));
      return {
        username,
        availableTimeInSeconds,
        ...(query.get('fullReport') === 'true' && { serviceHistory }),
      };
    });
  },
  overview: (staff, query) => {
    const metric = Object.values(METRICS).find((one) => one === query.get('name'));
    return staff.flatMap(({ username, figures }) => {
      const value = metric && figures[metric];
      return value === undefined ? [] : { name: username, value };
    });
  },
};

function found(staff: readonly User[], query: URLSearchParams): readonly User[] {
  const text = (query.get('text') ?? '').toLowerCase();
  return staff.filter(({ username, name, emails }) =>
    [username, name ?? '', ...emails].some((word) => word.toLowerCase().includes(text)),
  );
}

function rowOf({ id, username, name, emails, status, statusLivechat, max }: User): Json {
  return {
    ...(id !== null && { _id: id }),
    username,
    status,
    statusLivechat,
    name,
    emails: emails.length === 0 ? null : emails.map((address) => ({ address, verified: true })),
    livechat: max === null ? null : { maxNumberSimultaneousChat: max },
    departments: [],
  };
}
