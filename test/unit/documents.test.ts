import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The documents about the code. The change log also names what is gone, so it is not one of them. */
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...globSync('{docs,src}/**/*.md', { cwd: ROOT })];

/** A document's text without its examples of code, whose paths may be those of another project. */
const read = (document: string) =>
  readFileSync(join(ROOT, document), 'utf8').replaceAll(/^ *```ts$.*?^ *```$/gms, '');
const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);

/** Files and folders of the repository that a text names. Where a part of a name is left open, the folder before it. */
function pathsIn(text: string): string[] {
  const named = found(text, /(?<![\w/.-])((?:src|test|schema|docs)\/[\w./-]*)/g);
  return named.map((path) => path.replace(/\.$/, ''));
}

describe.each(DOCUMENTS)('%s', (document) => {
  it('names only files and folders that exist', () => {
    expect(pathsIn(read(document)).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('links only to files that exist', () => {
    const links = found(read(document), /\]\((?!https?:)([^)#\s]+)/g);
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(document), link)))).toEqual([]);
  });

  it('names only scripts that npm has', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = found(read(document), /\bnpm run ([\w:]+)/g);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});
