import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

/** Each vendor's folder. */
const VENDORS = readdirSync(join(SRC, 'vendors'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `vendors/${name}`);

/**
 * What each part of the house may import, besides itself. The way through is HTTP, gateway, resolver, loader, vendor,
 * upstream; nothing calls upward, and a vendor knows no other vendor, no loader and no GraphQL.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'main.ts': ['node-env.ts', 'shutdown.ts', 'start.ts'],
  'start.ts': [
    'config.ts',
    'domain',
    'environment.ts',
    'gateway.ts',
    'listening.ts',
    'sandbox',
    'secret.ts',
    'server.ts',
    'vendors/connect.ts',
  ],
  'config.ts': [
    'environment.ts',
    'identities',
    'sandbox',
    'secret.ts',
    'stray-variables.ts',
    'vendors/module.ts',
    'vendors/registry.ts',
  ],
  'secret.ts': ['domain', 'environment.ts'],
  'stray-variables.ts': ['environment.ts'],
  'listening.ts': [],
  'node-env.ts': [],
  'server.ts': [],
  'shutdown.ts': [],
  'environment.ts': ['domain'],
  'gateway.ts': [
    'domain',
    'graphql',
    'loaders',
    'people',
    'vendors/connect.ts',
    'vendors/module.ts',
    'vendors/schema.ts',
  ],
  domain: [],
  graphql: ['domain', 'generated', 'loaders', 'people'],
  generated: ['domain', 'graphql', ...VENDORS],
  identities: ['domain', 'environment.ts', 'vendors/module.ts'],
  loaders: ['domain', 'people'],
  people: ['domain'],
  'vendors/connect.ts': ['domain', 'upstream', 'vendors/module.ts'],
  // The types that a module is made of: what a vendor adds to the graph is typed as the graph's.
  'vendors/module.ts': ['domain', 'environment.ts', 'generated', 'graphql', 'upstream'],
  'vendors/schema.ts': ['graphql', 'vendors/module.ts'],
  'vendors/registry.ts': ['vendors/module.ts', ...VENDORS],
  ...Object.fromEntries(
    VENDORS.map((vendor) => [
      vendor,
      ['domain', 'environment.ts', 'generated', 'graphql', 'upstream', 'vendors/module.ts'],
    ]),
  ),
  upstream: ['domain'],
  // The reader of its variables, and nothing that the gateway calls vendors with.
  sandbox: ['environment.ts'],
};

/** Which part may use which package. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  undici: ['upstream'],
  'lru-cache': ['graphql', 'upstream'],
  '@noble/ciphers/aes.js': ['graphql'],
  // In graphql it reads what cursors hold.
  zod: ['graphql', 'upstream', ...VENDORS],
  jose: ['vendors/kore-ai'],
  leven: ['domain'],
  yaml: ['identities'],
  dataloader: ['loaders', 'people'],
  graphql: ['graphql', 'generated', 'gateway.ts', 'vendors/schema.ts'],
  'graphql-yoga': ['graphql', 'gateway.ts'],
  '@graphql-tools/schema': ['graphql'],
  '@graphql-yoga/render-graphiql': ['graphql'],
};

/** Folders that are entered through their index only, and the sandbox's configuration, which loads no imitation. */
const DOORS = [...VENDORS, 'sandbox', 'identities', 'people'];
const SIDE_DOORS = ['sandbox/config.ts'];

/** What vendors are called. No file knows the last, which the tests alone have. */
const VENDOR_WORDS = /rocket|kore|livechat|parley/i;

/** The registries; and the queries on which GraphiQL opens, as each of them shows several vendors in one. */
const MAY_NAME_VENDORS = ['graphql/examples.ts', 'sandbox/registry.ts', 'vendors/registry.ts'];

const isOfVendor = (file: string) => /^(?:vendors|sandbox)\/(?:rocket-chat|kore-ai|livechat)\//.test(file);

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

/** What a file imports: while it is loaded, for its types alone, and later. */
function importsOf(file: string) {
  const source = readFileSync(join(SRC, file), 'utf8');
  const names = (pattern: RegExp) => [...source.matchAll(pattern)].flatMap(([, name]) => name ?? []);
  return {
    atOnce: names(/^(?:import|export)\s(?!type\s)(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm),
    types: names(/^(?:import|export)\stype\s[^'"]*?\sfrom\s['"]([^'"]+)['"]/gm),
    later: names(/\bimport\(['"]([^'"]+)['"]\)/g),
  };
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
    for (const name of Object.values(importsOf(file)).flat()) {
      if (name.startsWith('.')) {
        const target = posix.normalize(posix.join(dirname(file).replaceAll('\\', '/'), name));
        const targetPart = partOf(target);
        if (targetPart === part) continue;
        expect(MAY_IMPORT[part], `${file} imports ${target}`).toContain(targetPart);
        // The generated types name the types that resolvers are given, wherever those are.
        const isDoor = part === 'generated' || SIDE_DOORS.includes(target);
        if (DOORS.includes(targetPart) && !isDoor) expect(target).toBe(`${targetPart}/index.ts`);
      } else if (!name.startsWith('node:')) {
        expect(PACKAGES[name] ?? [], `${file} imports the package ${name}`).toContain(part);
      }
    }
  });

  it.each(['@graphql-yoga/render-graphiql', 'jose', './sandbox/index.ts'])(
    'loads %s when it is needed, not at the start',
    (name) => {
      expect(files.filter((file) => importsOf(file).later.includes(name))).toHaveLength(1);
      expect(files.filter((file) => importsOf(file).atOnce.includes(name))).toEqual([]);
    },
  );

  it('keeps files short', () => {
    const long = files
      .filter((file) => partOf(file) !== 'generated')
      .map((file) => [file, readFileSync(join(SRC, file), 'utf8').split('\n').length] as const)
      .filter(([, lines]) => lines > 220);
    expect(long).toEqual([]);
  });

  it('names a vendor in its own folders, the registries and the examples of queries only', () => {
    const naming = files
      .filter((file) => !isOfVendor(file) && partOf(file) !== 'generated')
      .filter((file) => VENDOR_WORDS.test(`${file} ${readFileSync(join(SRC, file), 'utf8')}`));
    expect(naming.sort()).toEqual(MAY_NAME_VENDORS);
  });
});
