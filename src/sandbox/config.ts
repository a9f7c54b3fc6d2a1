import type { EnvironmentReader } from '../environment.ts';
import { FAULT_NAMES, type FaultName } from './faults/table.ts';
import type { Quotas } from './quotas.ts';
import { SANDBOX_VENDORS, type VendorOptions } from './registry.ts';
import type { SandboxVendor } from './vendor.ts';

type ReadVendor = Pick<SandboxVendor<VendorOptions>, 'id' | 'readOptions'>;

/** Reads the SANDBOX_ variables, those of the vendors included. This loads no imitation. */
export function readSandboxConfig(
  reader: EnvironmentReader,
  vendors: readonly ReadVendor[] = SANDBOX_VENDORS,
) {
  const common = {
    agents: reader.integer('SANDBOX_AGENTS', 60, 1, 10_000),
    port: reader.integer('SANDBOX_PORT', 0, 0, 65_535),
    quotas: readQuotas(reader),
    faults: readFaults(
      reader,
      vendors.map(({ id }) => id),
    ),
  };
  const ofVendors: VendorOptions = Object.assign(
    {},
    ...vendors.map(({ readOptions }) => readOptions(reader)),
  );
  return { ...common, ...ofVendors };
}

function readQuotas(reader: EnvironmentReader): Quotas {
  const value = reader.text('SANDBOX_QUOTAS');
  if (value === 'off' || value === 'real') return value;
  if (value === undefined) return 'off';
  if (/^\d{1,9}$/.test(value)) return Number(value);
  reader.faults.push('SANDBOX_QUOTAS must be off, real or a whole number of calls a minute.');
  return 'off';
}

/** An item of SANDBOX_FAULTS. */
interface FaultItem {
  readonly vendor: string;
  readonly fault: FaultName;
  /** Parts of a route; empty for all of the vendor's. */
  readonly route: string;
}

function readFaults(reader: EnvironmentReader, ids: readonly string[]) {
  const items = reader.text('SANDBOX_FAULTS')?.split(',') ?? [];
  return items.flatMap((text, index) => {
    const item = `SANDBOX_FAULTS, item ${index + 1} ${JSON.stringify(text.trim())}`;
    const read = readFault(text.trim(), ids);
    if (typeof read !== 'string') return { ...read, item };
    reader.faults.push(`${item}: ${read}`);
    return [];
  });
}

/** An item of the list, or what is right in its place. */
function readFault(item: string, ids: readonly string[]): FaultItem | string {
  const [, vendor, route = '', name] = /^(\w+)(?:\/([\w./-]+))?=([\w-]+)$/.exec(item) ?? [];
  if (vendor === undefined) {
    return `it must be VENDOR=fault or VENDOR/route=fault, such as ${ids[0]}=hang; the vendor is one of ${ids.join(', ')}.`;
  }
  if (!ids.includes(vendor)) return `the vendor must be one of ${ids.join(', ')}.`;
  const fault = FAULT_NAMES.find((known) => known === name);
  if (fault === undefined) return `the fault must be one of ${FAULT_NAMES.toSorted().join(', ')}.`;
  return { vendor, fault, route };
}
