import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import {
  type AgentStatus,
  PeopleDocument,
  type PeopleQuery,
  PresenceDocument,
  ReportDocument,
  TimelineDocument,
  type Vendor,
} from './generated/graphql.ts';

const [url = '', from = '', to = ''] = process.argv.slice(2);
const day = { from, to };

async function ask<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

type Person = NonNullable<PeopleQuery['agents']>['nodes'][number];

async function everybody(): Promise<Person[]> {
  const people: Person[] = [];
  let after: string | null = null;
  do {
    const { agents }: PeopleQuery = await ask(PeopleDocument, { first: 4, after, day });
    if (agents === null) throw new Error('The page cannot be read now.');
    people.push(...agents.nodes);
    after = agents.pageInfo.hasNextPage ? agents.pageInfo.endCursor : null;
  } while (after !== null);
  return people;
}

/** What the account's own vendor alone can tell; every kind of account is dealt with, or this would not compile. */
function told(account: Person['accounts'][number]): number | string | null {
  switch (account.__typename) {
    case 'RocketChatAccount':
      return account.availability?.availableSeconds ?? 0;
    case 'KoreAiAccount':
      return account.customId;
    case 'LiveChatAccount':
      return account.performance?.chats ?? 0;
  }
}

const VENDORS: Record<Vendor, string> = {
  ROCKET_CHAT: 'Rocket.Chat',
  KORE_AI: 'Kore.ai',
  LIVECHAT: 'LiveChat',
};
const AT_WORK: Record<AgentStatus, boolean> = {
  AVAILABLE: true,
  BUSY: true,
  AWAY: true,
  OFFLINE: false,
  OTHER: true,
};

const people = await everybody();
const rocketChat = people.flatMap(
  ({ accounts }) => accounts.find((a) => a.__typename === 'RocketChatAccount') ?? [],
);
const present = rocketChat.find(({ availability }) => (availability?.availableSeconds ?? 0) > 0);
const rocketChatUsername = present?.username ?? '';
const { agent } = await ask(TimelineDocument, { by: { rocketChatUsername }, day });
const { chatReport } = await ask(ReportDocument, { day, zone: 'UTC', distribution: 'HOUR' });
const presence = await ask(PresenceDocument, {});

/** Never called: each line is a mistake that the types are there to catch. */
export async function mistakes(): Promise<void> {
  // @ts-expect-error: the range is required.
  await ask(TimelineDocument, { by: { rocketChatUsername } });
  // @ts-expect-error: a person is named in one way.
  await ask(TimelineDocument, { by: { rocketChatUsername, email: 'a@example.com' }, day });
  // @ts-expect-error: there is no such distribution.
  await ask(ReportDocument, { day, distribution: 'WEEK' });
  // @ts-expect-error: the field was not asked for.
  agent?.email;
  // @ts-expect-error: an instant arrives as a string.
  const begun: number = chatReport.from;
  // @ts-expect-error: a name may be null.
  const name: string = people[0]?.name;
  void [begun, name];
}

console.log(
  JSON.stringify({
    people: people.map(({ id, accounts }) => ({
      id,
      told: accounts.map((a) => [VENDORS[a.vendor], told(a)]),
    })),
    availableMinutes: Math.round((present?.availability?.availableSeconds ?? 0) / 60),
    timeline: {
      minutesAtWork: (agent?.timeInStatus ?? [])
        .filter(({ status }) => AT_WORK[status])
        .map(({ vendor, seconds }) => [VENDORS[vendor], Math.round(seconds / 60)]),
      segments: agent?.statusSegments.nodes,
    },
    report: chatReport,
    presence,
  }),
);
