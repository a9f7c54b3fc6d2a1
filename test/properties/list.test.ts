import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { VENDORS } from '../support/vendor-ids.ts';
import { agents, anyCentre, everybody, expectAccounts } from './agents.ts';
import { anyCut, cut, graphOver } from './graph.ts';
import { peopleOf } from './oracle.ts';
import { vendorsOf } from './vendors.ts';

const anyVendors = fc.subarray([...VENDORS]);
const anyFilter = fc.record({
  text: fc.constantFrom(null, '0', 'P1', '.1@', 'user1'),
  vendors: fc.option(fc.subarray([...VENDORS], { minLength: 1 })),
});

/** Where a text is looked for; nobody here has a name. */
function wordsOf({ vendor, key, emails }: Account): string[] {
  return [...emails, ...(vendor === 'ROCKET_CHAT' ? [key] : [])].map((word) => word.toLowerCase());
}

describe('the list of all people', () => {
  it('has each person once with all accounts, in one order, whatever the pages’ sizes and directions', async () => {
    await fc.assert(
      fc.asyncProperty(anyCentre, async ({ staff, pageSizes, sizes }) => {
        const graph = graphOver(vendorsOf(staff, pageSizes).vendors, staff.identities);
        const there = await everybody(graph, 'forwards', sizes);
        expectAccounts(there, peopleOf(staff.listed, staff.owners));
        expect(new Set(there.map(({ id }) => id)).size).toBe(there.length);
        expect(await everybody(graph, 'backwards', sizes)).toEqual(there);
      }),
      { numRuns: 125 },
    );
  });

  it('is of the vendors that are configured, and counted where each of them tells how many it has', async () => {
    await fc.assert(
      fc.asyncProperty(anyCentre, anyVendors, async ({ staff, pageSizes, sizes }, names) => {
        const { vendors } = vendorsOf(staff, pageSizes);
        const isAsked = ({ vendor }: { readonly vendor: string }) => names.some((name) => name === vendor);
        const graph = graphOver(vendors.filter(isAsked), staff.identities);
        const there = await everybody(graph, 'forwards', sizes);
        const listed = staff.listed.filter(isAsked);
        expectAccounts(there, peopleOf(listed, staff.owners));
        const { data } = await graph.ask('{ agents(first: 1) { totalCount } }');
        expect(data.agents.totalCount).toBe(names.includes('KORE_AI') ? null : there.length);
      }),
      { numRuns: 60 },
    );
  });

  it('can be narrowed to a text and to vendors, in both directions alike', async () => {
    await fc.assert(
      fc.asyncProperty(anyCentre, anyFilter, async ({ staff, pageSizes, sizes }, { text, vendors }) => {
        const filter = { ...(text !== null && { text }), ...(vendors !== null && { vendors }) };
        const graph = graphOver(vendorsOf(staff, pageSizes).vendors, staff.identities);
        const there = await everybody(graph, 'forwards', sizes, filter);
        const wanted = peopleOf(staff.listed, staff.owners).filter(
          (accounts) =>
            (vendors === null || accounts.some(({ vendor }) => vendors.some((id) => id === vendor))) &&
            (text === null || accounts.flatMap(wordsOf).some((word) => word.includes(text.toLowerCase()))),
        );
        expectAccounts(there, wanted);
        expect(await everybody(graph, 'backwards', sizes, filter)).toEqual(there);
      }),
      { numRuns: 75 },
    );
  });

  it('shows between any two cursors what stands there', async () => {
    await fc.assert(
      fc.asyncProperty(anyCentre, anyCut, async ({ staff, pageSizes }, where) => {
        const graph = graphOver(vendorsOf(staff, pageSizes).vendors, staff.identities);
        const { window, nodes, pageInfo } = cut(await agents(graph, { first: 200 }), where);
        const page = await agents(graph, window);
        expect(page.edges.map(({ node }) => node)).toEqual(nodes);
        expect(page.pageInfo).toMatchObject(pageInfo);
      }),
      { numRuns: 75 },
    );
  });
});
