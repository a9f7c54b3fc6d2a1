import type { CallBudget } from '../../domain/call-budget.ts';
import { BadUserInputError, UpstreamError } from '../../domain/errors.ts';
import { type PagedList, readAll } from '../../upstream/paging/index.ts';

/**
 * Every row of a list, by no more than a share of the calls that the operation has left. The caller cannot know how long
 * the list is, so a list that takes more calls is an error of the vendor and not of the caller.
 */
export async function readWholeList<Row>(list: PagedList<Row>, budget: CallBudget): Promise<Row[]> {
  const kept = budget.left - budget.leftForOneList;
  const limited = (whole: PagedList<Row>): PagedList<Row> => ({
    ...whole,
    async read(offset, count) {
      if (budget.left < kept + 1) throw tooLong(whole);
      return whole.read(offset, count);
    },
    bypassingCache: () => limited(whole.bypassingCache()),
  });
  try {
    return await readAll(limited(list));
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
