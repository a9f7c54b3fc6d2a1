import { getNamedType, isObjectType } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { SandboxCall } from '../../src/sandbox/index.ts';
import { schemaOf } from '../../src/vendors/schema.ts';
import { KITS } from '../unit/vendors/kits.ts';
import { type Answer, type Deskgraph, startDeskgraph } from './deskgraph.ts';
import { type Case, RANGE } from './versions/case.ts';
import { type Cell, cellsOf } from './versions/tables.ts';

const CELLS = KITS.flatMap(cellsOf);
const TYPES = schemaOf(KITS.map(({ module }) => module)).getTypeMap();

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
function ask(cell: Cell): Promise<Asked> {
  const key = `${cell.kit.module.id} ${cell.version} ${cell.label}`;
  const answer = asked.get(key) ?? askAnew(cell);
  asked.set(key, answer);
  return answer;
}

async function askAnew(cell: Cell): Promise<Asked> {
  const { kit, version } = cell;
  const { agents = 45, query, by } = caseOf(cell);
  const key = `${kit.module.id} ${version} ${agents}`;
  const start = started.get(key) ?? startDeskgraph({ agents, ...kit.versions.setting(version) });
  started.set(key, start);
  const deskgraph = await start;
  const id = by === undefined ? undefined : (await deskgraph.ask(by)).data.agent.id;
  deskgraph.sandbox.clearCalls();
  const answer = await deskgraph.ask(query, { range: RANGE, id });
  const calls = deskgraph.sandbox.calls.filter(({ vendor }) => vendor === kit.module.id);
  return { answer, calls };
}

function caseOf({ kit, label }: Cell): Case {
  return kit.versions.cases[label] ?? expect.fail(`The row ${label} of ${kit.module.title} has no case`);
}

/** Every `unavailable` that the data holds. */
function unavailable(data: unknown): unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    name === 'unavailable' ? [value] : unavailable(value),
  );
}

const valuesOf = (cell: Cell, { answer: { data } }: Asked) => caseOf(cell).values(data);
const isThere = (value: unknown) => value !== null && value !== undefined;

const NAMED = CELLS.map((cell) => [`${cell.kit.module.title} ${cell.version}: ${cell.label}`, cell] as const);

describe.each(NAMED)('%s', (_, cell) => {
  const { kit, label, version, outcome, endpoints } = cell;
  const isAskedFirst = !kit.versions.refusesWithoutCall || ['yes', 'null'].includes(outcome);

  it(`is ${outcome}`, async () => {
    const { like, atLeast = 1, differs = false } = caseOf(cell);
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
        (other) => other.kit === kit && other.label === label && other.outcome === outcome,
      );
      if (!differs && newest !== undefined) expect(values).toEqual(valuesOf(newest, await ask(newest)));
    } else if (outcome === 'null') {
      expect(errors).toEqual([]);
      expect(values.length).toBeGreaterThanOrEqual(atLeast);
      expect(values.filter(isThere)).toEqual([]);
    } else {
      expect(outcome).toMatch(/^UPSTREAM_[A-Z_]+$/);
      expect(values.filter(isThere)).toEqual([]);
      const problem = { code: outcome, vendor: kit.module.id };
      expect(errors.length).toBeGreaterThan(0);
      for (const { extensions } of errors)
        expect(extensions).toEqual({ ...problem, retryAfterSeconds: null });
      const lists = unavailable(data);
      expect(lists.flat().length > 0).toBe(lists.length > 0);
      for (const told of lists.flat()) expect(told).toEqual(problem);
    }
  });

  it(`is ${isAskedFirst ? '' : 'not '}asked of ${endpoints.join(' or ')}`, async () => {
    const { calls } = await ask(cell);
    const paths = calls.map(({ path }) => path);
    const wanted = endpoints.map((endpoint) => `/${endpoint}`.replace('*', '\\w+'));
    const isWanted = new RegExp(`(${wanted.join('|')})$`);
    expect(paths.some((path) => isWanted.test(path))).toBe(isAskedFirst);
    for (const path of paths) expect(path).toMatch(kit.versions.path(version));
  });
});

/** The fields of these types that a vendor is called for. */
function calledFor(types: readonly string[]): string[] {
  return types.flatMap((name) => {
    const type = TYPES[name];
    if (!isObjectType(type)) throw new Error(`${name} is no object type`);
    return Object.values(type.getFields())
      .filter(
        ({ args, type: of }) => args.length > 0 || (name === 'ChatReport' && isObjectType(getNamedType(of))),
      )
      .map((field) => `${name}.${field.name}`);
  });
}

/** The fields, of these, that no row of these cells is about. */
function withoutRow(fields: readonly string[], cells: readonly Cell[]): string[] {
  const named = new Set(cells.flatMap(({ label }) => label.match(/(?<=`)\w+\.\w+(?=`)/g) ?? []));
  return fields.filter((field) => !named.has(field));
}

describe.each(KITS)('the table of versions of $module.title', (kit) => {
  const { cases, known, types, variable } = kit.versions;
  const cells = CELLS.filter((cell) => cell.kit === kit);

  it('has a row for each case, and no row twice', () => {
    const labels = cells.filter(({ version }) => version === known[0]).map(({ label }) => label);
    expect(labels.toSorted()).toEqual(Object.keys(cases).toSorted());
  });

  it('has a column for each version that can be set or imitated', () => {
    expect([...new Set(cells.map(({ version }) => version))]).toEqual(known);
    if (variable === null) return;
    expect(() => readConfig({ [variable]: 'x' }, [kit.module])).toThrow(
      `${variable} must be one of ${known.join(', ')}.`,
    );
  });

  it('has a row for each field of its own types that the vendor is called for', () => {
    expect(withoutRow(calledFor(types), cells)).toEqual([]);
  });
});

it('the tables have a row for each field of common types that vendors are called for', () => {
  expect(withoutRow(calledFor(['Query', 'Agent']), CELLS)).toEqual(['Query.chatReport']);
});
