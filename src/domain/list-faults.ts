import { UpstreamError } from './errors.ts';
import type { Vendor } from './vendor.ts';

/** Two answers do not fit together: rows came, went or moved between them, so a row may be missing. */
export class ListChangedError extends UpstreamError {
  constructor(vendor: Vendor) {
    super(vendor, 'UPSTREAM_INVALID_RESPONSE', 'the list changed while it was read; ask again.');
  }
}

/** The server gives rows that it gave already where others should follow, as one does that ignores the offset. */
export function repeatedList(vendor: Vendor, known: number): UpstreamError {
  const sentence = `the server says that more rows follow but lists the same ${known} again.`;
  return new UpstreamError(vendor, 'UPSTREAM_INVALID_RESPONSE', sentence);
}

/** The server lists fewer rows than it says there are. */
export function shortList(vendor: Vendor, total: number | null, listed: number): UpstreamError {
  const sentence =
    total === null
      ? `the server says that more rows follow the first ${listed} but does not list them.`
      : `the server counts ${total} rows but stopped listing them after ${listed}.`;
  return new UpstreamError(vendor, 'UPSTREAM_INVALID_RESPONSE', sentence);
}
