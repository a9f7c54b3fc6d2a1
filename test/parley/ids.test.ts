import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { anyCentre, everybody, ownerOf } from '../properties/agents.ts';
import { graphOver, NOW } from '../properties/graph.ts';
import type { Staff } from '../properties/staff.ts';
import { vendorsOf } from '../properties/vendors.ts';
import { account, vendorWith } from '../unit/loaders/directories.ts';
import { portOf } from '../unit/vendors/kit.ts';
import { WITH_PARLEY } from './index.ts';
import { parley } from './kit.ts';

const { traits } = portOf(parley, 'http://127.0.0.1:9');

/** Parley's crew beside the staff: the owner of any of its addresses, in another case or not, and strangers. */
function crewBeside({ listed }: Staff, draws: readonly { readonly at: number; readonly shouts: boolean }[]) {
  const addresses = new Set(listed.flatMap(({ emails }) => emails.map((email) => email.toLowerCase())));
  const known = [...addresses];
  const mails = new Map(
    draws.map(({ at, shouts }): [string, string] => {
      const mail = known[at % (known.length + 1)] ?? `stranger-${at}@example.com`;
      return [mail, shouts ? mail.toUpperCase() : mail];
    }),
  );
  return [...mails.values()].map((mail, index): Account => account('PARLEY', `p-${index}`, [mail]));
}

const anyDraws = fc.array(fc.record({ at: fc.nat(), shouts: fc.boolean() }), { maxLength: 12 });

it('a further vendor changes the id of no person, whomever it knows', async () => {
  await fc.assert(
    fc.asyncProperty(anyCentre, anyDraws, async ({ staff, pageSizes, sizes }, draws) => {
      const { vendors } = vendorsOf(staff, pageSizes);
      const crew = crewBeside(staff, draws);
      const shape = { pageSize: 4, lookupSize: 4, tellsTotal: true, ordered: true, findsKeys: true };
      const further = { ...vendorWith('PARLEY', crew, shape).port, traits };
      const before = await everybody(graphOver(vendors, staff.identities));
      const graph = graphOver([...vendors, further], staff.identities, NOW, WITH_PARLEY.modules);
      const after = await everybody(graph, 'forwards', sizes);

      for (const { id, accounts } of before) {
        const [first = expect.fail()] = accounts;
        const same = ownerOf(after, first);
        expect(same.id).toBe(id);
        expect(same.accounts.filter(({ vendor }) => vendor !== 'PARLEY')).toEqual(accounts);
      }
      for (const mate of crew) ownerOf(after, mate);
      expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
    }),
    { numRuns: 60 },
  );
});
