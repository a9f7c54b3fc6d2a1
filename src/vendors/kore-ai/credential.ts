import type { KoreAiCredential } from './config.ts';

/**
 * The JWT that Kore.ai wants in its `auth` header, as its page "How to generate the JWT Token" says: HS256 with the
 * client secret, `appId` the client id, no expiry.
 */
export async function signJwt(credential: KoreAiCredential): Promise<string> {
  if (credential.kind === 'jwt') return credential.jwt;
  // Loaded with the first call, as a start without Kore.ai has no use for it.
  const { SignJWT } = await import('jose');
  return new SignJWT({ sub: 'deskgraph', appId: credential.clientId })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(credential.clientSecret));
}
