import { z } from 'zod';
import {
  accountsAt,
  activeDuring,
  type Cases,
  casesOfPeople,
  instant,
  statusSegments,
  text,
  timeInStatus,
} from '../../../e2e/versions/case.ts';

const VENDOR = 'KORE_AI';

/** How each row of Kore.ai's table is asked. */
export const KORE_AI: Cases = {
  ...casesOfPeople(VENDOR, '{ koreAiUserId: "u-896f5407-a558-488f-ac30-383d51391f00" }', instant),
  '`AgentFilter.activeDuring`': activeDuring(VENDOR),
  '`Agent.statusSegments`': statusSegments(VENDOR, text),
  '`Agent.timeInStatus`': timeInStatus(VENDOR),
  '`KoreAiAccount`, plain fields': {
    query: `{ agents(first: 200) { nodes { accounts { vendor key name email
      ... on KoreAiAccount { userId firstName lastName customId } } } } }`,
    values: (data) => accountsAt(VENDOR)(data).filter(({ customId }) => customId !== null),
    like: z.object({
      ...{ vendor: z.literal(VENDOR), key: z.string().regex(/^u-/), name: text, email: z.email() },
      ...{ userId: z.string().regex(/^u-/), firstName: text, lastName: text, customId: text },
    }),
  },
};
