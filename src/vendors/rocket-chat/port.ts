import type { AccountDirectory } from '../../domain/directory.ts';
import type { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import type { VendorPort } from '../../domain/ports.ts';
import type { TimeRange } from '../../domain/time-range.ts';

/** What Rocket.Chat adds. */
export interface RocketChatPort extends VendorPort {
  readonly vendor: 'ROCKET_CHAT';
  /** The whole days that each report on a range covers, as their first and last instant. */
  readonly covers: Readonly<Record<'availability' | 'overview', (range: TimeRange) => TimeRange>>;
  /**
   * Seconds available on those days, by username, or the error that costs this user alone. One call for every 100 users.
   */
  availability(range: TimeRange, operation: Operation): Promise<ReadonlyMap<string, number | UpstreamError>>;
  /** One metric on those days, by username; who has no figure is absent. One call. */
  overview(
    metric: OverviewMetric,
    range: TimeRange,
    departmentId: string | null,
    operation: Operation,
  ): Promise<ReadonlyMap<string, number>>;
  /** The agents to whom a VoIP extension can be assigned, as a list of people of its own. */
  availableForExtension(query: ExtensionQuery): AccountDirectory;
}

/** Which agents, of those to whom a VoIP extension can be assigned. */
export interface ExtensionQuery {
  /** The extension whose present owner is listed too. */
  readonly extension: string | null;
  /** Only agents whose username or name contains this. */
  readonly text: string | null;
}

/** The seven metrics of Rocket.Chat's agent overview, by the schema's field names. */
export type OverviewMetric =
  | 'conversationsPercent'
  | 'messages'
  | 'averageChatDurationSeconds'
  | 'averageFirstResponseSeconds'
  | 'bestFirstResponseSeconds'
  | 'averageResponseSeconds'
  | 'averageReactionSeconds';
