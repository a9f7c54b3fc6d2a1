import { BadUserInputError, UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import { type PagedList, readAll } from '../../upstream/paging/index.ts';

/**
 * Every row of a list, by no more than a share of the calls that the operation has left. The caller cannot know how long
 * the list is, so a list that takes more calls is an error of the vendor and not of the caller.
 */
export async function readWholeList<Row>(list: PagedList<Row>, operation: Operation): Promise<Row[]> {
  const { budget } = operation;
  const kept = budget.left - budget.leftForOneList;
  const read: PagedList<Row>['read'] = async (offset, count, asking) => {
    if (budget.left < kept + 1) throw tooLong(list);
    return list.read(offset, count, asking);
  };
  try {
    return await readAll({ ...list, read }, operation);
  } catch (error) {
    // Another field may have taken the last call meanwhile.
    throw error instanceof BadUserInputError ? tooLong(list) : error;
  }
}

function tooLong<Row>({ vendor }: PagedList<Row>): UpstreamError {
  const sentence =
    'reading its whole list of agents takes more calls than one operation has left (DESKGRAPH_MAX_CALLS).';
  return new UpstreamError(vendor, 'UPSTREAM_RATE_LIMITED', sentence);
}
