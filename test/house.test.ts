import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/**
 * What each part of the house may import, besides itself. The way through is HTTP, gateway, resolver, loader, vendor,
 * upstream; nothing calls upward, and a vendor knows no other vendor, no loader and no GraphQL.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'main.ts': [
    'config.ts',
    'domain',
    'environment.ts',
    'gateway.ts',
    'listening.ts',
    'node-env.ts',
    'sandbox',
    'secret.ts',
    'server.ts',
    'shutdown.ts',
    'vendors/index.ts',
  ],
  'config.ts': [
    'environment.ts',
    'identities',
    'secret.ts',
    'stray-variables.ts',
    'vendors/rocket-chat',
    'vendors/kore-ai',
    'vendors/livechat',
  ],
  'secret.ts': ['domain', 'environment.ts'],
  'stray-variables.ts': ['environment.ts'],
  'listening.ts': [],
  'node-env.ts': [],
  'server.ts': [],
  'shutdown.ts': [],
  'environment.ts': ['domain'],
  'gateway.ts': ['domain', 'graphql', 'loaders', 'people'],
  domain: [],
  graphql: ['domain', 'generated', 'loaders', 'people'],
  generated: ['domain', 'graphql'],
  identities: ['domain', 'environment.ts'],
  loaders: ['domain', 'people'],
  people: ['domain'],
  'vendors/index.ts': ['domain', 'upstream', 'vendors/rocket-chat', 'vendors/kore-ai', 'vendors/livechat'],
  'vendors/rocket-chat': ['domain', 'environment.ts', 'upstream'],
  'vendors/kore-ai': ['domain', 'environment.ts', 'upstream'],
  'vendors/livechat': ['domain', 'environment.ts', 'upstream'],
  upstream: ['domain'],
  sandbox: [],
};

/** Which part may use which package. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  undici: ['upstream'],
  'lru-cache': ['graphql', 'upstream'],
  '@noble/ciphers/aes.js': ['graphql'],
  // In graphql it reads what cursors hold.
  zod: ['graphql', 'upstream', 'vendors/rocket-chat', 'vendors/kore-ai', 'vendors/livechat'],
  jose: ['vendors/kore-ai'],
  leven: ['domain'],
  yaml: ['identities'],
  dataloader: ['loaders', 'people'],
  graphql: ['graphql', 'generated', 'gateway.ts'],
  'graphql-yoga': ['graphql', 'gateway.ts'],
  '@graphql-tools/schema': ['graphql'],
  '@graphql-yoga/render-graphiql': ['graphql'],
};

/** Folders that are entered through their index only. */
const DOORS = ['vendors/rocket-chat', 'vendors/kore-ai', 'vendors/livechat', 'sandbox', 'identities', 'people'];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

function importsOf(file: string): string[] {
  const source = readFileSync(join(SRC, file), 'utf8');
  return [...source.matchAll(/^(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm)].flatMap(
    ([, name]) => name ?? [],
  );
}

function partOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return first === 'vendors' ? `${first}/${second}` : first;
}

describe('the house', () => {
  it('has a rule for every part', () => {
    expect([...new Set(files.map(partOf))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it.each(files)('%s imports only what its part may, and enters folders by their doors', (file) => {
    const part = partOf(file);
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) {
        const target = posix.normalize(posix.join(dirname(file).replaceAll('\\', '/'), name));
        const targetPart = partOf(target);
        if (targetPart === part) continue;
        expect(MAY_IMPORT[part], `${file} imports ${target}`).toContain(targetPart);
        if (DOORS.includes(targetPart)) expect(target).toBe(`${targetPart}/index.ts`);
      } else if (!name.startsWith('node:')) {
        expect(PACKAGES[name] ?? [], `${file} imports the package ${name}`).toContain(part);
      }
    }
  });

  it('keeps files short', () => {
    const long = files
      .filter((file) => partOf(file) !== 'generated')
      .map((file) => [file, readFileSync(join(SRC, file), 'utf8').split('\n').length] as const)
      .filter(([, lines]) => lines > 220);
    expect(long).toEqual([]);
  });
});
