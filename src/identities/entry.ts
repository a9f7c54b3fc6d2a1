import { isMap, isScalar, type ParsedNode, type YAMLMap } from 'yaml';
import type { Claim } from '../domain/identity.ts';
import { claimOf, type Field, type Fields, namesOf } from './fields.ts';
import { type Reading, readWords, type Word } from './word.ts';

/** What the file says of one person, as far as it has no fault. */
export interface Entry {
  readonly key: Word | null;
  readonly name: string | null;
  readonly claims: readonly PlacedClaim[];
}

/** A claim and where it stands, as a fault does. */
export interface PlacedClaim {
  readonly at: number;
  readonly claim: Claim;
  /** The vendor's name as people write it. */
  readonly title: string;
}

/** Reads one entry of the list. */
export function readEntry(node: ParsedNode, known: Fields, reading: Reading): Entry {
  const [at] = node.range;
  const fault = (says: string) => reading.faults.push({ at, says });
  if (!isMap(node)) {
    fault('a person must be given by fields, such as "key: ana-weber"');
    return { key: null, name: null, claims: [] };
  }
  const fields = readFields(node as YAMLMap.Parsed, known, reading);
  const wordsOf = (name: string) => [...fields].find(([field]) => field.name === name)?.[1];
  if (wordsOf('key') === undefined) fault('this person has no key');
  if (![...fields.keys()].some(({ vendor }) => vendor !== null)) {
    fault(
      `this person has no account: give one of ${namesOf(known.values().filter(({ vendor }) => vendor !== null))}`,
    );
  }
  return {
    key: wordsOf('key')?.[0] ?? null,
    name: wordsOf('name')?.[0]?.text ?? null,
    claims: [...fields].flatMap(([{ vendor }, words]) =>
      vendor === null
        ? []
        : words.map(({ at, text }) => ({ at, claim: claimOf(vendor, text), title: vendor.title })),
    ),
  };
}

/** The values of each field that the entry has, read in the file's order, in which aliases follow their anchors. */
function readFields(node: YAMLMap.Parsed, known: Fields, reading: Reading): Map<Field, readonly Word[]> {
  const fields = new Map<Field, readonly Word[]>();
  const places = new Map<Field, number>();
  for (const { key, value } of node.items) {
    const [at] = key.range;
    const field = known.get(isScalar(key) ? String(key.value) : '');
    const first = field === undefined ? undefined : places.get(field);
    if (field === undefined) {
      reading.faults.push({ at, says: `there is no such field: a person has ${namesOf(known.values())}` });
    } else if (first !== undefined) {
      reading.faults.push({ at, says: `${field.name} is given twice`, first });
    } else {
      places.set(field, at);
      if (value === null) reading.faults.push({ at, says: `${field.name} is empty` });
      fields.set(field, value === null ? [] : readWords(value, field, reading));
    }
  }
  return fields;
}
