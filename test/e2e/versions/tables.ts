import { readFileSync } from 'node:fs';
import type { VendorKit } from '../../unit/vendors/kit.ts';

/** What a vendor's document says of one thing to be asked, at one version of the vendor. */
export interface Cell {
  readonly kit: VendorKit;
  readonly label: string;
  readonly version: string;
  /** `yes`, `null` or the code of an error. */
  readonly outcome: string;
  /** The ends of the paths of which one is called; `*` stands for any last part. */
  readonly endpoints: readonly string[];
}

/** Every cell of the vendor's table of versions; a column for several versions gives a cell for each. */
export function cellsOf(kit: VendorKit): Cell[] {
  const { module, versions } = kit;
  const blocks = readFileSync(versions.document, 'utf8').split(/\n{2,}/);
  const table = blocks.find((block) => block.startsWith(`| ${module.title} | endpoint |`));
  if (table === undefined) throw new Error(`No document has a table of the versions of ${module.title}`);
  const [header = [], , ...rows] = table.trim().split('\n').map(columns);
  const [, , ...columnsOfVersions] = header;
  return rows.flatMap(([label = '', endpoint = '', ...outcomes]) => {
    if (outcomes.length !== columnsOfVersions.length)
      throw new Error(`The row ${label} of ${module.title} has gaps`);
    return outcomes.flatMap((outcome, column) =>
      (columnsOfVersions[column] ?? '')
        .split(', ')
        .map((version) => ({ kit, label, version, outcome, endpoints: endpointsOf(endpoint, version) })),
    );
  });
}

/** Where a version stands behind an endpoint, it is that version's own. */
function endpointsOf(column: string, version: string): string[] {
  const named = [...column.matchAll(/`([^`]+)`(?: \(([^)]+)\))?/g)];
  const own = named.filter((match) => match[2] === version);
  return (own.length > 0 ? own : named.filter((match) => match[2] === undefined)).map(
    ([, path = '']) => path,
  );
}

function columns(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((text) => text.trim());
}
