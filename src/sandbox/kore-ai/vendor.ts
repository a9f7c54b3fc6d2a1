import type { SandboxVendor } from '../vendor.ts';
import { errorBody, TOO_OFTEN } from './answers.ts';

/** These open nothing but the sandbox, so they may stand here. */
const CREDENTIALS = {
  accountId: 'sandbox-account-27c1',
  streamId: 'st-sandbox-5d0e',
  clientId: 'cs-sandbox-93ab',
  clientSecret: 'sandbox-kore-ai-client-secret-of-32-bytes-and-more',
} as const;

/** Kore.ai's contact-centre analytics. */
export const koreAi = {
  id: 'KORE_AI',
  prefix: '/kore-ai',
  readOptions: () => ({}),
  environment: (url) => ({
    KORE_AI_URL: url,
    KORE_AI_ACCOUNT_ID: CREDENTIALS.accountId,
    KORE_AI_STREAM_ID: CREDENTIALS.streamId,
    KORE_AI_CLIENT_ID: CREDENTIALS.clientId,
    KORE_AI_CLIENT_SECRET: CREDENTIALS.clientSecret,
  }),
  quotaVariable: 'KORE_AI_CALLS_PER_MINUTE',
  // No error body of Kore.ai's is published, apart from the sentence about the limit.
  failure: (status) => ({
    status,
    body: errorBody(status, status === 429 ? TOO_OFTEN : `The request failed with status ${status}`),
  }),
  async create(surroundings) {
    const { koreAiImitation } = await import('./imitation.ts');
    return koreAiImitation(surroundings, CREDENTIALS);
  },
} as const satisfies SandboxVendor<object>;
