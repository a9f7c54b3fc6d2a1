import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import { perOperation } from '../../domain/per-operation.ts';
import { compareText } from '../../domain/text.ts';
import { daysTouched, type TimeRange, wholeDays } from '../../domain/time-range.ts';
import { type Page, Pages, readAll } from '../../upstream/paging/index.ts';
import type { RocketChatClient } from './client.ts';
import type { RocketChatConfig } from './config.ts';
import { type HistoryRow, historyList, PAGE_SIZE } from './lists.ts';

/** In days. How far back the reports are read for usernames. */
export const REPORTED_DAYS = 30;

/** The usernames that Rocket.Chat's reports name: all that is left of its people where it does not list them. */
export interface ReportedUsernames {
  /** The page that begins at row `index * PAGE_SIZE`, ascending. One call; two where the history names no user. */
  page(index: number, operation: Operation): Promise<Page<string>>;
  /** All of them. */
  all(operation: Operation): Promise<readonly string[]>;
}

/**
 * Reads them from the history of availability, or, where that needs a licence or names no user, from the overview of
 * conversations. A user who had neither for `REPORTED_DAYS` days is in none.
 */
export function reportedUsernames(
  client: RocketChatClient,
  { timeZone, reportTimeZone }: RocketChatConfig,
  now: () => Temporal.Instant,
): ReportedUsernames {
  const pagesOf = perOperation<Pages<HistoryRow>>();

  function lately(): TimeRange {
    const to = now();
    return { from: to.subtract({ hours: 24 * (REPORTED_DAYS - 1) }), to };
  }

  function history() {
    const days = wholeDays(daysTouched(lately(), timeZone), timeZone);
    return historyList(client, { days, fullReport: false });
  }

  async function historyPage(index: number, operation: Operation): Promise<Page<string>> {
    const pages = pagesOf(operation, 'history', () => new Pages(history(), PAGE_SIZE, operation));
    const { rows, ...page } = await pages.page(index);
    return { ...page, rows: distinctUsernames(rows) };
  }

  async function overview(operation: Operation): Promise<string[]> {
    const { first, end } = daysTouched(lately(), reportTimeZone);
    const days = { first, last: end.subtract({ days: 1 }) };
    const query = { metric: 'conversationsPercent', ...days, departmentId: null } as const;
    const rows = await client.agentOverview(query, operation);
    return [...new Set(rows.map((row) => row.name))].sort(compareText);
  }

  async function historyNamesSomebody(operation: Operation): Promise<boolean> {
    try {
      return (await historyPage(0, operation)).rows.length > 0;
    } catch (error) {
      // What passes does not make the overview's fewer names the right ones.
      if (error instanceof UpstreamError && !error.isTransient) return false;
      throw error;
    }
  }

  return {
    async page(index, operation) {
      if (await historyNamesSomebody(operation)) return historyPage(index, operation);
      const usernames = await overview(operation);
      const end = (index + 1) * PAGE_SIZE;
      const rows = usernames.slice(index * PAGE_SIZE, end);
      return {
        rows,
        total: usernames.length,
        hasMore: end < usernames.length,
        following: usernames[end] ?? null,
      };
    },
    async all(operation) {
      if (!(await historyNamesSomebody(operation))) return overview(operation);
      return distinctUsernames(await readAll(history(), operation));
    },
  };
}

function distinctUsernames(rows: readonly HistoryRow[]): string[] {
  return [...new Set(rows.map(({ username }) => username))];
}
