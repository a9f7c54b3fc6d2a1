import { crc32 } from 'node:zlib';

/**
 * Text as an opaque token that is good for one purpose. The checksum tells a damaged token, or one of another purpose,
 * from a right one; it keeps nothing secret and nobody out.
 */
export function seal(purpose: string, text: string): string {
  return Buffer.from(checksum(purpose, text) + text).toString('base64url');
}

/** The text of a token that `seal` made for this purpose; null for any other. */
export function unseal(purpose: string, token: string): string | null {
  const decoded = Buffer.from(token, 'base64url');
  const [sum, text] = [decoded.toString('utf8', 0, 8), decoded.toString('utf8', 8)];
  return decoded.toString('base64url') === token && sum === checksum(purpose, text) ? text : null;
}

function checksum(purpose: string, text: string): string {
  return crc32(text, crc32(purpose)).toString(16).padStart(8, '0');
}
