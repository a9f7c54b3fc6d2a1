/** Parley's part of the graph. */
export const typeDefs = /* GraphQL */ `
  extend enum Vendor {
    "Parley."
    PARLEY
  }

  extend enum VendorCapability {
    "ParleyAccount.calls."
    PARLEY_CALLS
  }

  extend input AgentBy {
    "The person's badge at Parley, exact; at most 200 characters."
    parleyBadge: String
  }

  "A member of a Parley crew. Source: Parley crew."
  type ParleyAccount implements AgentAccount {
    "Always PARLEY."
    vendor: Vendor!
    "The badge."
    key: String!
    "The name; null where it has none."
    name: String
    "The e-mail address; null where it has none."
    email: String
    """
    The telephone calls that began in the range. Null where none did or Parley is not configured. Version 1 lacks it
    (UPSTREAM_UNSUPPORTED). One upstream call for all accounts together. Source: Parley calls.
    """
    calls("The time range." range: TimeRange!): ParleyCalls
  }

  "Telephone calls of one account."
  type ParleyCalls {
    "How many began."
    count: Int!
    "How long they took together, in seconds; a call that lasts counts up to the present."
    talkSeconds: Int!
  }
`;
