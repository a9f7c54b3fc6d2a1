import type { StatusSpan } from '../../centre/model.ts';
import type { Agent } from '../agents.ts';
import { mean } from '../figures.ts';
import type { RawObject } from '../input.ts';
import { clip, type Interval, lengthOf, union } from '../intervals.ts';
import type { Chat } from '../model.ts';
import type { AgentContext, ReportAnswer } from './report.ts';
import { endOfTime, selectedAgents, statusTimes } from './selected-agents.ts';

// A chat that began before the range may reach into it, but no chat lasts longer than this.
const LONGEST_CHAT = 24 * 3_600_000;

type StatusTime = { readonly span: StatusSpan; readonly time: Interval };

/** Each agent's chats, ratings, first responses and working time; agents who did nothing have no record. */
export function performance(context: AgentContext): ReportAnswer {
  const { range } = context.parameters;
  const agents = selectedAgents(context);
  const chats = chatsByMember(context);
  const times = Map.groupBy(statusTimes(context, agents), ({ span }) => span.member);
  const rows = agents.flatMap((agent) => {
    const all = chats.get(agent.member.index) ?? [];
    const counted = all.filter(({ createdAt }) => createdAt >= range.from);
    const chatting = chattingTime(context, all);
    const working = times.get(agent.member.index) ?? [];
    if (working.length === 0 && counted.length === 0 && chatting === 0) return [];
    return { agent, counted, record: { ...workingTimes(working), ...positive('chatting_time', chatting) } };
  });
  return {
    records: Object.fromEntries(rows.map(recordOf)),
    summary: chatFigures(rows.flatMap(({ counted }) => counted)),
  };
}

function recordOf(row: { agent: Agent; counted: readonly Chat[]; record: RawObject }): [string, RawObject] {
  const figures = row.counted.length === 0 ? {} : chatFigures(row.counted);
  return [row.agent.email, { ...row.record, ...figures }];
}

function chatsByMember({ centre, parameters }: AgentContext): ReadonlyMap<number | null, readonly Chat[]> {
  const { range, filters } = parameters;
  const chats = centre.chats(range.from - LONGEST_CHAT, range.to + 1);
  const counting = filters === null ? chats : chats.filter(({ groupId }) => filters.group(groupId));
  return Map.groupBy(counting, ({ member }) => member);
}

function chatFigures(chats: readonly Chat[]): RawObject {
  const responses = chats.flatMap(({ firstResponseSeconds }) => firstResponseSeconds ?? []);
  const average = mean(responses);
  return {
    chats_count: chats.length,
    chats_rated_good: chats.filter(({ rating }) => rating === 'good').length,
    chats_rated_bad: chats.filter(({ rating }) => rating === 'bad').length,
    first_response_chats_count: responses.length,
    ...(average === null ? {} : { first_response_time: average }),
  };
}

function chattingTime(context: AgentContext, chats: readonly Chat[]): number {
  const { from } = context.parameters.range;
  const end = endOfTime(context);
  const times = chats.flatMap(({ assignedAt, closedAt }) =>
    assignedAt === null ? [] : (clip({ from: assignedAt, to: closedAt ?? end }, from, end) ?? []),
  );
  return seconds(union(times));
}

function workingTimes(times: readonly StatusTime[]): RawObject {
  const secondsWhere = (accepting: boolean) =>
    seconds(times.filter(({ span }) => (span.status === 'AVAILABLE') === accepting).map(({ time }) => time));
  const accepting = secondsWhere(true);
  const notAccepting = secondsWhere(false);
  return {
    ...positive('accepting_chats_time', accepting),
    logged_in_time: accepting + notAccepting,
    not_accepting_chats_time: notAccepting,
  };
}

function seconds(intervals: readonly Interval[]): number {
  return Math.round(lengthOf(intervals) / 1000);
}

// Only the times in `workingTimes` without this are always there at the vendor's.
function positive(field: string, value: number): RawObject {
  return value > 0 ? { [field]: value } : {};
}
