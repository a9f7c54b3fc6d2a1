import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UpstreamError } from '../../../src/domain/errors.ts';
import { operation } from './asking.ts';
import { portOf } from './kit.ts';
import { KITS } from './kits.ts';
import { startStubVendor } from './stub-vendor.ts';

const MARK = 'SECRET-TEXT';

describe.each(KITS)('$module.title', (kit) => {
  const { answers, answerTo = (_, answer) => answer, questions } = kit.hostile;

  test.each(questions)(
    'whatever a server answers when asked for $what is read or refused, and never repeated',
    async ({ ask }) => {
      let answer: unknown;
      await using stub = await startStubVendor((request) => ({ body: answerTo(request, answer) }));
      const port = portOf(kit, stub.url);
      await fc.assert(
        fc.asyncProperty(answers(MARK), async (value) => {
          answer = value;
          const fault = await ask(port.open(operation()))?.then(
            () => null,
            (reason: unknown) => reason,
          );
          if (fault === null) return;
          expect(fault).toBeInstanceOf(UpstreamError);
          expect(fault).toMatchObject({ vendor: kit.module.id, code: 'UPSTREAM_INVALID_RESPONSE' });
          expect((fault as Error).message).not.toContain(MARK);
        }),
        { numRuns: 80 },
      );
    },
  );
});
