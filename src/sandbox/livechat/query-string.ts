import { ValidationError } from './errors.ts';
import type { RawObject } from './input.ts';

const LISTS = new Set(['values', 'exclude_values']);
const NO_TEXT = new Set(['exists', 'first', 'require_every_value', 'page']);
const INTEGER_SUBJECTS = new Set(['sales', 'goals', 'groups', 'greetings']);
const PROPERTY = /^filters\.properties\[([^[\]]+)\]\[([^[\]]+)\]\.(\w+)$/;

type Node = Record<string, unknown>;

/** The request that a query string spells, in the shape that a POST's body would have. */
export function fromQueryString(query: URLSearchParams): RawObject {
  const root = node();
  for (const key of new Set(query.keys())) place(root, key, query.getAll(key));
  return root;
}

function place(root: Node, key: string, texts: readonly string[]): void {
  const path = pathOf(key);
  const leaf = path.at(-1) ?? '';
  let parent = root;
  for (const step of path.slice(0, -1)) parent = child(parent, step, key);
  if (leaf in parent) throw new ValidationError(`\`${key}\` contradicts another parameter`);
  if (LISTS.has(leaf)) {
    parent[leaf] = texts.map((text) => scalar(text, path));
    return;
  }
  if (texts.length > 1) throw new ValidationError(`\`${key}\` is given more than once`);
  const text = texts[0] ?? '';
  parent[leaf] = NO_TEXT.has(leaf) ? guess(text) : text;
}

function pathOf(key: string): readonly string[] {
  const property = PROPERTY.exec(key);
  if (property !== null) return ['filters', 'properties', ...property.slice(1)];
  // Namespaces and names of properties stand in brackets only, since they may hold dots themselves.
  if (key.startsWith('filters.properties') || key.includes('[')) {
    throw new ValidationError(`unknown parameter \`${key}\``);
  }
  return key.split('.');
}

function child(parent: Node, step: string, key: string): Node {
  parent[step] ??= node();
  const found = parent[step];
  if (typeof found !== 'object' || found === null || Array.isArray(found)) {
    throw new ValidationError(`\`${key}\` contradicts another parameter`);
  }
  return found as Node;
}

// Without a prototype, so that a key such as `__proto__` is a key like any other.
function node(): Node {
  return Object.create(null) as Node;
}

function scalar(text: string, path: readonly string[]): unknown {
  if (path[1] === 'properties') return guess(text);
  const subject = path.at(-2) ?? '';
  return INTEGER_SUBJECTS.has(subject) && /^-?\d+$/.test(text) ? Number(text) : text;
}

function guess(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+$/.test(text) ? Number(text) : text;
}
