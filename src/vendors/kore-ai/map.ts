import { UpstreamError } from '../../domain/errors.ts';
import type { AccountPresence } from '../../domain/presence.ts';
import type { AgentStatus, StatusSegment } from '../../domain/segment.ts';
import type { KoreAiAccount } from './account.ts';
import type { Agent } from './rows.ts';
import { openSegment } from './timeline.ts';
import type { SegmentRow } from './wire.ts';

const STATUSES: ReadonlySet<string> = new Set<AgentStatus>(['AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE']);

/** An agent as the account of a person. `now` is the time of the answer. */
export function toAccount(agent: Agent, now: Temporal.Instant): KoreAiAccount {
  const { userId, firstName, lastName, customId, emails, timeline } = agent;
  const name = [firstName, lastName].filter((part) => part !== null).join(' ');
  return {
    vendor: 'KORE_AI',
    key: userId,
    name: name === '' ? null : name,
    emails,
    firstName,
    lastName,
    customId,
    openSegment: openSegment(timeline, now),
  };
}

/** A segment. Its times are local to the offset that was asked for, which is always that of UTC. */
export function toSegment({ primaryStatus, secondaryStatus, startTime, endTime }: SegmentRow): StatusSegment {
  return {
    vendor: 'KORE_AI',
    status: toStatus(primaryStatus),
    reportedStatus: primaryStatus,
    reportedReason: secondaryStatus,
    startedAt: utc(startTime),
    endedAt: endTime === null ? null : utc(endTime),
  };
}

/** The segment that lasts is what the agent is doing now. */
export function toPresence({ openSegment }: KoreAiAccount): AccountPresence | null {
  if (openSegment === null || openSegment instanceof UpstreamError) return openSegment;
  const { vendor, status, reportedStatus, startedAt } = openSegment;
  return { vendor, status, reportedStatus, since: startedAt };
}

function utc(time: Temporal.PlainDateTime): Temporal.Instant {
  return time.toZonedDateTime('UTC').toInstant();
}

function toStatus(primaryStatus: string): AgentStatus {
  const word = primaryStatus.toUpperCase();
  return isCommonStatus(word) ? word : 'OTHER';
}

function isCommonStatus(word: string): word is AgentStatus {
  return STATUSES.has(word);
}
