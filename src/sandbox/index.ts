import { createCentre } from './centre/centre.ts';
import type { Centre } from './centre/model.ts';
import type { StrayCall } from './faults/elsewhere.ts';
import type { FaultOptions } from './faults/register.ts';
import type { FaultName } from './faults/table.ts';
import { type SandboxCall, serve } from './http.ts';
import { DEFAULTS, type SandboxOptions } from './options.ts';
import type { Quotas } from './quotas.ts';
import { SANDBOX_VENDORS, type VendorOptions } from './registry.ts';
import type { SandboxVendor } from './vendor.ts';

export type { FaultOptions } from './faults/register.ts';
export { FAULT_NAMES, type FaultName } from './faults/table.ts';
export type { SandboxCall } from './http.ts';
export { DEFAULT_SEED, type SandboxOptions } from './options.ts';
export type { SandboxVendor } from './vendor.ts';

/** The vendors' APIs, running on loopback HTTP. */
export interface Sandbox {
  /** The server's own address; each vendor is found below a path of its own. */
  readonly url: string;
  /** The events that the vendors' answers are computed from. */
  readonly centre: Centre;
  /** The variables of an operator with accounts at all these vendors. */
  readonly environment: Readonly<Record<string, string>>;
  /** The gateway's variables that say how many calls the sandbox takes; none where it has the vendors' own quotas. */
  readonly quotaEnvironment: Readonly<Record<string, string>>;
  /** The newest calls, at most 10,000, oldest first. */
  readonly calls: readonly SandboxCall[];
  /** What followed a redirect to the sandbox's second server. */
  readonly strayCalls: readonly StrayCall[];
  /** Forgets both. */
  clearCalls(): void;
  /** Lets every call of a vendor fail with a status from now on; null takes away whatever fault it has. */
  fail(vendor: string, status: number | null): void;
  /** Lets calls of a vendor go wrong from now on; null takes the fault of that route away, or of all routes. */
  fault(vendor: string, fault: FaultName | null, options?: FaultOptions): void;
  close(): Promise<void>;
}

/** Starts the vendors' imitations over one made-up contact centre. */
export async function startSandbox(
  options: SandboxOptions = {},
  vendors: readonly SandboxVendor<VendorOptions>[] = SANDBOX_VENDORS,
): Promise<Sandbox> {
  const { agents, seed, now, port, weeks, quotas, faults, everySecond } = { ...DEFAULTS, ...options };
  const centre = createCentre({ members: agents, seed, now, weeks });
  const mounts = await Promise.all(
    vendors.map(async (vendor) => ({
      vendor,
      imitation: await vendor.create({ centre, random: centre.streams(vendor.id), quotas }, options),
    })),
  );
  const server = await serve(mounts, { port, now, everySecond, faults });
  const environments = vendors.map((vendor) => vendor.environment(server.url + vendor.prefix, options));
  return {
    ...server,
    centre,
    environment: Object.fromEntries(environments.flatMap((variables) => Object.entries(variables))),
    quotaEnvironment: quotaEnvironment(vendors, quotas),
  };
}

function quotaEnvironment(
  vendors: readonly Pick<SandboxVendor<never>, 'quotaVariable'>[],
  quotas: Quotas,
): Readonly<Record<string, string>> {
  if (quotas === 'real') return {};
  // A gateway cannot be told to make no calls at all; the sandbox then refuses them.
  const limit = quotas === 'off' || quotas === 0 ? 'unlimited' : String(quotas);
  return Object.fromEntries(
    vendors.flatMap(({ quotaVariable }) => (quotaVariable === null ? [] : [[quotaVariable, limit]])),
  );
}
