import { getNamedType, isObjectType } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { SandboxCall } from '../../src/sandbox/index.ts';
import { ROCKET_CHAT_VERSIONS } from '../../src/sandbox/rocket-chat/versions.ts';
import { VENDOR_MODULES } from '../../src/vendors/registry.ts';
import { schemaOf } from '../../src/vendors/schema.ts';
import { type Answer, type Deskgraph, startDeskgraph } from './deskgraph.ts';
import { type Case, type Cases, RANGE } from './versions/case.ts';
import { KORE_AI } from './versions/kore-ai.ts';
import { LIVECHAT } from './versions/livechat.ts';
import { ROCKET_CHAT } from './versions/rocket-chat.ts';
import { type Cell, cells, VENDORS, type VendorTitle } from './versions/tables.ts';

const CASES: Readonly<Record<VendorTitle, Cases>> = {
  'Rocket.Chat': ROCKET_CHAT,
  'Kore.ai': KORE_AI,
  LiveChat: LIVECHAT,
};
const CELLS = cells();

/** How the gateway is made to meet a version. */
const SETTINGS: Readonly<Record<VendorTitle, (version: string) => Parameters<typeof startDeskgraph>[0]>> = {
  'Rocket.Chat': (version) => {
    const rocketChatVersion = ROCKET_CHAT_VERSIONS.find((known) => known === version);
    if (rocketChatVersion === undefined) throw new Error(`The sandbox cannot be Rocket.Chat ${version}`);
    return { sandboxOptions: { rocketChatVersion } };
  },
  'Kore.ai': (version) => ({ environment: { KORE_AI_API_VERSION: version } }),
  LiveChat: (version) => ({ environment: { LIVECHAT_API_VERSION: version } }),
};

/** What tells in a path that the version is spoken; Rocket.Chat's paths tell none. */
const PATHS: Readonly<Record<VendorTitle, (version: string) => RegExp>> = {
  'Rocket.Chat': () => /^\/api\/v1\//,
  'Kore.ai': (version) => new RegExp(`/account/[\\w-]+${version === '1' ? '' : `/v${version}`}/\\w+$`),
  LiveChat: (version) => new RegExp(`^/v${version.replace('.', '\\.')}/`),
};

const started = new Map<string, Promise<Deskgraph>>();
afterAll(async () => {
  for (const deskgraph of started.values()) await (await deskgraph)[Symbol.asyncDispose]();
});

interface Asked {
  readonly answer: Answer;
  /** What it cost at the vendor whose version it is about. */
  readonly calls: readonly SandboxCall[];
}
const asked = new Map<string, Promise<Asked>>();

/** The answer of a version, which is asked once. */
function ask({ title, label, version }: Cell): Promise<Asked> {
  const key = `${title} ${version} ${label}`;
  const answer = asked.get(key) ?? askAnew(title, version, caseOf(title, label));
  asked.set(key, answer);
  return answer;
}

async function askAnew(
  title: VendorTitle,
  version: string,
  { agents = 45, query, by }: Case,
): Promise<Asked> {
  const key = `${title} ${version} ${agents}`;
  const start = started.get(key) ?? startDeskgraph({ agents, ...SETTINGS[title](version) });
  started.set(key, start);
  const deskgraph = await start;
  const id = by === undefined ? undefined : (await deskgraph.ask(by)).data.agent.id;
  deskgraph.sandbox.clearCalls();
  const answer = await deskgraph.ask(query, { range: RANGE, id });
  const calls = deskgraph.sandbox.calls.filter(({ vendor }) => vendor === VENDORS[title]);
  return { answer, calls };
}

function caseOf(title: VendorTitle, label: string): Case {
  const found = CASES[title][label];
  return found ?? expect.fail(`The README's row ${label} of ${title} has no case`);
}

/** Every `unavailable` that the data holds. */
function unavailable(data: unknown): unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    name === 'unavailable' ? [value] : unavailable(value),
  );
}

const valuesOf = ({ title, label }: Cell, { answer: { data } }: Asked) => caseOf(title, label).values(data);
const isThere = (value: unknown) => value !== null && value !== undefined;

const NAMED = CELLS.map((cell) => [`${cell.title} ${cell.version}: ${cell.label}`, cell] as const);

