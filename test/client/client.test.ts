import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Deskgraph, startDeskgraph } from '../e2e/deskgraph.ts';

const run = promisify(execFile);
const PRINT = fileURLToPath(new URL('../../src/graphql/print.ts', import.meta.url));
const DAY = ['2026-03-17T00:00:00Z', '2026-03-18T00:00:00Z'];

let deskgraph: Deskgraph;
let folder: string;
beforeAll(async () => {
  deskgraph = await startDeskgraph({ agents: 15 });
  folder = mkdtempSync(join(tmpdir(), 'deskgraph-client-'));
  cpSync(new URL('project/', import.meta.url), folder, { recursive: true });
  const installed = fileURLToPath(new URL('../../node_modules', import.meta.url));
  symlinkSync(installed, join(folder, 'node_modules'), 'junction');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await deskgraph[Symbol.asyncDispose]();
});

/** Runs a script with Node in the client's folder; fails with all that it printed. */
async function node(...words: string[]): Promise<string> {
  try {
    return (await run(process.execPath, words, { cwd: folder })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${words.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}

describe('a project that has nothing of deskgraph but its printed schema', () => {
  it('gets the schema in one file, whole and with its descriptions', async () => {
    expect(await node(PRINT)).toContain(join(folder, 'deskgraph.graphql'));
    const printed = buildSchema(readFileSync(join(folder, 'deskgraph.graphql'), 'utf8'));
    const options = { oneOf: true, specifiedByUrl: true, inputValueDeprecation: true };
    const { data } = await deskgraph.ask(getIntrospectionQuery(options));
    const served = buildClientSchema(data);
    expect(printSchema(lexicographicSortSchema(printed))).toBe(printSchema(lexicographicSortSchema(served)));
    expect(printed.getType('AgentStatus')?.description).toContain('common to the vendors');
  });

  it('has a typed client generated from it', async () => {
    await node('node_modules/@graphql-codegen/cli/esm/bin.js');
    const types = readFileSync(join(folder, 'generated/graphql.ts'), 'utf8');
    expect(types).toMatch(/export type TimeRange = \{[^}]*from\?: string \| null[^}]*to\?: string \| null/);
  });

  it('compiles against it, and with none of the mistakes that the types are there to catch', async () => {
    expect(await node('node_modules/typescript/bin/tsc')).toBe('');
  });

  it('reads from the running gateway what the types promise', async () => {
    const read = JSON.parse(await node('main.ts', deskgraph.url, ...DAY));

    const ids = read.people.map(({ id }: { id: string }) => id);
    expect(ids.length).toBeGreaterThan(8);
    expect(new Set(ids).size).toBe(ids.length);
    const told = new Map(read.people.flatMap((person: { told: [string, unknown][] }) => person.told));
    expect([...told.keys()].sort()).toEqual(['Kore.ai', 'LiveChat', 'Rocket.Chat']);
    expect(told.get('Rocket.Chat')).toEqual(expect.any(Number));
    expect(told.get('LiveChat')).toEqual(expect.any(Number));

    const atWork = new Map<string, number>(read.timeline.minutesAtWork).get('Rocket.Chat');
    expect(atWork).toBeGreaterThan(0);
    expect(atWork).toBeLessThanOrEqual(read.availableMinutes);
    expect(read.timeline.segments).toContainEqual({
      vendor: 'ROCKET_CHAT',
      status: 'AVAILABLE',
      startedAt: expect.stringMatching(/^2026-03-17T.*Z$/),
      endedAt: expect.stringMatching(/^2026-03-1\dT.*Z$/),
      durationSeconds: expect.any(Number),
    });

    expect(read.report).toMatchObject({ from: DAY[0], timeZone: 'UTC' });
    expect(read.report.totalChats.points).toHaveLength(24);
    expect(read.report.totalChats.points[13].startsAt).toBe('2026-03-17T13:00:00Z');
    const chats = read.report.totalChats.points.map((point: { chats: number }) => point.chats);
    expect(chats.reduce((sum: number, count: number) => sum + count)).toBe(read.report.totalChats.total);
    expect(read.report.ratings.points[0]).toEqual({
      label: expect.any(String),
      good: expect.any(Number),
      bad: expect.any(Number),
    });
    expect(read.report.ranking.nodes).toHaveLength(3);
    expect(read.report.ranking.nodes[0].agent.email).toContain('@');

    expect(read.presence.agents.unavailable).toEqual([]);
    expect(read.presence.agents.nodes[0].presence[0]).toEqual({
      vendor: 'ROCKET_CHAT',
      status: expect.stringMatching(/^(AVAILABLE|BUSY|AWAY|OFFLINE|OTHER)$/),
      since: null,
    });
    expect(read.presence.vendors.map(({ vendor }: { vendor: string }) => vendor).sort()).toEqual([
      'KORE_AI',
      'LIVECHAT',
      'ROCKET_CHAT',
    ]);
  });
});
