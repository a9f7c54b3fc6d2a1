import { GraphQLError } from 'graphql';
import { createSchema, createYoga } from 'graphql-yoga';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CallBudget } from '../../../src/domain/call-budget.ts';
import { UpstreamError } from '../../../src/domain/errors.ts';
import { maskError as mask } from '../../../src/graphql/errors.ts';
import { PartialErrors, usePartialErrors } from '../../../src/graphql/partial-errors.ts';
import { moduleOf } from '../../support/vendor-ids.ts';

/** Two vendors, neither configured. */
const VENDORS = ['ROCKET_CHAT', 'KORE_AI'].map((id) => ({ profile: moduleOf(id), port: null }));
const maskError = (error: unknown) => mask(error, VENDORS);

afterEach(() => vi.restoreAllMocks());

/** What a gateway answers whose four fields are these. */
async function answerOf(fields: Record<'a' | 'b' | 'c' | 'd', () => never>) {
  const yoga = createYoga({
    schema: createSchema({
      typeDefs: 'type Query { a: Int b: Int c: Int d: Int }',
      resolvers: { Query: fields },
    }),
    context: { partialErrors: new PartialErrors(), vendors: VENDORS },
    plugins: [usePartialErrors()],
    maskedErrors: { maskError },
    logging: false,
  });
  const response = await yoga.fetch('http://localhost/graphql?query={a b c d}');
  return response.json();
}

describe('a vendor’s fault', () => {
  it('takes under 200 bytes also with the longest code at a deep place', () => {
    const path = ['agents', 'nodes', 199, 'accounts', 0, 'overview', 'messages'];
    const originalError = new UpstreamError('ROCKET_CHAT', 'UPSTREAM_INVALID_RESPONSE', 'x'.repeat(300));
    const masked = maskError(new GraphQLError(originalError.message, { path, originalError }));
    expect(Buffer.byteLength(JSON.stringify(masked))).toBeLessThan(200);
  });

  it('is told once for all its places, with the longest wait that any of them was told', async () => {
    const fails =
      (seconds: number | null, sentence = 'it is busy.') =>
      () => {
        throw new UpstreamError('KORE_AI', 'UPSTREAM_RATE_LIMITED', sentence, seconds);
      };
    const { extensions } = await answerOf({
      a: fails(30),
      b: fails(5),
      c: fails(null),
      d: fails(1, 'its quota is spent.'),
    });
    const fault = { code: 'UPSTREAM_RATE_LIMITED', vendor: 'KORE_AI' };
    expect(extensions.problems).toEqual([
      { ...fault, retryAfterSeconds: 30, message: 'Kore.ai: it is busy.' },
      { ...fault, retryAfterSeconds: 1, message: 'Kore.ai: its quota is spent.' },
    ]);
  });
});

describe('an operation that needs too many calls', () => {
  it('is told once with what it needs at its end, though its need grows from field to field', async () => {
    const budget = new CallBudget(2);
    const needsOneMore = () => {
      budget.need('KORE_AI', 'list');
      throw budget.tooManyCalls();
    };
    const { errors, extensions } = await answerOf({
      a: needsOneMore,
      b: needsOneMore,
      c: needsOneMore,
      d: needsOneMore,
    });
    expect(errors).toHaveLength(4);
    expect(extensions.problems).toEqual([
      expect.objectContaining({ message: expect.stringContaining('needs 4 upstream calls or more') }),
    ]);
  });

  it('takes under 200 bytes at a deep place', () => {
    const path = ['agents', 'nodes', 199, 'accounts', 0, 'overview', 'messages'];
    const originalError = new CallBudget(0).tooManyCalls();
    const masked = maskError(new GraphQLError(originalError.message, { path, originalError }));
    expect(Buffer.byteLength(JSON.stringify(masked))).toBeLessThan(200);
  });
});

describe('a fault of deskgraph itself', () => {
  it.each([
    ['an error of any kind', new TypeError('secret')],
    ['a value that a scalar cannot hold', new GraphQLError('Int cannot represent secret')],
  ])('is not the caller’s, and its words stay inside: %s', (_, originalError) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const masked = maskError(new GraphQLError('secret', { path: ['agents'], originalError }));
    expect(JSON.stringify(masked)).not.toContain('secret');
    expect(masked).toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR' } });
    expect(log).toHaveBeenCalledOnce();
  });
});
