import { UpstreamError } from '../../domain/errors.ts';
import { ListChangedError } from '../../domain/list-faults.ts';
import type { Vendor } from '../../domain/vendor.ts';
import type { PagedList } from './list.ts';

/** The server lists fewer rows than it says there are. */
export function shortList(vendor: Vendor, total: number | null, listed: number): UpstreamError {
  const sentence =
    total === null
      ? `the server says that more rows follow the first ${listed} but does not list them.`
      : `the server counts ${total} rows but stopped listing them after ${listed}.`;
  return new UpstreamError(vendor, 'UPSTREAM_INVALID_RESPONSE', sentence);
}

/** The server lists more rows than it says there are. */
export function miscountedList(vendor: Vendor, total: number, listed: number): UpstreamError {
  const sentence = `the server counts ${total} rows but lists ${listed}.`;
  return new UpstreamError(vendor, 'UPSTREAM_INVALID_RESPONSE', sentence);
}

/**
 * Reads a list, and where it changed meanwhile reads it once more: with care instead of haste, and without older answers,
 * one of which may be what did not fit.
 */
export async function settled<Row, Answer>(
  list: PagedList<Row>,
  read: (list: PagedList<Row>, pace: 'fast' | 'careful') => Promise<Answer>,
): Promise<Answer> {
  try {
    return await read(list, 'fast');
  } catch (error) {
    if (!(error instanceof ListChangedError)) throw error;
    return read(list.bypassingCache(), 'careful');
  }
}
