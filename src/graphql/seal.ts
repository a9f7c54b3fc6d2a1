import { createHash, hkdfSync } from 'node:crypto';
import { aessiv } from '@noble/ciphers/aes.js';
import type { Secrets } from '../domain/secrets.ts';

/** The tokens of one purpose. */
export interface Seal {
  /** Text as an opaque token: equal for equal text, and unreadable without the secret. */
  seal(text: string): string;
  /** The text of a token that was sealed for this purpose; null for any other. */
  open(token: string): string | null;
}

/** In characters. A longer token is refused before it costs any work. */
const MAX_TOKEN_LENGTH = 4096;

/** Of AES-256-SIV, in bytes: a key of 32 bytes for the tag and one for the text. */
const KEY_LENGTH = 64;

/**
 * Seals tokens by deterministic authenticated encryption (RFC 5297, AES-SIV): only a holder of the secret can make one,
 * change one or read one.
 */
export class Sealer {
  readonly #keys: readonly [Uint8Array, ...Uint8Array[]];

  constructor([first, ...older]: Secrets) {
    this.#keys = [deriveKey(first), ...older.map(deriveKey)];
  }

  /** The tokens of a purpose. The purpose is hashed, as it may be long and a list has many tokens. */
  for(purpose: string): Seal {
    const [sealing] = this.#keys;
    const context = createHash('sha256').update(purpose).digest();
    return {
      seal: (text) => Buffer.from(aessiv(sealing, context).encrypt(Buffer.from(text))).toString('base64url'),
      open: (token) => this.#open(context, token),
    };
  }

  #open(context: Uint8Array, token: string): string | null {
    if (token.length > MAX_TOKEN_LENGTH) return null;
    const sealed = Buffer.from(token, 'base64url');
    // One token has one spelling.
    if (sealed.toString('base64url') !== token) return null;
    for (const key of this.#keys) {
      try {
        return Buffer.from(aessiv(key, context).decrypt(sealed)).toString();
      } catch {
        // Sealed with another secret, for another purpose, or not by deskgraph.
      }
    }
    return null;
  }
}

function deriveKey(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'deskgraph tokens', KEY_LENGTH));
}
