/** A tab of GraphiQL. */
interface Tab {
  readonly query: string;
  readonly variables: string;
}

/** The queries on which GraphiQL opens; their ranges end now, so that they have something to show at once. */
export function exampleTabs(now: Temporal.Instant): Tab[] {
  const to = now.round({ smallestUnit: 'hour', roundingMode: 'ceil' });
  const lastDay = { from: to.subtract({ hours: 24 }), to };
  const lastWeek = { from: to.subtract({ hours: 7 * 24 }), to };
  return [
    tab(EVERYTHING, { day: lastDay }),
    tab(TIMELINE, { day: lastDay }),
    tab(PRESENCE, {}),
    tab(CHATS, { week: lastWeek, zone: 'UTC' }),
    tab(RANKING, { week: lastWeek }),
  ];
}

function tab(query: string, variables: object): Tab {
  return { query: query.trim(), variables: JSON.stringify(variables, null, 2) };
}

const EVERYTHING = `
# One query, three vendors: who people are, how long they were available, how their chats went.
query Team($day: TimeRange!) {
  agents(first: 10) {
    nodes {
      name
      email
      timeInStatus(range: $day) { vendor status seconds }
      accounts {
        vendor
        key
        ... on RocketChatAccount {
          availability(range: $day) { availableSeconds }
          overview(range: $day) { conversationsPercent averageReactionSeconds }
        }
        ... on LiveChatAccount {
          performance(range: $day) { chats ratedGood ratedBad loggedInSeconds }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
    unavailable { vendor code message }
  }
}
`;

const TIMELINE = `
# What people did, merged over the vendors that record it.
query Timeline($day: TimeRange!) {
  agents(first: 5, filter: { vendors: [KORE_AI] }) {
    nodes {
      name
      statusSegments(range: $day, first: 20) {
        nodes { vendor status reportedReason startedAt endedAt durationSeconds }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}
`;

const PRESENCE = `
# Who is there now, by each vendor's account of it.
query Presence {
  agents(first: 20) {
    nodes { name presence { vendor status reportedStatus since } }
  }
  vendors { vendor configured apiVersion }
}
`;

const CHATS = `
# How the week's chats went, day by day. Each report is one call to LiveChat.
query Chats($week: TimeRange!, $zone: TimeZone!) {
  chatReport(range: $week, timeZone: $zone, distribution: DAY) {
    totalChats { total points { label startsAt chats continuousChats } }
    ratings { points { label chats good bad } }
    firstResponseTime { points { label chats averageSeconds } }
    tags { points { label tags { tag chats } } }
  }
}
`;

const RANKING = `
# Who was rated best, and who that is.
query Ranking($week: TimeRange!) {
  chatReport(range: $week) {
    ranking(first: 10) { nodes { score good bad agent { id name email } } }
  }
}
`;
