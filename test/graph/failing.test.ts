import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VENDORS } from '../../src/domain/vendor.ts';
import { AGAIN, agents, anyCentre, everybody, expectAccounts, LATELY, ownerOf } from './agents.ts';
import { type Direction, graphOver, nodesOf, walk } from './graph.ts';
import { decisive, described, peopleOf } from './oracle.ts';
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
      { numRuns: 120 },
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
      { numRuns: 120 },
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
      { numRuns: 100 },
    );
  });
});

describe('with one vendor failing at any moment', () => {
  it('a walk ends, each page says whether it lacks the vendor, and once it is back everybody is there', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyCentre,
        anyVendor,
        fc.array(fc.boolean(), { minLength: 1 }),
        anyDirection,
        async ({ staff, pageSizes, sizes }, vendor, moments, direction) => {
          const { vendors, states } = vendorsOf(staff, pageSizes);
          const whole = await everybody(graphOver(vendors, staff.identities));
          const graph = graphOver(vendors, staff.identities);
          let [calls, failures] = [0, 0];
          states[vendor].fails = () => {
            const fails = moments[calls++ % moments.length] ?? false;
            if (fails) failures += 1;
            return fails;
          };
          const pages = await walk(direction, sizes, async (window) => {
            failures = 0;
            const page = await agents(graph, window);
            expect(page.unavailable).toEqual(failures > 0 ? [{ vendor }] : []);
            if (failures === 0) for (const { node } of page.edges) expect(whole).toContainEqual(node);
            return page;
          });
          // Whoever is the same person with and without the vendor is not touched by its failures.
          const without = peopleOf(
            staff.listed.filter((account) => account.vendor !== vendor),
            staff.owners,
          ).map(described);
          const found = nodesOf(direction, pages);
          for (const person of whole) {
            if (without.includes(described(person.accounts)))
              expect(found.filter(({ id }) => id === person.id)).toEqual([person]);
          }
          states[vendor].fails = () => false;
          expect(await everybody(graph, 'forwards', sizes)).toEqual(whole);
          expect(await everybody(graph, 'backwards', sizes)).toEqual(whole);
        },
      ),
      { numRuns: 200 },
    );
  });
});
