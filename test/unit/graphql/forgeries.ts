import fc from 'fast-check';
import { Sealer } from '../../../src/graphql/seal.ts';
import { SEALER } from './sealer.ts';

const STRANGER = new Sealer(['the secret of somebody else']);

/** Tokens that resemble this one and that deskgraph did not give out in its place. */
export function forgeriesOf(token: string): fc.Arbitrary<string> {
  const bytes = Buffer.from(token, 'base64url');
  const flipped = fc.nat({ max: bytes.length * 8 - 1 }).map((bit) => {
    const copy = Buffer.from(bytes);
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return copy.toString('base64url');
  });
  const respelled = fc
    .tuple(fc.nat({ max: token.length }), fc.constantFrom('=', ' ', '\n', '+', '/', '.', 'A', '\0', 'é'))
    .map(([place, letter]) => token.slice(0, place) + letter + token.slice(place));
  return fc
    .oneof(
      flipped,
      respelled,
      fc.nat({ max: token.length - 1 }).map((length) => token.slice(0, length)),
      fc.nat({ max: token.length }).map((start) => token.slice(start)),
      fc.uint8Array({ maxLength: 200 }).map((random) => Buffer.from(random).toString('base64url')),
      fc.string({ maxLength: 200 }),
      fc.string().map((purpose) => SEALER.for(`of ${purpose}`).seal('["ROCKET_CHAT",0,"ana"]')),
      fc.constantFrom('id Agent', 'cursor rows').map((purpose) => STRANGER.for(purpose).seal('email:a@b.c')),
      fc.constantFrom('A'.repeat(4097), 'A'.repeat(90_000), `${token}${'A'.repeat(4096)}`),
    )
    .filter((forged) => forged !== token);
}
