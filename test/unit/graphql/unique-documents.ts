import { NO_IDENTITIES } from '../../../src/domain/identity.ts';
import { createGateway } from '../../../src/gateway.ts';
import { VENDOR_MODULES } from '../../../src/vendors/registry.ts';
import { SECRETS } from './sealer.ts';

/** Sends a gateway without vendors unique documents with as many tokens as one may have. */
const gateway = createGateway({
  vendors: VENDOR_MODULES.map((profile) => ({ profile, port: null })),
  identities: NO_IDENTITIES,
  secrets: SECRETS,
  deadlineMilliseconds: 600_000,
  timeZone: 'UTC',
  maxCalls: 1,
  now: () => Temporal.Instant.from('2026-03-18T14:20:00Z'),
});

const FIELDS = Array.from({ length: 1600 }, (_, field) => `f${field}:__typename`).join(' ');

let answered = 0;
for (let number = 0; number < 100; number += 1) {
  // Half of them are invalid: their errors are kept, too.
  const query = `{ u${number}: ${number % 2 === 0 ? '__typename' : 'nonsense'} ${FIELDS} }`;
  const response = await gateway.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  await response.text();
  answered += 1;
}
console.log(`${answered} answered`);
