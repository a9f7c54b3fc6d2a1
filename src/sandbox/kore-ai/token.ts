import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a token must be signed with, and the issuer that it must name. */
export interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * Whether a compact JWT is signed with HS256 and the client's secret, and names the client in `appId`. The vendor
 * asks for no other claim; an expiry is heeded where there is one.
 */
export function isTokenOf(token: string, { clientId, clientSecret }: Client, now: number): boolean {
  const [header, payload, signature, ...rest] = token.split('.');
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0)
    return false;
  const expected = createHmac('sha256', clientSecret).update(`${header}.${payload}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  const { alg } = claimsOf(header);
  const { appId, exp } = claimsOf(payload);
  return alg === 'HS256' && appId === clientId && (typeof exp !== 'number' || exp * 1000 > now);
}

function claimsOf(part: string): Record<string, unknown> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
