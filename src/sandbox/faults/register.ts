import type { Mount } from '../routing.ts';
import { FAULTS, type Fault, type FaultName, failing, UNHARMED } from './table.ts';

/** Which calls a fault befalls: every one of the vendor unless told. */
export interface FaultOptions {
  /** Whole parts of a route, such as `agent-overview` or `reports/chats`: only routes that have them. */
  readonly route?: string;
  /** How many calls it befalls before it is over. */
  readonly times?: number;
  /** Of how many calls it befalls the last one: 3 lets two succeed, and the third not. */
  readonly every?: number;
  /** What a message about its route calls it, such as `SANDBOX_FAULTS, item 2`. */
  readonly item?: string;
}

/** A fault, and the id of the vendor that has it. */
export interface SandboxFault extends FaultOptions {
  readonly vendor: string;
  readonly fault: FaultName;
}

/** What befalls one call. The name is null where it is nothing, or a status that the vendor fails with. */
export interface Befalling extends Fault {
  readonly name: FaultName | null;
}

/** The faults that are on. */
export interface FaultRegister {
  /**
   * A number is a status to fail with. Null takes away the fault of the route that is given, or every one of the
   * vendor's.
   */
  set(vendor: string, fault: FaultName | number | null, options?: FaultOptions): void;
  /** What befalls the vendor's next call, which is counted; `pattern` is its route's, null where it has none. */
  next(vendor: string, pattern: string | null): Befalling;
}

interface Entry {
  readonly befalling: Befalling;
  readonly vendor: string;
  /** Empty for all routes. */
  readonly route: string;
  readonly every: number;
  seen: number;
  left: number;
}

const NOTHING: Befalling = { name: null, ...UNHARMED };

/** No fault is on at first. A fault for a route that none of the vendor's is like is refused: it would befall nobody. */
export function createFaultRegister(mounts: readonly Mount[]): FaultRegister {
  const entries: Entry[] = [];

  function lift(vendor: string, isLifted: (route: string) => boolean): void {
    const kept = entries.filter((entry) => entry.vendor !== vendor || !isLifted(entry.route));
    entries.splice(0, entries.length, ...kept);
  }

  return {
    set(vendor, fault, { route = '', times = Number.POSITIVE_INFINITY, every = 1, item } = {}) {
      checkRoute(mounts, vendor, route, item);
      lift(vendor, (other) => other === route || (fault === null && route === ''));
      if (fault === null) return;
      const befalling =
        typeof fault === 'number' ? { name: null, ...failing(fault) } : { name: fault, ...FAULTS[fault] };
      entries.push({ befalling, vendor, route, every, seen: 0, left: times });
      // The longest route comes first, because it says most about the call.
      entries.sort((one, other) => other.route.length - one.route.length);
    },
    next(vendor, pattern) {
      const entry = entries.find(
        (candidate) => candidate.vendor === vendor && candidate.left > 0 && has(pattern, candidate.route),
      );
      if (entry === undefined) return NOTHING;
      entry.seen += 1;
      if (entry.seen % entry.every !== 0) return NOTHING;
      entry.left -= 1;
      return entry.befalling;
    },
  };
}

/** Whether the route's parts stand in the pattern, whole and in this order. */
const has = (pattern: string | null, route: string): boolean =>
  route === '' || `${pattern ?? ''}/`.includes(`/${route}/`);

function checkRoute(mounts: readonly Mount[], id: string, route: string, item: string | undefined): void {
  const mount = mounts.find(({ vendor }) => vendor.id === id);
  if (mount === undefined) throw new Error(`The sandbox has no vendor ${id}.`);
  const patterns = [...new Set(mount.imitation.routes.map(({ pattern }) => pattern))];
  if (patterns.some((pattern) => has(pattern, route))) return;
  const place = item === undefined ? '' : `${item}: `;
  throw new Error(`${place}${id} has no route with ${route} in it, only ${patterns.join(', ')}.`);
}
