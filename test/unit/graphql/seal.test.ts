import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Cursors } from '../../../src/graphql/cursor.ts';
import { fromAgentId, toAgentId } from '../../../src/graphql/global-id.ts';
import { Sealer } from '../../../src/graphql/seal.ts';
import { forgeriesOf } from './forgeries.ts';
import { SEALER } from './sealer.ts';

const ROWS = new Cursors(SEALER, 'rows', z.tuple([z.int(), z.string()]));
const TEXT = fc
  .array(fc.constantFrom('a', 'Z', '0', '"', '\\', '\0', 'ä', '€', '😀'))
  .map((letters) => letters.join(''));
const ANA = { kind: 'email', email: 'ana@example.com' } as const;

describe('a token', () => {
  it('is opened for the purpose that it was sealed for, whatever it holds, and is the same every time', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (text, purpose) => {
        const token = SEALER.for(purpose).seal(text);
        expect(SEALER.for(purpose).open(token)).toBe(text);
        expect(SEALER.for(purpose).seal(text)).toBe(token);
        expect(SEALER.for(`${purpose}.`).open(token)).toBeNull();
        expect(token).toMatch(/^[\w-]+$/);
      }),
    );
  });

  it('is that of RFC 5297, and of the same secret for good', () => {
    expect(new Sealer(['a secret of 27 characters.. ']).for('id Agent').seal('email:ana@example.com')).toBe(
      'j8jYI4v1mSuJHcgzRJD8nxStwgmBsORwSqhMSE1bwVK1HMOByw',
    );
  });

  it('shows nothing of what it holds', () => {
    const id = toAgentId(SEALER, ANA);
    expect(Buffer.from(id, 'base64url').toString('latin1')).not.toMatch(/ana|example|email/);
  });

  it('is opened with an older secret too, and sealed with the newest', () => {
    const [older, newer] = ['the older secret', 'the newer secret'];
    const both = new Sealer([newer, older]).for('id');
    expect(both.open(new Sealer([older]).for('id').seal('ana'))).toBe('ana');
    expect(both.seal('ana')).toBe(new Sealer([newer]).for('id').seal('ana'));
    expect(new Sealer([newer]).for('id').open(new Sealer([older]).for('id').seal('ana'))).toBeNull();
  });

  it('of more than 4,096 characters is refused unread, even one that was sealed', () => {
    expect(SEALER.for('long').open(SEALER.for('long').seal('a'.repeat(3056)))).toHaveLength(3056);
    expect(SEALER.for('long').open(SEALER.for('long').seal('a'.repeat(3057)))).toBeNull();
  });

  it('that is forged, damaged or of another purpose is refused, in 10,000 cases', () => {
    const cursor = ROWS.encode([1, 'ä']);
    const id = toAgentId(SEALER, ANA);
    fc.assert(
      fc.property(fc.oneof(forgeriesOf(cursor), forgeriesOf(id)), (token) => {
        if (token !== cursor) expect(() => ROWS.decode(token, 'after')).toThrow('after must be a cursor');
        if (token !== id) expect(() => fromAgentId(SEALER, token, 'id')).toThrow('id must be an id');
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([
    '',
    'null',
    '{',
    '{}',
    '"rows"',
    '[]',
    '[1]',
    '["1","a"]',
    '[1,"a",2]',
    '[1,null]',
    '[1.5,"a"]',
    '[1e308,"a"]',
    '[9007199254740992,"a"]',
    `${'['.repeat(1000)}${']'.repeat(1000)}`,
  ])('of this list that holds %s, as another version of deskgraph may have sealed, is refused', (text) => {
    const token = SEALER.for('cursor rows').seal(text);
    expect(() => ROWS.decode(token, 'before')).toThrow('before must be a cursor');
  });

  it.each(['ana', 'email:', 'email:ANA@example.com', 'account:LIVECHAT:'])(
    'of a person that holds %j is refused',
    (text) => {
      expect(() => fromAgentId(SEALER, SEALER.for('id Agent').seal(text), 'by.id')).toThrow('by.id must be');
    },
  );
});
