import { readFileSync } from 'node:fs';

/** The vendors, as the README's tables and the gateway name them. */
export const VENDORS = { 'Rocket.Chat': 'ROCKET_CHAT', 'Kore.ai': 'KORE_AI', LiveChat: 'LIVECHAT' } as const;

export type VendorTitle = keyof typeof VENDORS;

/** What the README says of one thing to be asked, at one version of one vendor. */
export interface Cell {
  readonly title: VendorTitle;
  readonly label: string;
  readonly version: string;
  /** `yes`, `null` or the code of an error. */
  readonly outcome: string;
  /** The ends of the paths of which one is called; `*` stands for any last part. */
  readonly endpoints: readonly string[];
}

/** Every cell of the README's tables of versions; a column for several versions gives a cell for each. */
export function cells(): Cell[] {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const section = /^### Which versions$(.*?)^## /ms.exec(readme)?.[1] ?? '';
  const tables = section.split(/\n{2,}/).filter((block) => block.startsWith('|'));
  return tables.flatMap((table) => {
    const [header = [], , ...rows] = table.trim().split('\n').map(columns);
    const [title = '', , ...versions] = header;
    if (!isVendorTitle(title)) throw new Error(`The README has a table of versions of "${title}"`);
    return rows.flatMap(([label = '', endpoint = '', ...outcomes]) => {
      if (outcomes.length !== versions.length) throw new Error(`The row ${label} of ${title} has gaps`);
      return outcomes.flatMap((outcome, column) =>
        (versions[column] ?? '')
          .split(', ')
          .map((version) => ({ title, label, version, outcome, endpoints: endpointsOf(endpoint, version) })),
      );
    });
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

function isVendorTitle(title: string): title is VendorTitle {
  return Object.keys(VENDORS).includes(title);
}
