import { UpstreamError } from '../domain/errors.ts';
import type { Attempt } from './attempts.ts';
import { leftOutBy, leftOutError } from './cursors.ts';
import { type PeopleFilter, PeopleList, type PeoplePage, type PeopleWindow } from './list.ts';
import { UnfinishedListError } from './reading-on.ts';
import type { Sources } from './resolve.ts';
import type { DirectorySession } from './session.ts';

/**
 * The people within the window, in the list's order. `listed` are the lists that are walked over; `sources` say which other
 * accounts a person has; `attempt` has what earlier attempts at the page have left.
 *
 * A page from a cursor on rejects where a list fails that decides its rows: the pages before rest on that list, and
 * the cursor serves again later. Only a walk that begins may leave a vendor out, and then does to its end.
 */
export async function listPeople(
  listed: readonly DirectorySession[],
  sources: Sources,
  filter: PeopleFilter,
  window: PeopleWindow,
  attempt: Attempt,
): Promise<PeoplePage> {
  const cursors = [window.after, window.before].filter((position) => position !== null);
  const leftOut = leftOutBy(cursors).map(leftOutError);
  for (;;) {
    const isAsked = ({ vendor }: DirectorySession) => leftOut.every((failure) => failure.vendor !== vendor);
    const rest = { ...sources, sessions: sources.sessions.filter(isAsked), leftOut };
    // Without a vendor that is left out now, and may be back at the next attempt, verdicts are for this one only.
    const isKept = cursors.length > 0 || leftOut.length === 0;
    const verdicts = isKept ? attempt.verdicts : new Map<string, boolean>();
    const part = new PeopleList(listed.filter(isAsked), rest, filter, { ...attempt, verdicts });
    const page = await part.page(window).catch((error: unknown) => {
      // A list that is read bit by bit has not failed.
      const isFailure = error instanceof UpstreamError && !(error instanceof UnfinishedListError);
      const mayLeaveOut =
        cursors.length === 0 && isFailure && rest.sessions.some(({ vendor }) => vendor === error.vendor);
      if (!mayLeaveOut) throw error;
      return error;
    });
    if (!(page instanceof UpstreamError)) return page;
    leftOut.push(page);
  }
}
