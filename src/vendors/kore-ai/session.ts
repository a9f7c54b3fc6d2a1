import type { CallBudget } from '../../domain/call-budget.ts';
import type { SegmentSource, VendorSession } from '../../domain/ports.ts';
import { type PresenceSource, presenceFrom } from '../../domain/presence.ts';
import { overlaps } from '../../domain/segment.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import type { KoreAiAccount } from './account.ts';
import { createAgentReader, DIRECTORY_PAGE_SIZE } from './agents.ts';
import { type KoreAiClient, PAGE_SIZE } from './client.ts';
import { toAccount, toPresence } from './map.ts';
import type { Agent } from './rows.ts';
import { segmentsOfAccounts } from './segments.ts';
import type { Spellings } from './spellings.ts';

/** Kore.ai as one operation asks it: it gives people and segments, nothing else. */
export interface KoreAiSession extends VendorSession {
  readonly segments: SegmentSource;
  readonly presence: PresenceSource;
}

export function openSession(
  client: KoreAiClient,
  spellings: Spellings,
  budget: CallBudget,
  now: () => Temporal.Instant,
): KoreAiSession {
  const reader = createAgentReader(client, spellings, budget);

  /** Who is there is asked with the present as the range, as the answer then tells the open segments too. */
  function present(): TimeRange {
    const from = now().round({ smallestUnit: 'minute', roundingMode: 'floor' });
    return { from, to: from.add({ minutes: 1 }) };
  }

  function accountsOf(agents: readonly Agent[]): KoreAiAccount[] {
    const time = now();
    return agents.map((agent) => toAccount(agent, time));
  }

  return {
    directory: {
      vendor: 'KORE_AI',
      pageSize: DIRECTORY_PAGE_SIZE,
      ordered: false,
      async page(index) {
        const { agents, ...rest } = await reader.page(index, present());
        return { ...rest, accounts: accountsOf(agents), total: null };
      },
      lookup: {
        size: PAGE_SIZE,
        exact: true,
        byEmail: async (emails) => accountsOf(await reader.byEmail(emails, present())),
      },
    },

    segments: { of: (accounts, range) => segmentsOfAccounts(reader, accounts, range, now()) },

    presence: presenceFrom(toPresence),

    async activeAccounts(range) {
      const agents = await reader.all(range);
      const isActive = ({ timeline }: Agent) => timeline.some((segment) => overlaps(segment, range));
      return accountsOf(agents.filter(isActive));
    },
  };
}
