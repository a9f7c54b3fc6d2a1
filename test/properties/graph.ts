import fc from 'fast-check';
import { type DocumentNode, execute, type GraphQLResolveInfo, parse, responsePathAsArray } from 'graphql';
import { expect } from 'vitest';
import type { UpstreamError } from '../../src/domain/errors.ts';
import { createIdentities, type Identity } from '../../src/domain/identity.ts';
import { openVendors, type VendorPort } from '../../src/domain/ports.ts';
import { createLoaders } from '../../src/loaders/loaders.ts';
import { PeopleCache } from '../../src/people/index.ts';
import type { VendorModule } from '../../src/vendors/module.ts';
import { VENDOR_MODULES } from '../../src/vendors/registry.ts';
import { schemaOf } from '../../src/vendors/schema.ts';
import type { VendorId as Vendor } from '../support/vendor-ids.ts';
import { SEALER } from '../unit/graphql/sealer.ts';
import { FakeClock } from '../unit/upstream/fake-clock.ts';
import { operation } from '../unit/vendors/asking.ts';

/** The instant at which the generated centres live. */
export const NOW = Temporal.Instant.from('2024-09-13T14:20:00Z');

const DOCUMENTS = new Map<string, DocumentNode>();

/** An answer, and the vendors' problems that it tells of beside the data. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: a test reads of an answer what its own query asked for
  readonly data: any;
  readonly problems: readonly Vendor[];
  /** The same, each with the place in the answer: `path vendor`. */
  readonly places: ReadonlySet<string>;
}

export type Graph = ReturnType<typeof graphOver>;

/** The graph over these vendors as a process holds it from its start on: what it has learnt is cached. */
export function graphOver(
  ports: readonly VendorPort[],
  identities: readonly Identity[],
  present = NOW,
  modules: readonly VendorModule[] = VENDOR_MODULES,
) {
  const schema = schemaOf(modules);
  const now = () => present;
  const cache = new PeopleCache(new FakeClock());
  const known = createIdentities(identities);
  const vendors = modules.map((profile) => ({
    profile,
    port: ports.find(({ vendor }) => vendor === profile.id) ?? null,
  }));
  return {
    /** Executes a query without errors but those of vendors. */
    async ask(query: string, variableValues: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
      const document = DOCUMENTS.get(query) ?? parse(query);
      DOCUMENTS.set(query, document);
      const problems = new Set<Vendor>();
      const places = new Set<string>();
      const note = (path: readonly unknown[], vendor: Vendor) => {
        problems.add(vendor);
        places.add(`${path.join('.')} ${vendor}`);
      };
      const asked = operation();
      const open = openVendors(ports, asked);
      const contextValue = {
        loaders: createLoaders(open, known, cache, asked),
        sealer: SEALER,
        sessions: new Map(open.map(({ port, session }) => [port.vendor, session])),
        vendors,
        now,
        report: ({ vendor }: UpstreamError, { path }: GraphQLResolveInfo) =>
          note(responsePathAsArray(path), vendor as Vendor),
      };
      const { data, errors = [] } = await execute({ schema, document, variableValues, contextValue });
      for (const error of errors) {
        const { vendor } = (error.originalError ?? {}) as Partial<UpstreamError>;
        if (vendor === undefined) throw error.originalError ?? error;
        note(error.path ?? [], vendor as Vendor);
      }
      return { data, problems: [...problems], places };
    },
  };
}

export type Direction = 'forwards' | 'backwards';

/** Which part of a list is asked for. */
export interface Window {
  readonly first?: number | undefined;
  readonly after?: string | null;
  readonly last?: number | undefined;
  readonly before?: string | null;
}

/** A page of any list. */
export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly unavailable: readonly { readonly vendor: Vendor }[];
}

/** More pages than any list here has entries. */
const TOO_MANY_PAGES = 500;

/** The pages of a list, each in the list's order, in the order of the walk; `sizes` one after the other, again and again. */
export async function walk<Found extends Page<unknown>>(
  direction: Direction,
  sizes: readonly number[],
  ask: (window: Window) => Promise<Found>,
): Promise<Found[]> {
  const pages: Found[] = [];
  for (let cursor: string | null = null, more = true; more; ) {
    const size = sizes[pages.length % sizes.length];
    const page: Found = await ask(
      direction === 'forwards' ? { first: size, after: cursor } : { last: size, before: cursor },
    );
    pages.push(page);
    if (pages.length > TOO_MANY_PAGES) throw new Error('The walk does not end.');
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    expect([startCursor, endCursor]).toEqual([
      page.edges[0]?.cursor ?? null,
      page.edges.at(-1)?.cursor ?? null,
    ]);
    cursor = direction === 'forwards' ? endCursor : startCursor;
    more = direction === 'forwards' ? hasNextPage : hasPreviousPage;
  }
  return pages;
}

/** What an arbitrary generates. */
export type Generated<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;

/** A window of a list of which the whole is known, and what it must show. */
export interface Cut<Node> {
  readonly window: Window;
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}

/** Where a window is to lie in a list of any length. */
export const anyCut = fc.record({
  direction: fc.constantFrom<Direction>('forwards', 'backwards'),
  size: fc.integer({ min: 1, max: 9 }),
  after: fc.option(fc.nat()),
  before: fc.option(fc.nat()),
});

/** The window between two entries, or an entry and an end, of the whole list. */
export function cut<Node>(
  { edges }: Pick<Page<Node>, 'edges'>,
  { direction, size, after, before }: Generated<typeof anyCut>,
): Cut<Node> {
  const [start, end] = [after, before].map((place) =>
    place === null ? null : place % Math.max(1, edges.length),
  );
  const inside = edges.slice(start == null ? 0 : start + 1, end ?? undefined);
  const isWhole = inside.length <= size;
  const ends = {
    after: start == null ? null : (edges[start]?.cursor ?? null),
    before: end == null ? null : (edges[end]?.cursor ?? null),
  };
  return direction === 'forwards'
    ? {
        window: { first: size, ...ends },
        nodes: inside.slice(0, size).map(({ node }) => node),
        pageInfo: { hasNextPage: !isWhole, hasPreviousPage: ends.after !== null },
      }
    : {
        window: { last: size, ...ends },
        nodes: inside.slice(-size).map(({ node }) => node),
        pageInfo: { hasNextPage: ends.before !== null, hasPreviousPage: !isWhole },
      };
}

/** What the pages of a walk hold, in the list's order. */
export function nodesOf<Node>(direction: Direction, pages: readonly Page<Node>[]): Node[] {
  const inOrder = direction === 'forwards' ? pages : pages.toReversed();
  return inOrder.flatMap(({ edges }) => edges.map(({ node }) => node));
}
