import type { Resolvers } from '../../generated/schema.ts';

/** The resolvers of Kore.ai's type. Account and segments hold all that it has, so none makes a call. */
export const resolvers: Resolvers = {
  KoreAiAccount: {
    email: ({ emails }) => emails[0] ?? null,
    userId: ({ key }) => key,
  },
};
