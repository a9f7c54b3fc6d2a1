import fc from 'fast-check';
import { expect, it } from 'vitest';
import { VENDORS } from '../support/vendor-ids.ts';
import { AGENTS, agents, anyCentre, LATELY } from './agents.ts';
import { type Direction, graphOver, nodesOf, walk } from './graph.ts';
import { vendorsOf } from './vendors.ts';

const anyFault = fc.record({
  vendor: fc.constantFrom(...VENDORS),
  /** Whether the vendor's list fails with its report. */
  wholly: fc.boolean(),
  /** At which attempts at a page it fails. It is back after these. */
  moments: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
});

it('a walk over the people who were active gives each once, or leaves out to its end the vendor that failed when it began', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyCentre,
      anyFault,
      fc.constantFrom<Direction>('forwards', 'backwards'),
      async ({ staff, pageSizes, sizes }, { vendor, wholly, moments }, direction) => {
        const { vendors, states } = vendorsOf(staff, pageSizes);
        const fail = (fails: boolean) => {
          states[vendor].isReportDown = fails;
          states[vendor].isDown = fails && wholly;
        };
        const isLeftOut = moments[0] === true;
        fail(isLeftOut);
        const steady = graphOver(vendors, staff.identities);
        const expected = await walk(direction, [200], (window) => agents(steady, window, LATELY));

        const graph = graphOver(vendors, staff.identities);
        let attempts = 0;
        const pages = await walk(direction, sizes, async (window) => {
          for (;;) {
            fail(moments[attempts++] ?? false);
            const { data, problems } = await graph.ask(AGENTS, { ...window, filter: LATELY });
            if (data.agents !== null) return data.agents;
            expect([isLeftOut, problems]).toEqual([false, [vendor]]);
          }
        });
        for (const { unavailable } of pages) expect(unavailable).toEqual(isLeftOut ? [{ vendor }] : []);
        expect(nodesOf(direction, pages)).toEqual(nodesOf(direction, expected));
      },
    ),
    { numRuns: 100 },
  );
});
