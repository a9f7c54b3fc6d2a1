import type { Centre } from '../centre/model.ts';
import type { SandboxVendor } from '../route.ts';
import { agentOverviewEndpoint } from './agent-overview.ts';
import { agentEndpoint, agentListEndpoint } from './agents.ts';
import { unknownEndpoint } from './answers.ts';
import { availableForExtensionEndpoint } from './available.ts';
import { guardedRoutes, type Policy } from './checks.ts';
import { historyEndpoint } from './history.ts';
import { featuresOf, type RocketChatVersion } from './versions.ts';

/** How the server is set up, and who may call it. */
export interface RocketChatOptions extends Policy {
  /** The zone of the server process, whose midnights cut sessions; UTC unless told. */
  readonly timeZone?: string;
  /** The zone of reports, `Default_Timezone_For_Reporting`; the server's unless told. */
  readonly reportTimeZone?: string;
  readonly version: RocketChatVersion;
}

/** Rocket.Chat's omnichannel endpoints over a centre. */
export function rocketChatSandbox(centre: Centre, options: RocketChatOptions): SandboxVendor {
  const { timeZone = 'UTC', reportTimeZone = timeZone } = options;
  const features = featuresOf(options.version);
  const endpoints = [
    agentListEndpoint(centre, options.permissions),
    agentEndpoint(centre),
    historyEndpoint(centre, timeZone, features),
    agentOverviewEndpoint(centre, reportTimeZone),
    ...(features.availableForExtension ? [availableForExtensionEndpoint(centre, features)] : []),
  ];
  return { routes: guardedRoutes(endpoints, options, features, centre.now), notFound: unknownEndpoint };
}
