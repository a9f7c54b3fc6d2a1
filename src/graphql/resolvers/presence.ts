import type { GraphQLResolveInfo } from 'graphql';
import { UpstreamError } from '../../domain/errors.ts';
import type { Person } from '../../domain/person.ts';
import type { AgentPresence } from '../../domain/presence.ts';
import type { GatewayContext } from '../context.ts';
import { reportAll } from '../reporting.ts';

/** A person's presence at each vendor, in the order of the accounts. A vendor that fails is reported and left out. */
export async function presenceOf(
  { accounts }: Person,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<readonly AgentPresence[]> {
  const problems: UpstreamError[] = [];
  const presences = await Promise.all(
    accounts.map(async (account) => {
      try {
        return await context.loaders.presence(account);
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        problems.push(error);
        return null;
      }
    }),
  );
  reportAll(context, info, problems);
  return presences.filter((presence) => presence !== null);
}
