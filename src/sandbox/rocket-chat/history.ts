import { remembering } from '../centre/memo.ts';
import type { Centre, StatusSpan } from '../centre/model.ts';
import { byCodeUnit } from '../centre/order.ts';
import type { Route } from '../route.ts';
import { badRequest, success } from './answers.ts';
import { type LocalDay, localDateOf, localDays } from './local-days.ts';
import { PAGING, type ParamsSchema, pageOf, pagingOf, validate } from './params.ts';
import { type DayDocument, dayDocuments, type Interval } from './sessions.ts';
import { type Agent, agentsOf } from './users.ts';

const UNPAGED: ParamsSchema = {
  types: { start: 'string', end: 'string', fullReport: 'string' },
  required: ['start', 'end'],
};
const PAGED: ParamsSchema = { ...UNPAGED, types: { ...UNPAGED.types, ...PAGING } };

/** Every eleventh agent works with two tabs. */
const TWO_TABS_EVERY = 11;

/**
 * `available-for-service-history`: how long each agent was available, over whole days of the server's zone. Where paging
 * is refused, everybody gets the first page.
 */
export function historyRoute(centre: Centre, timeZone: string, isPaged: boolean): Route {
  const agents = agentsOf(centre).sort((one, other) => byCodeUnit(one.username, other.username));
  // A caller asks for one page after another of the same days.
  const rowsOf = remembering(1, (asked: DaysAsOf) => rowsOfDays(centre, agents, asked), sameRows);
  return {
    method: 'GET',
    pattern: '/api/v1/livechat/analytics/agents/available-for-service-history',
    handle({ query }) {
      validate(query, isPaged ? PAGED : UNPAGED);
      const paging = pagingOf(query);
      const first = serverDate(query, 'start', timeZone);
      const last = serverDate(query, 'end', timeZone);
      const rows = rowsOf({ days: eventfulDays(centre, first, last, timeZone), now: centre.now() });
      const page = pageOf(rows, paging).map(query.get('fullReport') === 'true' ? fullRow : row);
      return success({ agents: page, count: page.length, offset: paging.offset, total: rows.length });
    },
  };
}

interface HistoryRow {
  readonly agent: Agent;
  readonly documents: readonly DayDocument[];
}

/** The rows of some days as of an instant; agents without a document in these days are absent. */
function rowsOfDays(centre: Centre, agents: readonly Agent[], { days, now }: DaysAsOf): HistoryRow[] {
  const [firstDay, lastDay] = [days[0], days.at(-1)];
  if (firstDay === undefined || lastDay === undefined) return [];
  const indices = agents.map(({ member }) => member.index);
  const spansOf = Map.groupBy(centre.statusSpans(firstDay.from, lastDay.to, indices), ({ member }) => member);
  return agents
    .map((agent) => ({
      agent,
      documents: documentsOf(agent, spansOf.get(agent.member.index) ?? [], days, now),
    }))
    .filter(({ documents }) => documents.length > 0);
}

interface DaysAsOf {
  readonly days: readonly LocalDay[];
  readonly now: number;
}

/** Days that are over stay as they are. */
function sameRows({ days, now }: DaysAsOf): string {
  const end = days.at(-1)?.to ?? 0;
  return `${days[0]?.from} ${end} ${end <= now ? 'over' : now}`;
}

const documentsOf = (
  { member }: Agent,
  spans: readonly StatusSpan[],
  days: readonly LocalDay[],
  now: number,
) => dayDocuments(spans, days, now, member.index % TWO_TABS_EVERY === 0);

const row = ({ agent, documents }: HistoryRow) => ({
  username: agent.username,
  availableTimeInSeconds: documents.reduce((sum, { availableSeconds }) => sum + availableSeconds, 0),
});

/** The seconds are those of all days, but the intervals only those of the first day that has a document. */
const fullRow = (of: HistoryRow) => ({
  ...row(of),
  serviceHistory: of.documents[0]?.history?.map(spelledOut) ?? null,
});

const spelledOut = ({ startedAt, stoppedAt }: Interval) => ({
  startedAt: new Date(startedAt).toISOString(),
  stoppedAt: new Date(stoppedAt).toISOString(),
});

/** The days asked for on which anything can have happened. */
function eventfulDays(centre: Centre, first: Temporal.PlainDate, last: Temporal.PlainDate, timeZone: string) {
  const opening = localDateOf(centre.openedAt, timeZone);
  const today = localDateOf(centre.now(), timeZone);
  const { compare } = Temporal.PlainDate;
  return localDays(
    compare(first, opening) < 0 ? opening : first,
    compare(last, today) > 0 ? today : last,
    timeZone,
  );
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/;
const WITH_OFFSET = /[T ].*(?:Z|[+-]\d{2}(?::?\d{2})?)$/;

/** The server's local date of a parameter: a time with an offset is converted, one without is local already. */
function serverDate(query: URLSearchParams, name: 'start' | 'end', timeZone: string): Temporal.PlainDate {
  const text = query.get(name) ?? '';
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw badRequest(`The "${name}" query parameter must be a valid date.`);
  const date = ISO_DATE.exec(text)?.[0];
  // The engine's own parser is laxer than the library that then formats the date.
  if (date === undefined) throw badRequest('Invalid time value');
  return WITH_OFFSET.test(text) ? localDateOf(instant, timeZone) : Temporal.PlainDate.from(date);
}
