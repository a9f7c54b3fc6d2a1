import { type Clock, machineClock } from '../domain/clock.ts';
import type { VendorPort } from '../domain/ports.ts';
import { createStore } from '../upstream/steps/response-cache.ts';
import type { VendorModule } from './module.ts';

/** What vendors are connected by. */
export interface VendorSettings {
  /** Every vendor's module. */
  readonly modules: readonly VendorModule[];
  /** The configuration of each vendor that is configured, by its id. */
  readonly vendors: ReadonlyMap<string, unknown>;
  /** For how long an answer is used again: as fresh, and while the vendor fails. Fresh for no time turns both off. */
  readonly memory: { readonly freshMilliseconds: number; readonly staleMilliseconds: number };
}

/** A vendor's module with its port; null where the vendor is not configured. */
export interface ConnectedVendor {
  readonly profile: VendorModule;
  readonly port: VendorPort | null;
}

/** In bytes. The response cache, which all vendors share. */
const CACHE_BYTES = 64 * 1024 * 1024;

/** The vendors of this gateway, those that are configured with their ports. */
export function connectVendors(
  { modules, vendors, memory }: VendorSettings,
  now: () => Temporal.Instant,
  clock: Clock = machineClock,
): ConnectedVendor[] {
  const store = memory.freshMilliseconds > 0 ? { ...memory, store: createStore(CACHE_BYTES) } : null;
  const resources = { now, upstream: { clock, cache: store, random: Math.random } };
  return modules.map((module) => {
    const config = vendors.get(module.id);
    return { profile: module, port: config === undefined ? null : module.connect(config, resources) };
  });
}
