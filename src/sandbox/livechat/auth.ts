/** The credentials that the imitation takes. */
export interface Credentials {
  readonly accessToken: string;
  readonly accountId: string;
  readonly personalAccessToken: string;
}

/** The `Authorization` headers that are let in: an OAuth token as Bearer, a personal one as Basic. */
export function acceptedAuthorizations(credentials: Credentials): ReadonlySet<string> {
  const pair = `${credentials.accountId}:${credentials.personalAccessToken}`;
  return new Set([
    `Bearer ${credentials.accessToken}`,
    `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`,
  ]);
}
