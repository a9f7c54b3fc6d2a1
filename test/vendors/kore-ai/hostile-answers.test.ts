import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UpstreamError } from '../../../src/domain/errors.ts';
import type { VendorPort } from '../../../src/domain/ports.ts';
import type { KoreAiSession } from '../../../src/vendors/kore-ai/session.ts';
import { operation, rangeOf } from '../asking.ts';
import { stubbedKoreAi } from './kore-ai.ts';

const MARK = 'SECRET-TEXT';
const RANGE = rangeOf('2026-03-01T00:00:00Z', '2026-03-03T00:00:00Z');
const marked = fc.string().map((text) => MARK + text);
const times = fc.constantFrom(
  ...['2026-03-01T23:59:59', '2026-03-02T00:00:00', '2026-03-02T08:00:00.5', '2026-03-02T23:59:60', '-'],
  ...[
    '2026-03-02T24:00:00',
    '2026-03-02',
    '-271821-04-19T00:00:01',
    '2026-03-02T08:00:00[u-ca=hebrew]',
    '__proto__',
  ],
);
const anything = fc.oneof(fc.jsonValue(), marked, times);

/** JSON that is nearly an answer: the names of true answers, with anything in their places. */
const segment = fc.record(
  {
    primaryStatus: anything,
    secondaryStatus: anything,
    startTime: times,
    endTime: fc.oneof(times, anything),
  },
  { requiredKeys: [] },
);
const row = fc.record(
  {
    userId: fc.oneof(marked, fc.constantFrom('u', '__proto__'), anything),
    email: fc.oneof(fc.constant('u@u.test'), fc.constant(null), anything),
    firstName: fc.oneof(marked, anything),
    customId: fc.oneof(marked, anything),
    status: fc.oneof(fc.array(segment, { maxLength: 3 }), anything),
  },
  { requiredKeys: ['userId'] },
);
const body = fc.oneof(
  anything,
  fc.record(
    {
      hasMore: fc.oneof(fc.boolean(), anything),
      ...{ limit: anything, error: anything, message: anything, status: anything },
      data: fc.oneof(fc.array(row, { maxLength: 60 }), anything),
    },
    { requiredKeys: [] },
  ),
);

const ASKED: Readonly<Record<string, (port: VendorPort<KoreAiSession>) => Promise<unknown> | undefined>> = {
  'a page of agents': (port) => port.open(operation()).directory.page(0),
  'agents by address': (port) => port.open(operation()).directory.lookup?.byEmail(['u@u.test']),
  segments: async (port) => {
    const accounts = await port.open(operation()).activeAccounts(RANGE);
    return port.open(operation()).segments.of(accounts, RANGE);
  },
};

test.each(Object.entries(ASKED))(
  'whatever a server answers when asked for %s is read or refused, and never repeated',
  async (_, ask) => {
    let answer: unknown;
    await using kore = await stubbedKoreAi(() => ({ body: answer }));
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        answer = value;
        const fault = await ask(kore.port)?.then(
          () => null,
          (reason: unknown) => reason,
        );
        if (fault === null) return;
        expect(fault).toBeInstanceOf(UpstreamError);
        expect(fault).toMatchObject({ vendor: 'KORE_AI', code: 'UPSTREAM_INVALID_RESPONSE' });
        expect((fault as Error).message).not.toContain(MARK);
      }),
      { numRuns: 80 },
    );
  },
);
