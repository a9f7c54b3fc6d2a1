import type { Secrets } from '../../../src/domain/secrets.ts';
import { Sealer } from '../../../src/graphql/seal.ts';

/** What tests seal with. */
export const SECRETS: Secrets = ['the secret of the tests'];

/** Seals as the gateways of the tests do. */
export const SEALER = new Sealer(SECRETS);
