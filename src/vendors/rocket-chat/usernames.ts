import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import { compareText } from '../../domain/text.ts';
import { daysTouched, type TimeRange, wholeDays } from '../../domain/time-range.ts';
import type { RocketChatClient } from './client.ts';
import type { RocketChatConfig } from './config.ts';
import { METRICS } from './metrics.ts';
import { PAGE_SIZE, type Rows, readAll, readPage } from './paging.ts';

/** How far back the reports are read for who works here. */
export const REPORTED_DAYS = 30;

/** The usernames that Rocket.Chat's reports name: all that is left of its people where it does not list them. */
export interface ReportedUsernames {
  /** The page that begins at row `index * PAGE_SIZE`, ascending. One call; two where the history tells nobody. */
  page(index: number, operation: Operation): Promise<Rows<string>>;
  /** All of them. */
  all(operation: Operation): Promise<readonly string[]>;
}

/**
 * Reads them from the history of who was available, or, where that needs a licence or names nobody, from the overview
 * of who had conversations. Who did neither for `REPORTED_DAYS` days is in none.
 */
export function reportedUsernames(
  client: RocketChatClient,
  { timeZone, reportTimeZone }: RocketChatConfig,
  now: () => Temporal.Instant,
): ReportedUsernames {
  function lately(): TimeRange {
    const to = now();
    return { from: to.subtract({ hours: 24 * (REPORTED_DAYS - 1) }), to };
  }

  function history(operation: Operation) {
    const days = wholeDays(daysTouched(lately(), timeZone), timeZone);
    return async (offset: number, count: number): Promise<Rows<string>> => {
      const query = { days, fullReport: false, offset, count };
      const { rows, total } = await client.serviceHistory(query, operation);
      return { rows: rows.map(({ username }) => username), total };
    };
  }

  async function overview(operation: Operation): Promise<string[]> {
    const { first, end } = daysTouched(lately(), reportTimeZone);
    const { name } = METRICS.conversationsPercent;
    const query = { name, first, last: end.subtract({ days: 1 }), departmentId: null };
    const rows = await client.agentOverview(query, operation);
    return rows.map((row) => row.name).sort(compareText);
  }

  async function historyNamesSomebody(operation: Operation): Promise<boolean> {
    try {
      return (await readPage(history(operation), 0)).rows.length > 0;
    } catch (error) {
      if (error instanceof UpstreamError) return false;
      throw error;
    }
  }

  return {
    async page(index, operation) {
      if (await historyNamesSomebody(operation)) return readPage(history(operation), index);
      const usernames = await overview(operation);
      const rows = usernames.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE);
      return { rows, total: usernames.length };
    },
    async all(operation) {
      if (await historyNamesSomebody(operation)) return readAll(history(operation));
      return overview(operation);
    },
  };
}
