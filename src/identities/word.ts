import { isAlias, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml';
import type { Fault } from './fault.ts';
import type { Field } from './fields.ts';

/** A value of a field and where it stands, as a fault does. */
export interface Word {
  readonly at: number;
  readonly text: string;
}

/** What is learnt while the document is read from its top down. */
export interface Reading {
  readonly faults: Fault[];
  /** What an alias may stand for so far: single values only, as lists of lists make a small file a huge one. */
  readonly anchors: Map<string, Scalar>;
}

/** In UTF-16 code units; no address is longer. */
const MAX_LENGTH = 256;

/** The values of a field, without those that have a fault. */
export function readWords(node: ParsedNode, field: Field, reading: Reading): Word[] {
  if (field.vendor === null || !isSeq(node)) return readWord(node, field, reading);
  const [at] = node.range;
  if (node.items.length === 0) reading.faults.push({ at, says: `${field.name} is an empty list` });
  return node.items.flatMap((item) => readWord(item as ParsedNode, field, reading));
}

function readWord(node: ParsedNode, field: Field, { faults, anchors }: Reading): Word[] {
  const [at] = node.range;
  if (isScalar(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
  const meant = isAlias(node) ? anchors.get(node.source) : node;
  const value = isScalar(meant) ? meant.value : undefined;
  const fault = meant === undefined ? 'is an alias of no single value above it' : faultOf(value, field);
  if (fault === null) return [{ at, text: String(value) }];
  faults.push({ at, says: `${field.name} ${fault}` });
  return [];
}

function faultOf(value: unknown, field: Field): string | null {
  if (value === undefined) return 'must be a single value';
  if (value === null) return 'is empty';
  if (typeof value !== 'string') return 'must be text: put it in quotes';
  if (value.trim() === '') return 'is empty';
  if (value.trim() !== value) return 'must not begin or end with white space';
  if (/\p{Cc}/u.test(value)) return 'must not hold line breaks or other control characters';
  if (value.length > MAX_LENGTH) return `must not be longer than ${MAX_LENGTH} characters`;
  return field.faultOf(value);
}
