import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { quoted } from '../domain/text.ts';
import { nearestTimeZone, readTimeZone } from '../domain/time-zone.ts';

/** RFC 3339 with an offset; a leap second (`:60`), which no clock here can hold, is refused by Temporal's range check. */
const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;

/** Instants: `Temporal.Instant` within, RFC 3339 without. */
export const DateTime = scalar<Temporal.Instant>({
  name: 'DateTime',
  expected:
    'an RFC 3339 date and time with an offset, such as "2026-03-18T09:00:00+01:00" or "2026-03-18T08:00:00Z"',
  parse(text) {
    if (!RFC_3339.test(text)) return null;
    try {
      return Temporal.Instant.from(text.toUpperCase());
    } catch {
      return null;
    }
  },
  serialize: String,
});

/** Time zones, by their IANA names; within and without in the spelling of the IANA database. */
export const TimeZone = scalar<string>({
  name: 'TimeZone',
  expected: 'an IANA time zone, such as "Europe/Warsaw" or "UTC"',
  parse: readTimeZone,
  nearest: nearestTimeZone,
  serialize: String,
});

interface ScalarOptions<Internal> {
  readonly name: string;
  readonly expected: string;
  readonly parse: (text: string) => Internal | null;
  /** The right text that a wrong one may have been meant for. */
  readonly nearest?: (text: string) => string | null;
  readonly serialize: (value: Internal) => string;
}

function scalar<Internal>({
  name,
  expected,
  parse,
  serialize,
  nearest = () => null,
}: ScalarOptions<Internal>) {
  function parseValue(value: unknown, node: ValueNode | null = null): Internal {
    const internal = typeof value === 'string' ? parse(value) : null;
    if (internal !== null) return internal;
    throw new GraphQLError(
      `${name} must be ${expected}${typeof value === 'string' ? correction(value) : '.'}`,
      {
        nodes: node,
      },
    );
  }
  function correction(text: string): string {
    const meant = nearest(text);
    return `; ${quoted(text)} is none.${meant === null ? '' : ` Did you mean ${quoted(meant)}?`}`;
  }
  // Not a GraphQLScalarType: its lack of a description would take the place of the one in the SDL.
  return {
    serialize: (value: unknown) => serialize(value as Internal),
    parseValue: (value: unknown) => parseValue(value),
    parseLiteral: (node: ValueNode) => parseValue(node.kind === Kind.STRING ? node.value : undefined, node),
  };
}
