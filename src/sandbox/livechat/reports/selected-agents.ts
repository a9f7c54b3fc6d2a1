import type { StatusSpan } from '../../centre/model.ts';
import type { Agent } from '../agents.ts';
import { clip, type Interval } from '../intervals.ts';
import type { AgentContext } from './report.ts';

/** The agents that the request is about, in the centre's order. */
export function selectedAgents({ directory, parameters }: AgentContext): readonly Agent[] {
  const agents = [...directory.agents.values()];
  return agents.filter((agent) => parameters.filters?.agent(agent) ?? true);
}

/** Where the request's range ends for what lasts: at its end or now, for nothing is known of the future. */
export function endOfTime({ centre, parameters }: AgentContext): number {
  return Math.min(parameters.range.to, centre.now());
}

/** These agents' time in a status, clipped to the request's range. */
export function statusTimes(
  context: AgentContext,
  agents: readonly Agent[],
): readonly { readonly span: StatusSpan; readonly time: Interval }[] {
  const { from } = context.parameters.range;
  const end = endOfTime(context);
  const members = agents.map(({ member }) => member.index);
  return context.centre.statusSpans(from, end, members).flatMap((span) => {
    const time = clip({ from: span.from, to: span.to ?? end }, from, end);
    return time === null ? [] : { span, time };
  });
}
