import { isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { claimText, type Identity } from '../domain/identity.ts';
import { type Entry, readEntry } from './entry.ts';
import type { Fault } from './fault.ts';
import type { Fields } from './fields.ts';
import { syntaxFaults } from './syntax.ts';
import type { Reading } from './word.ts';

/** What a text says of people, and what is wrong with it, in the order of the text, each with its line and column. */
export interface Parsed {
  readonly identities: readonly Identity[];
  readonly faults: readonly string[];
}

/**
 * That a field is given twice is found in `entry.ts`: the parser would compare each with all before it, which takes hours
 * where a file is one long mapping. Aliases are left as they are, so that nothing can expand.
 */
const OPTIONS = {
  prettyErrors: false,
  uniqueKeys: false,
  stringKeys: true,
  resolveKnownTags: false,
} as const;

/** Reads YAML as a list of people. */
export function parseIdentities(text: string, fields: Fields): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { ...OPTIONS, lineCounter: lines });
  const faults = syntaxFaults([...document.errors, ...document.warnings], lines, text);
  // What cannot be parsed has no meaning that could be right or wrong.
  const identities = faults.length === 0 ? readList(document.contents, fields, faults) : [];
  return {
    identities,
    faults: faults
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, says, first }) => {
        const { line, col } = lines.linePos(at);
        const elsewhere = first === undefined ? '' : `, first in line ${lines.linePos(first).line}`;
        return `${line}:${col}: ${says}${elsewhere}.`;
      }),
  };
}

function readList(contents: ParsedNode | null, fields: Fields, faults: Fault[]): Identity[] {
  if (!isSeq(contents)) {
    const isEmpty = contents === null || (isScalar(contents) && contents.value === null);
    const says = isEmpty
      ? 'there is nothing in it; nobody is written as []'
      : 'people must be given as a list, each beginning with "- key: …"';
    faults.push({ at: contents?.range[0] ?? 0, says });
    return [];
  }
  const reading: Reading = { faults, anchors: new Map() };
  const entries = contents.items.map((item) => readEntry(item as ParsedNode, fields, reading));
  for (const fault of repetitions(entries)) faults.push(fault);
  return entries.flatMap(({ key, name, claims }) =>
    key === null ? [] : { key: key.text, name, claims: claims.map(({ claim }) => claim) },
  );
}

/** What people share that belongs to one of them only. */
function repetitions(entries: readonly Entry[]): Fault[] {
  const keys = entries.flatMap(({ key }) =>
    key === null ? [] : { at: key.at, text: key.text, says: 'this key is given to two people' },
  );
  const claims = entries
    .flatMap((entry) => entry.claims)
    .map(({ at, claim, title }) => ({
      at,
      text: claimText(claim),
      says: `this account of ${title} is claimed twice`,
    }));
  return [...repeated(keys), ...repeated(claims)];
}

function repeated(words: readonly { readonly at: number; readonly text: string; readonly says: string }[]) {
  const places = new Map<string, number>();
  return words.flatMap(({ at, text, says }) => {
    const first = places.get(text);
    if (first !== undefined) return { at, says, first };
    places.set(text, at);
    return [];
  });
}
