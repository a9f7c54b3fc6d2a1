import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SANDBOX = fileURLToPath(new URL('../../../src/sandbox/', import.meta.url));

const sourceOf = (file: string): string => readFileSync(join(SANDBOX, file), 'utf8');
const files = readdirSync(SANDBOX, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll(sep, '/'));
/** The folders that the registry loads vendors from. */
const folders = [...sourceOf('registry.ts').matchAll(/ from '\.\/([^/']+)\/vendor\.ts'/g)].map(
  ([, folder]) => `${folder}/`,
);
const folderOf = (file: string): string | undefined => folders.find((folder) => file.startsWith(folder));

it.each(files.filter((file) => folderOf(file) === undefined && file !== 'registry.ts'))(
  '%s names no vendor and imports from no vendor’s folder',
  (file) => {
    expect(folders.length).toBeGreaterThan(0);
    expect(sourceOf(file)).not.toMatch(/rocket|kore|livechat/i);
    expect(folders.filter((folder) => sourceOf(file).includes(`/${folder}`))).toEqual([]);
  },
);

it.each(files.filter((file) => folderOf(file) !== undefined))(
  '%s imports nothing of another vendor',
  (file) => {
    const others = folders.filter((folder) => folder !== folderOf(file));
    const imported = [...sourceOf(file).matchAll(/(?:from |import\()'([^']+)'/g)].map(
      ([, name]) => name ?? '',
    );
    expect(imported.filter((name) => others.some((folder) => name.includes(folder)))).toEqual([]);
  },
);

/** The file and all that it loads at once: `import()` and types load nothing. */
function loadedBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file) || file.startsWith('..')) return seen;
  seen.add(file);
  for (const [, name = ''] of sourceOf(file).matchAll(
    /^(?:import|export) (?!type )[^;]*? from '(\.[^']+)'/gm,
  ))
    loadedBy(posix.join(posix.dirname(file), name), seen);
  return seen;
}

it('reads its configuration without loading an imitation', () => {
  const loaded = [...loadedBy('config.ts')];
  expect(loaded).toEqual(expect.arrayContaining(folders.map((folder) => `${folder}vendor.ts`)));
  expect(loaded.filter((file) => file.endsWith('imitation.ts') || file.startsWith('centre/'))).toEqual([]);
});