describe.each(NAMED)('%s', (_, cell) => {
  const { title, label, version, outcome, endpoints } = cell;
  const isAskedFirst = title !== 'LiveChat' || ['yes', 'null'].includes(outcome);

  it(`is ${outcome}`, async () => {
    const { like, atLeast = 1, differs = false } = caseOf(title, label);
    const one = await ask(cell);
    const values = valuesOf(cell, one);
    const { data, errors = [] } = one.answer;
    if (outcome === 'yes') {
      expect(errors).toEqual([]);
      expect(unavailable(data).flat()).toEqual([]);
      const there = values.filter(isThere);
      expect(there.length).toBeGreaterThanOrEqual(atLeast);
      for (const value of there) like.parse(value);
      const newest = CELLS.findLast(
        (other) => other.title === title && other.label === label && other.outcome === outcome,
      );
      if (!differs && newest !== undefined) expect(values).toEqual(valuesOf(newest, await ask(newest)));
    } else if (outcome === 'null') {
      expect(errors).toEqual([]);
      expect(values.length).toBeGreaterThanOrEqual(atLeast);
      expect(values.filter(isThere)).toEqual([]);
    } else {
      expect(outcome).toMatch(/^UPSTREAM_[A-Z_]+$/);
      expect(values.filter(isThere)).toEqual([]);
      const problem = { code: outcome, vendor: VENDORS[title] };
      expect(errors.length).toBeGreaterThan(0);
      for (const { extensions } of errors)
        expect(extensions).toEqual({ ...problem, retryAfterSeconds: null });
      const lists = unavailable(data);
      expect(lists.flat().length > 0).toBe(lists.length > 0);
      for (const told of lists.flat()) expect(told).toEqual(problem);
    }
  });

  it(isAskedFirst ? `is asked of ${endpoints.join(' or ')}` : 'costs no call', async () => {
    const { calls } = await ask(cell);
    const paths = calls.map(({ path }) => path);
    if (!isAskedFirst) return expect(paths).toEqual([]);
    const wanted = endpoints.map((endpoint) => `/${endpoint}`.replace('*', '\\w+'));
    expect(paths.join('\n')).toMatch(new RegExp(`(${wanted.join('|')})$`, 'm'));
    for (const path of paths) expect(path).toMatch(PATHS[title](version));
  });
});

describe('the tables of versions in the README', () => {
  it.each(Object.entries(CASES))('have a row for each case of %s, and no row twice', (title, cases) => {
    const ofVendor = CELLS.filter((cell) => cell.title === title);
    const [{ version } = { version: '' }] = ofVendor;
    const labels = ofVendor.filter((cell) => cell.version === version).map(({ label }) => label);
    expect(labels.toSorted()).toEqual(Object.keys(cases).toSorted());
  });

  it('have a column for each version that can be set or imitated', () => {
    const versions = (title: VendorTitle) => [
      ...new Set(CELLS.filter((cell) => cell.title === title).map(({ version }) => version)),
    ];
    expect(versions('Rocket.Chat')).toEqual(ROCKET_CHAT_VERSIONS);
    const wrong = { KORE_AI_API_VERSION: 'x', LIVECHAT_API_VERSION: 'x' };
    expect(() => readConfig(wrong)).toThrow(
      `KORE_AI_API_VERSION must be one of ${versions('Kore.ai').join(', ')}.`,
    );
    expect(() => readConfig(wrong)).toThrow(
      `LIVECHAT_API_VERSION must be one of ${versions('LiveChat').join(', ')}.`,
    );
  });

  it('have a row for everything that a vendor is called for', () => {
    const types = schemaOf(VENDOR_MODULES).getTypeMap();
    const called = ['Query', 'Agent', 'RocketChatAccount', 'KoreAiAccount', 'LiveChatAccount', 'ChatReport'];
    const fields = called.flatMap((name) => {
      const type = types[name];
      if (!isObjectType(type)) throw new Error(`${name} is no object type`);
      return Object.values(type.getFields())
        .filter(
          ({ args, type: of }) =>
            args.length > 0 || (name === 'ChatReport' && isObjectType(getNamedType(of))),
        )
        .map((field) => `${name}.${field.name}`);
    });
    expect(fields.length).toBeGreaterThan(25);
    const named = new Set(CELLS.flatMap(({ label }) => label.match(/(?<=`)\w+\.\w+(?=`)/g) ?? []));
    expect(fields.filter((field) => !named.has(field))).toEqual(['Query.chatReport']);
  });
});
