import type { Imitation, Surroundings } from '../vendor.ts';
import { agentOverviewEndpoint } from './agent-overview.ts';
import { agentEndpoint, agentListEndpoint } from './agents.ts';
import { unknownEndpoint } from './answers.ts';
import { availableForExtensionEndpoint } from './available.ts';
import { guardedRoutes, type Policy } from './checks.ts';
import { historyEndpoint } from './history.ts';
import type { RocketChatOptions } from './options.ts';
import { createChats, createRooms } from './rooms.ts';
import { agentsOf } from './users.ts';
import { featuresOf } from './versions.ts';

/** Rocket.Chat's omnichannel endpoints over a centre. */
export function rocketChatImitation(
  { centre, random }: Surroundings,
  options: Required<RocketChatOptions> & Policy,
): Imitation {
  const agents = agentsOf(centre, random);
  const rooms = createRooms(createChats(centre, random, agents), agents);
  const features = featuresOf(options.rocketChatVersion);
  const timeZone = options.rocketChatTimeZone;
  const endpoints = [
    agentListEndpoint(centre, agents, options.rocketChatPermissions),
    agentEndpoint(centre, agents),
    historyEndpoint(centre, agents, timeZone, features),
    agentOverviewEndpoint(rooms, timeZone),
    ...(features.availableForExtension ? [availableForExtensionEndpoint(centre, agents, features)] : []),
  ];
  return { routes: guardedRoutes(endpoints, options, features, centre.now), notFound: unknownEndpoint };
}
