import { type EverySecond, everySecond } from './faults/delivery.ts';
import type { SandboxFault } from './faults/register.ts';
import type { Quotas } from './quotas.ts';
import type { VendorOptions } from './registry.ts';

/** What may differ from one sandbox to another, whichever vendors it imitates. */
export interface CommonOptions {
  /** The size of the staff, up to 10,000; 60 unless told. */
  readonly agents?: number;
  /** Another seed makes up another centre. */
  readonly seed?: number;
  /** The clock, in epoch milliseconds; the machine's unless told. */
  readonly now?: () => number;
  /** Any free port unless told. */
  readonly port?: number;
  /** For how many weeks the centre has been open; 8 unless told. */
  readonly weeks?: number;
  /** The vendors' limit on calls: `off` for none (the default), `real` for their documented quotas, or calls a minute. */
  readonly quotas?: Quotas;
  /** The faults that are on from the start; none unless told. */
  readonly faults?: readonly SandboxFault[];
  /** The clock of what drips; the machine's unless told. */
  readonly everySecond?: EverySecond;
}

/** What may differ from one sandbox to another. */
export interface SandboxOptions extends CommonOptions, VendorOptions {}

/** The seed of the centre that everybody meets first. */
export const DEFAULT_SEED = 8128;

/** What a sandbox is unless told otherwise: one in which nothing is refused that a call does right. */
export const DEFAULTS: Required<CommonOptions> = {
  agents: 60,
  seed: DEFAULT_SEED,
  now: () => Date.now(),
  port: 0,
  weeks: 8,
  quotas: 'off',
  faults: [],
  everySecond,
};
