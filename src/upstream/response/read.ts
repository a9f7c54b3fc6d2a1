import { z } from 'zod';
import { UpstreamError } from '../../domain/errors.ts';
import type { Vendor } from '../../domain/vendor.ts';

/**
 * The body as its schema describes it, or UPSTREAM_INVALID_RESPONSE naming the first place that does not fit. The message says
 * what was expected there and never what stood there.
 */
export function readAs<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  vendor: Vendor,
  route: string,
): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place =
    issue === undefined || issue.path.length === 0 ? 'the answer' : issue.path.map(String).join('.');
  throw new UpstreamError(
    vendor,
    'UPSTREAM_INVALID_RESPONSE',
    `${place} ${faultOf(issue)} in what ${route} answered.`,
  );
}

function faultOf(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'invalid_type':
      return `is not ${article(issue.expected)}`;
    case 'unrecognized_keys':
      return `has unknown keys (${keyNames(issue.keys)})`;
    default:
      return 'does not fit';
  }
}

/** The most keys that a message names, and the most characters of each. */
const MOST_KEYS = 5;
const MOST_CHARACTERS = 40;

/** The names of keys, as far as a message takes them: without control characters, of bounded length. */
function keyNames(keys: readonly string[]): string {
  // What the cut leaves of a character that it halves goes with the control characters.
  const names = keys.slice(0, MOST_KEYS).map((key) => key.slice(0, MOST_CHARACTERS).replace(/\p{C}/gu, ''));
  const others = keys.length - names.length;
  return names.join(', ') + (others > 0 ? ` and ${others} more` : '');
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/**
 * A JSON object whose keys are data: read into a Map, so that no key (`__proto__`, `constructor`) is lost or means
 * anything.
 */
export function mapOf<Value extends z.ZodType>(value: Value) {
  return z.unknown().transform((input, context): Map<string, z.output<Value>> => {
    const entries = new Map<string, z.output<Value>>();
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      context.addIssue({ code: 'invalid_type', expected: 'object', input });
      return entries;
    }
    for (const [key, item] of Object.entries(input)) {
      const result = value.safeParse(item);
      if (result.success) entries.set(key, result.data);
      else
        for (const issue of result.error.issues)
          context.addIssue({ ...issue, path: ['*', ...issue.path] } as never);
    }
    return entries;
  });
}
