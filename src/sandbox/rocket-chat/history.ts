import { remembering } from '../centre/memo.ts';
import type { Centre, StatusSpan } from '../centre/model.ts';
import { byCodeUnit } from '../centre/order.ts';
import { badRequest, success } from './answers.ts';
import type { Endpoint } from './endpoint.ts';
import { type LocalDay, localDateOf, localDays } from './local-days.ts';
import { PAGING, type ParamsSchema, pageOf, pagingOf } from './params.ts';
import { isoServerDate, lenientServerDate } from './server-dates.ts';
import { type DayDocument, dayDocuments, type Interval } from './sessions.ts';
import type { Agent } from './users.ts';
import type { RocketChatFeatures } from './versions.ts';

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
export function historyEndpoint(
  centre: Centre,
  agents: readonly Agent[],
  timeZone: string,
  { pagedHistory, isoDatesOnly }: Pick<RocketChatFeatures, 'pagedHistory' | 'isoDatesOnly'>,
): Endpoint {
  const sorted = agents.toSorted((one, other) => byCodeUnit(one.username, other.username));
  // A caller asks for one page after another of the same days.
  const rowsOf = remembering(1, (asked: DaysAsOf) => rowsOfDays(centre, sorted, asked), sameRows);
  return {
    pattern: '/api/v1/livechat/analytics/agents/available-for-service-history',
    permission: 'view-livechat-manager',
    licensed: true,
    params: pagedHistory ? PAGED : UNPAGED,
    handle({ query }) {
      const paging = pagingOf(query);
      const texts = [dateText(query, 'start'), dateText(query, 'end')];
      const dates = texts.map((text) => (isoDatesOnly ? isoServerDate : lenientServerDate)(text, timeZone));
      const rows = rowsOf({ days: eventfulDays(centre, dates, timeZone), now: centre.now() });
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

/** The days asked for on which anything can have happened; none where either end is no day of any calendar. */
function eventfulDays(
  centre: Centre,
  [first, last]: readonly (Temporal.PlainDate | null | undefined)[],
  timeZone: string,
): LocalDay[] {
  if (!first || !last) return [];
  const opening = localDateOf(centre.openedAt, timeZone);
  const today = localDateOf(centre.now(), timeZone);
  const { compare } = Temporal.PlainDate;
  return localDays(
    compare(first, opening) < 0 ? opening : first,
    compare(last, today) > 0 ? today : last,
    timeZone,
  );
}

/** A parameter that the server's engine takes for a date. */
function dateText(query: URLSearchParams, name: 'start' | 'end'): string {
  const text = query.get(name) ?? '';
  if (Number.isNaN(Date.parse(text))) {
    throw badRequest(`The "${name}" query parameter must be a valid date.`);
  }
  return text;
}
