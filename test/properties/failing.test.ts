import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VENDORS, type VendorId as Vendor } from '../support/vendor-ids.ts';
import {
  AGAIN,
  AGENTS,
  agents,
  anyCentre,
  everybody,
  expectAccounts,
  LATELY,
  ownerOf,
  type Person,
} from './agents.ts';
import { type Direction, type Graph, graphOver, nodesOf, type Page, type Window, walk } from './graph.ts';
import { decisive, peopleOf } from './oracle.ts';
import { vendorsOf } from './vendors.ts';

const anyVendor = fc.constantFrom(...VENDORS);
const anyDirection = fc.constantFrom<Direction>('forwards', 'backwards');

describe('with one vendor down', () => {
  it('everybody whom the others know is there, with the id that they have by an account that is still seen', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyCentre,
        anyVendor,
        anyDirection,
        async ({ staff, pageSizes, sizes }, down, direction) => {
          const { vendors, states } = vendorsOf(staff, pageSizes);
          const whole = await everybody(graphOver(vendors, staff.identities));
          states[down].isDown = true;
          const restarted = graphOver(vendors, staff.identities);
          const pages = await walk(direction, sizes, (window) => agents(restarted, window));
          for (const { unavailable } of pages) expect([[], [{ vendor: down }]]).toContainEqual(unavailable);
          const people = nodesOf(direction, pages);
          const visible = staff.listed.filter(({ vendor }) => vendor !== down);
          expectAccounts(people, peopleOf(visible, staff.owners));
          for (const accounts of peopleOf(staff.listed, staff.owners)) {
            const account = decisive(accounts, staff.owners);
            const { id } = ownerOf(whole, account);
            const { data } = await restarted.ask(AGAIN, { id });
            if (account.vendor === down) expect([id, undefined]).toContain(data.node?.id);
            else expect([ownerOf(people, account).id, data.node.id]).toEqual([id, id]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('nobody whom it has helped to tell before gets another id', async () => {
    await fc.assert(
      fc.asyncProperty(anyCentre, anyVendor, async ({ staff, pageSizes, sizes }, down) => {
        const { vendors, states } = vendorsOf(staff, pageSizes);
        const graph = graphOver(vendors, staff.identities);
        const whole = await everybody(graph);
        states[down].isDown = true;
        const people = nodesOf('forwards', await walk('forwards', sizes, (window) => agents(graph, window)));
        for (const { id, accounts } of people) {
          expect(accounts.map((account) => ownerOf(whole, account).id)).toContain(id);
        }
        for (const { id } of whole) {
          const { data } = await graph.ask(AGAIN, { id });
          expect([id, undefined]).toContain(data.node?.id);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('whoever was active at the others is listed once', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyCentre,
        anyVendor,
        fc.boolean(),
        async ({ staff, pageSizes, sizes }, down, hasList) => {
          const { vendors, states } = vendorsOf(staff, pageSizes);
          states[down].isReportDown = true;
          states[down].isDown = !hasList;
          const graph = graphOver(vendors, staff.identities);
          const pages = await walk('forwards', sizes, (window) => agents(graph, window, LATELY));
          for (const { unavailable } of pages) expect(unavailable).toEqual([{ vendor: down }]);
          const active = staff.active.filter(({ vendor }) => vendor !== down);
          const known = [...staff.listed.filter(({ vendor }) => hasList || vendor !== down), ...active];
          const expected = peopleOf([...new Set(known)], staff.owners).filter((person) =>
            person.some((account) => active.includes(account)),
          );
          expectAccounts(nodesOf('forwards', pages), expected);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('with one vendor failing at some moments', () => {
  it('a walk from which it is not left out has everybody once: a page that rests on its list is an error until it is back', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyCentre,
        anyVendor,
        fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }),
        anyDirection,
        async ({ staff, pageSizes, sizes }, vendor, moments, direction) => {
          const { vendors, states } = vendorsOf(staff, pageSizes);
          const whole = await everybody(graphOver(vendors, staff.identities));
          const graph = graphOver(vendors, staff.identities);
          let calls = 0;
          states[vendor].fails = () => moments[calls++] ?? false;
          const pages = await walk(direction, sizes, (window) => askUntilGiven(graph, window, vendor));
          const found = nodesOf(direction, pages);
          const isLeftOut = pages[0]?.unavailable.length === 1;
          if (isLeftOut) {
            for (const { unavailable } of pages) expect(unavailable).toEqual([{ vendor }]);
            const others = staff.listed.filter((account) => account.vendor !== vendor);
            expectAccounts(found, peopleOf(others, staff.owners));
          } else {
            const owners = found.map(({ accounts: [first] }) => ownerOf(whole, first ?? expect.fail()));
            expect(owners).toEqual(whole);
            for (const { edges, unavailable } of pages)
              if (unavailable.length === 0) for (const { node } of edges) expect(whole).toContainEqual(node);
          }
          states[vendor].fails = () => false;
          expect(await everybody(graph, 'forwards', sizes)).toEqual(whole);
          expect(await everybody(graph, 'backwards', sizes)).toEqual(whole);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('a walk that began while it was down leaves it out to the end, also after it has come back', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyCentre,
        anyVendor,
        anyDirection,
        fc.nat(3),
        async ({ staff, pageSizes, sizes }, down, direction, backAfter) => {
          const { vendors, states } = vendorsOf(staff, pageSizes);
          const graph = graphOver(vendors, staff.identities);
          states[down].isDown = true;
          let asked = 0;
          const pages = await walk(direction, sizes, async (window) => {
            if (asked++ > backAfter) states[down].isDown = false;
            return agents(graph, window);
          });
          for (const { unavailable } of pages) expect(unavailable).toEqual([{ vendor: down }]);
          const others = staff.listed.filter(({ vendor }) => vendor !== down);
          expectAccounts(nodesOf(direction, pages), peopleOf(others, staff.owners));
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** The page, asked for again as long as it is an error of the vendor. */
async function askUntilGiven(graph: Graph, window: Window, vendor: Vendor): Promise<Page<Person>> {
  for (let attempts = 0; attempts < 100; attempts += 1) {
    const { data, problems } = await graph.ask(AGENTS, { ...window, filter: {} });
    if (data.agents !== null) return data.agents;
    expect(problems).toEqual([vendor]);
  }
  return expect.fail('The page is never given.');
}
