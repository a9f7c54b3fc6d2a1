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

/** All pages of the list together have fewer rows than the server counts. */
export function missingRows(vendor: Vendor, counted: number, listed: number): UpstreamError {
  const sentence = `the server counts ${counted} rows but its pages have ${listed}.`;
  return new UpstreamError(vendor, 'UPSTREAM_INVALID_RESPONSE', sentence);
}
