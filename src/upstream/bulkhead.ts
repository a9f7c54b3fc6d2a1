import { UpstreamError } from '../domain/errors.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { Layer } from './call.ts';
import { WaitingLine } from './waiting-line.ts';

/** How many calls a vendor has before it at once; as many connections are made to it. */
export const MOST_AT_ONCE = 8;

/** How many more may wait for one of those to end. */
const MOST_WAITING = 100;

/** Keeps a vendor that is slow from taking more than its share of sockets and memory; what is too much is refused at once. */
export function contained(vendor: Vendor): Layer {
  const line = new WaitingLine();
  let open = 0;

  return (next) => async (call) => {
    if (open < MOST_AT_ONCE) open += 1;
    else if (line.size < MOST_WAITING) await line.join(call);
    else throw new UpstreamError(vendor, 'UPSTREAM_UNAVAILABLE', 'too many calls wait for it already.');
    try {
      return await next(call);
    } finally {
      // Whoever is next takes over the place.
      if (line.admitNext() === null) open -= 1;
    }
  };
}
