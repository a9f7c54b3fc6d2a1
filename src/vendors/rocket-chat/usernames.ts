import { UpstreamError } from '../../domain/errors.ts';
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
  page(index: number): Promise<Page<string>>;
  /** All of them. */
  all(): Promise<readonly string[]>;
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
  let pages: Pages<HistoryRow> | null = null;

  function lately(): TimeRange {
    const to = now();
    return { from: to.subtract({ hours: 24 * (REPORTED_DAYS - 1) }), to };
  }

  function history() {
    const days = wholeDays(daysTouched(lately(), timeZone), timeZone);
    return historyList(client, { days, fullReport: false });
  }

  async function historyPage(index: number): Promise<Page<string>> {
    pages ??= new Pages(history(), PAGE_SIZE);
    const { rows, ...page } = await pages.page(index);
    return { ...page, rows: distinctUsernames(rows) };
  }

  async function overview(): Promise<string[]> {
    const { first, end } = daysTouched(lately(), reportTimeZone);
    const days = { first, last: end.subtract({ days: 1 }) };
    const query = { metric: 'conversationsPercent', ...days, departmentId: null } as const;
    const rows = await client.agentOverview(query);
    return [...new Set(rows.map((row) => row.name))].sort(compareText);
  }

  async function historyNamesSomebody(): Promise<boolean> {
    try {
      return (await historyPage(0)).rows.length > 0;
    } catch (error) {
      // What passes does not make the overview's fewer names the right ones.
      if (error instanceof UpstreamError && !error.isTransient) return false;
      throw error;
    }
  }

  return {
    async page(index) {
      if (await historyNamesSomebody()) return historyPage(index);
      const usernames = await overview();
      const end = (index + 1) * PAGE_SIZE;
      const rows = usernames.slice(index * PAGE_SIZE, end);
      return {
        rows,
        total: usernames.length,
        hasMore: end < usernames.length,
        following: usernames[end] ?? null,
      };
    },
    async all() {
      if (!(await historyNamesSomebody())) return overview();
      return distinctUsernames(await readAll(history()));
    },
  };
}

function distinctUsernames(rows: readonly HistoryRow[]): string[] {
  return [...new Set(rows.map(({ username }) => username))];
}
