import type { Environment } from './environment.ts';

/** The prefixes of deskgraph's own variables. `HOST` and `PORT` have none and are too short to guess at. */
const OWN_PREFIXES = ['DESKGRAPH_', 'SANDBOX_'];

/** A slip is at most this many letters away from the name that is meant. */
const MAX_LETTERS = 2;

/** What a set of variables holds that deskgraph does not read. */
interface StrayVariables {
  /** Names that miss a known one by case, by underscores, or by at most two letters. */
  readonly slips: readonly { readonly name: string; readonly meant: string }[];
  /** Other names with a prefix of deskgraph's: an orchestrator may set `DESKGRAPH_SERVICE_HOST`. */
  readonly unknown: readonly string[];
}

/**
 * The variables that are set and not known, as far as they concern deskgraph: those with a prefix of its own or of a
 * vendor's.
 */
export function strayVariables(
  environment: Environment,
  known: ReadonlySet<string>,
  vendorPrefixes: readonly string[],
): StrayVariables {
  const hasPrefix = (name: string) =>
    [...OWN_PREFIXES, ...vendorPrefixes].some((prefix) => name.startsWith(prefix));
  const names = Object.keys(environment).filter((name) => !known.has(name) && environment[name]?.trim());
  const candidates = [...known].filter(hasPrefix);
  const slips = names.flatMap((name) => {
    const meant = nearest(name, candidates);
    return meant === undefined ? [] : { name, meant };
  });
  const isSlip = new Set(slips.map(({ name }) => name));
  return { slips, unknown: names.filter((name) => hasPrefix(name) && !isSlip.has(name)) };
}

function nearest(name: string, candidates: readonly string[]): string | undefined {
  for (let letters = 0; letters <= MAX_LETTERS; letters += 1) {
    const found = candidates.find((candidate) => isWithin(letters, bare(name), bare(candidate)));
    if (found !== undefined) return found;
  }
  return undefined;
}

function bare(name: string): string {
  return name.toUpperCase().replaceAll('_', '');
}

/** Whether one text becomes the other by so many letters at most, each added, left out or replaced. */
function isWithin(letters: number, a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > letters) return false;
  const start = [...a].findIndex((letter, index) => letter !== b[index]);
  if (start === -1) return true;
  if (letters === 0) return false;
  const [restOfA, restOfB] = [a.slice(start), b.slice(start)];
  return (
    isWithin(letters - 1, restOfA.slice(1), restOfB.slice(1)) ||
    isWithin(letters - 1, restOfA.slice(1), restOfB) ||
    isWithin(letters - 1, restOfA, restOfB.slice(1))
  );
}
