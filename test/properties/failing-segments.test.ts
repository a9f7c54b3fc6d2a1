import fc from 'fast-check';
import { expect, it } from 'vitest';
import { centreOf } from './ana.ts';
import { type Direction, nodesOf, type Page, walk } from './graph.ts';
import { segmentsOf, type ToldSegment } from './time-oracle.ts';
import { anyWork } from './work.ts';

const anySizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
const anyDirection = fc.constantFrom<Direction>('forwards', 'backwards');

const anyFault = fc.record({
  vendor: fc.constantFrom('ROCKET_CHAT' as const, 'KORE_AI' as const),
  what: fc.constantFrom('its report fails', 'its list of people fails'),
  /** At which of its calls it fails. It is back after these. */
  moments: fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }),
});

it('a walk over segments has each once, or leaves out to its end the vendor that failed on its first page', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyWork,
      anySizes,
      anyFault,
      anyDirection,
      async (work, sizes, { vendor, what, moments }, direction) => {
        const ana = centreOf(work);
        const failing = what === 'its report fails' ? ana.lines[vendor] : ana.states[vendor];
        let calls = 0;
        failing.fails = () => moments[calls++] ?? false;
        let isLeftOut = false;
        const pages = await walk(direction, sizes, async (window): Promise<Page<ToldSegment>> => {
          for (;;) {
            const isFirst = (window.after ?? window.before ?? null) === null;
            const { page, problems } = await ana.attempt(window);
            if (isFirst) isLeftOut = problems.length > 0;
            if (page !== null) {
              expect(page.unavailable).toEqual(isLeftOut ? [{ vendor }] : []);
              return page;
            }
            expect([isFirst, isLeftOut, problems]).toEqual([false, false, [vendor]]);
          }
        });
        const expected = segmentsOf(work).filter((segment) => !(isLeftOut && segment.vendor === vendor));
        expect(nodesOf(direction, pages)).toEqual(expected);
      },
    ),
    { numRuns: 200 },
  );
});
