import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AGAIN,
  anyCentre,
  everybody,
  expectAccounts,
  LATELY,
  ownerOf,
  PERSON,
  type Person,
} from './agents.ts';
import { graphOver } from './graph.ts';
import { peopleOf } from './oracle.ts';
import { vendorsOf } from './vendors.ts';

describe('a person', () => {
  it('is the same person with the same id by every way of asking, also after a restart', async () => {
    await fc.assert(
      fc.asyncProperty(anyCentre, async ({ staff, pageSizes }) => {
        const { vendors } = vendorsOf(staff, pageSizes);
        const people = await everybody(graphOver(vendors, staff.identities));
        const restarted = graphOver(vendors, staff.identities);
        for (const person of people) {
          const { data } = await restarted.ask(AGAIN, { id: person.id });
          expect(data).toEqual({ agent: person, node: person });
        }
        const ask = async (by: object) =>
          (await restarted.ask(`query ($by: AgentBy!) { agent(by: $by) ${PERSON} }`, { by })).data.agent;
        for (const account of staff.listed) {
          const owner = ownerOf(people, account);
          if (account.vendor === 'ROCKET_CHAT')
            expect(await ask({ rocketChatUsername: account.key })).toEqual(owner);
          if (account.vendor === 'KORE_AI') expect(await ask({ koreAiUserId: account.key })).toEqual(owner);
          for (const email of account.emails) {
            const bearers = staff.listed.filter(({ emails }) =>
              emails.some((other) => other.toLowerCase() === email.toLowerCase()),
            );
            // Of two people whom the operator tells apart, both may bear it.
            expect(bearers.map((bearer) => ownerOf(people, bearer))).toContainEqual(await ask({ email }));
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('whom a report names', () => {
  it('is the person of the list', async () => {
    await fc.assert(
      fc.asyncProperty(anyCentre, async ({ staff, pageSizes }) => {
        const { vendors } = vendorsOf(staff, pageSizes);
        const people = await everybody(graphOver(vendors, staff.identities));
        const restarted = graphOver(vendors, staff.identities);
        const { data } = await restarted.ask(
          `{ chatReport { ranking(first: 200) { nodes { agent ${PERSON} } } } }`,
        );
        const rows: { readonly agent: Person }[] = data.chatReport.ranking.nodes;
        const named = staff.active.filter(({ vendor }) => vendor === 'LIVECHAT');
        expect(rows).toHaveLength(named.length);
        // Nobody has a score, so the rows are in the order of their keys.
        for (const [index, account] of named.toSorted((a, b) => (a.key < b.key ? -1 : 1)).entries()) {
          const { id, accounts } = rows[index]?.agent ?? expect.fail();
          const again = (await restarted.ask(AGAIN, { id })).data.node;
          if (!staff.listed.includes(account)) {
            expect(again).not.toBeNull();
            continue;
          }
          const owner = ownerOf(people, account);
          expect([accounts, again]).toEqual([owner.accounts, owner]);
          // Without a call nobody knows that a person has another LiveChat account, by which the id may be made.
          const isOnlyOne = owner.accounts.filter(({ vendor }) => vendor === 'LIVECHAT').length === 1;
          if (isOnlyOne) expect(id).toBe(owner.id);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('whoever was active', () => {
  it('is listed once, with former accounts that only a report names, and found again by the id', async () => {
    await fc.assert(
      fc.asyncProperty(anyCentre, async ({ staff, pageSizes, sizes }) => {
        const { vendors } = vendorsOf(staff, pageSizes);
        const graph = graphOver(vendors, staff.identities);
        const there = await everybody(graph, 'forwards', sizes, LATELY);
        const expected = peopleOf([...new Set([...staff.listed, ...staff.active])], staff.owners).filter(
          (person) => person.some((account) => staff.active.includes(account)),
        );
        expectAccounts(there, expected);
        expect(await everybody(graph, 'backwards', sizes, LATELY)).toEqual(there);
        const everyone = await everybody(graph);
        const restarted = graphOver(vendors, staff.identities);
        for (const person of there) {
          const current = staff.listed.find(({ vendor, key }) =>
            person.accounts.some((account) => account.vendor === vendor && account.key === key),
          );
          const again = current === undefined ? person : ownerOf(everyone, current);
          expect(again.id).toBe(person.id);
          const { data } = await restarted.ask(AGAIN, { id: person.id });
          expect([data.agent.id, data.node.id]).toEqual([person.id, person.id]);
        }
      }),
      { numRuns: 75 },
    );
  });
});
