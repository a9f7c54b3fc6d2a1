import { z } from 'zod';
import { text } from './reports/figures.ts';

/*
 * What deskgraph reads of LiveChat's lists; what it reads of reports is in their declarations. Fields that are not read
 * are not named, so that new ones break nothing.
 */

/**
 * Configuration API, `list_agents`: a plain list. Its `login_status` is not read: it is the status that the agent's next
 * login begins with, and says nothing of the present.
 */
export const agentsAnswer = z.array(z.object({ id: z.string().min(1), name: text }));

/** Agent Chat API, `list_routing_statuses`: a plain list of agents, each with its present status. */
export const routingStatusesAnswer = z.array(
  z.object({ agent_id: z.string().min(1), status: z.string().min(1) }),
);

/** An agent in the list of agents. */
export type AgentRecord = z.output<typeof agentsAnswer>[number];
/** The agents' present statuses. */
export type RoutingStatuses = z.output<typeof routingStatusesAnswer>;
