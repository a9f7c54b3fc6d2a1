import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centreOf } from './ana.ts';
import { anyCut, cut, type Direction, nodesOf, walk } from './graph.ts';
import { secondsOf, segmentsOf } from './time-oracle.ts';
import { anyWork } from './work.ts';

const anySizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
const anySource = fc.constantFrom('ROCKET_CHAT' as const, 'KORE_AI' as const);
const DIRECTIONS: readonly Direction[] = ['forwards', 'backwards'];

describe('the segments of a person', () => {
  it('are each there once, in order, whatever the pages’ sizes and directions', async () => {
    await fc.assert(
      fc.asyncProperty(anyWork, anySizes, async (work, sizes) => {
        const ana = centreOf(work);
        for (const direction of DIRECTIONS) {
          const pages = await walk(direction, sizes, (window) => ana.segments(window));
          expect(nodesOf(direction, pages)).toEqual(segmentsOf(work));
          expect(pages.flatMap(({ unavailable }) => unavailable)).toEqual([]);
          for (const [index, { edges }] of pages.slice(0, -1).entries())
            expect(edges).toHaveLength(sizes[index % sizes.length] ?? 0);
        }
      }),
      { numRuns: 125 },
    );
  });

  it('stand between any two cursors as in the whole list, by one vendor’s account or all', async () => {
    await fc.assert(
      fc.asyncProperty(anyWork, anyCut, fc.option(anySource), async (work, where, vendor) => {
        const ana = centreOf(work);
        const vendors = vendor === null ? null : [vendor];
        const whole = await ana.segments({ first: 200 }, { vendors });
        expect(whole.edges.map(({ node }) => node)).toEqual(
          segmentsOf(work).filter((segment) => vendor === null || segment.vendor === vendor),
        );
        const { window, nodes, pageInfo } = cut(whole, where);
        const page = await ana.segments(window, { vendors });
        expect(page.edges.map(({ node }) => node)).toEqual(nodes);
        expect(page.pageInfo).toMatchObject(pageInfo);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the time in each status', () => {
  it('is the sum of the segments, clipped to the range and up to the present, and of the other vendor where one fails', async () => {
    await fc.assert(
      fc.asyncProperty(anyWork, fc.option(anySource), fc.option(anySource), async (work, vendor, down) => {
        const ana = centreOf(work);
        if (down !== null) ana.lines[down].fails = () => true;
        const { seconds, rows, problems } = await ana.seconds({ vendors: vendor === null ? null : [vendor] });
        const expected = Object.entries(secondsOf(work)).filter(
          ([name]) =>
            (vendor === null || name.startsWith(vendor)) && (down === null || !name.startsWith(down)),
        );
        expect(seconds).toEqual(Object.fromEntries(expected));
        expect(rows).toBe(expected.length);
        const isAsked = down !== null && ana.lines[down].failures > 0;
        expect(problems).toEqual(isAsked ? [down] : []);
      }),
      { numRuns: 100 },
    );
  });
});
