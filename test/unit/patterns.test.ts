import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import { check } from 'recheck';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

interface Pattern {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that a file spells out; one that is made at run time could not be judged, and is a fault. */
function patternsIn(code: string, file: string): Pattern[] {
  const patterns: Pattern[] = [];
  const refuseRunTimePattern = ({ callee }: { readonly callee: object }) =>
    expect('name' in callee && callee.name, `${file} makes a pattern at run time`).not.toBe('RegExp');
  const { program, errors } = parseSync(file, code);
  expect(errors).toEqual([]);
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) return;
      const line = code.slice(0, node.start).split('\n').length;
      patterns.push({ place: `${file}:${line}`, source: node.regex.pattern, flags: node.regex.flags });
    },
    NewExpression: refuseRunTimePattern,
    CallExpression: refuseRunTimePattern,
  }).visit(program);
  return patterns;
}

/**
 * How the time to match grows with the text, found by building the automaton: an exact method, which uses no clock. It
 * knows no look-around, so `src` has none.
 */
async function growthOf({ source, flags }: Pattern): Promise<string> {
  const found = await check(source, flags, { checker: 'automaton', timeout: null });
  return 'complexity' in found ? found.complexity.summary : found.status;
}

const PATTERNS = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => patternsIn(readFileSync(join(SRC, file), 'utf8'), file.replaceAll('\\', '/')));

describe('the time that a regular expression takes', () => {
  it.each(PATTERNS)('grows no faster than the text: $place', async (pattern) => {
    expect(await growthOf(pattern)).toMatch(/^(linear|safe)$/);
  });

  it.each([
    ['const address = /^\\S+@\\S+$/;', '2nd degree polynomial'],
    ['const end = text.replace(/\\/+$/, "");', '2nd degree polynomial'],
    ['const nested = /^(a+)+$/.test(text);', 'exponential'],
    ['const ahead = /a(?=.*b)/;', 'unknown'],
  ])('is found to grow faster, or not to be known, in %s', async (code, growth) => {
    const [pattern] = patternsIn(code, 'example.ts');
    if (pattern === undefined) throw new Error('No pattern was found');
    expect(await growthOf(pattern)).toBe(growth);
  });
});
