/** A tab of GraphiQL. */
interface Tab {
  readonly query: string;
  readonly variables: string | null;
}

/**
 * The queries on which GraphiQL opens; their ranges end now, so that they have something to show at once. GraphiQL
 * drops the variables of its first tab until another tab has been opened: the first query takes none.
 */
export function exampleTabs(now: Temporal.Instant): Tab[] {
  const to = now.round({ smallestUnit: 'hour', roundingMode: 'ceil' });
  const day = { from: to.subtract({ hours: 24 }), to };
  const week = { from: to.subtract({ hours: 7 * 24 }), to };
  return [
    tab(TEAM),
    tab(DAY, { day }),
    tab(TIMELINE, { day }),
    tab(CHATS, { week, zone: 'UTC' }),
    tab(RANKING, { week }),
  ];
}

function tab(query: string, variables?: object): Tab {
  return { query: query.trim(), variables: variables ? JSON.stringify(variables, null, 2) : null };
}

// Lines of up to 50 characters fit the editor on a small screen.

const TEAM = `
# One query, three vendors: who people are,
# who is there now, how the week's chats went.
query Team {
  agents(first: 10) {
    nodes {
      name
      email
      presence { vendor status since }
      accounts {
        vendor
        key
        ... on RocketChatAccount {
          maxSimultaneousChats
        }
        ... on KoreAiAccount { customId }
      }
    }
    unavailable { vendor code message }
  }
  chatReport { totalChats { total } }
  vendors { vendor configured apiVersion }
}
`;

const DAY = `
# How long people were available at each vendor,
# and how their chats went.
query Day($day: TimeRange!) {
  agents(first: 10) {
    nodes {
      name
      timeInStatus(range: $day) {
        vendor status seconds
      }
      accounts {
        vendor
        ... on RocketChatAccount {
          availability(range: $day) {
            availableSeconds
          }
          overview(range: $day) {
            conversationsPercent
            averageReactionSeconds
          }
        }
        ... on LiveChatAccount {
          performance(range: $day) {
            chats ratedGood ratedBad
            loggedInSeconds
          }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`;

const TIMELINE = `
# What people did, merged over the vendors that
# record it.
query Timeline($day: TimeRange!) {
  agents(
    first: 5
    filter: { vendors: [KORE_AI] }
  ) {
    nodes {
      name
      statusSegments(range: $day, first: 20) {
        nodes {
          vendor status reportedReason
          startedAt endedAt durationSeconds
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}
`;

const CHATS = `
# How the week's chats went, day by day.
# Each report is one call to LiveChat.
query Chats(
  $week: TimeRange!
  $zone: TimeZone!
) {
  chatReport(
    range: $week
    timeZone: $zone
    distribution: DAY
  ) {
    totalChats {
      total
      points { label startsAt chats }
    }
    ratings { points { label good bad } }
    firstResponseTime {
      points { label averageSeconds }
    }
    tags {
      points { label tags { tag chats } }
    }
  }
}
`;

const RANKING = `
# Who was rated best, and who that is.
query Ranking($week: TimeRange!) {
  chatReport(range: $week) {
    ranking(first: 10) {
      nodes {
        score
        good
        bad
        agent { id name email }
      }
    }
  }
}
`;
