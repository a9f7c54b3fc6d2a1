import { tenMinutesOfOverload } from '../unit/upstream/rate-limit/overload.ts';
import { costOfHundred, demandSeen, othersAreLeftAlone, staleAnswers } from './load.ts';
import { answeredByDeadline, connectionsLeft, faultsLivedThrough } from './misbehaviour.ts';
import { type Promised, report } from './report.ts';

/** What the README promises of the upstream calls, measured. Ends with 1 where a promise is broken. */
const promised: Promised[] = [];

promised.push(await answeredByDeadline());
promised.push(await connectionsLeft());
for (const counting of ['from the first call', 'by the clock', 'the last minute'] as const) {
  const { refused, served, asked, servedAMinute } = await tenMinutesOfOverload({
    ...{ limit: 10, counting, slowestMilliseconds: 1000, random: Math.random },
  });
  promised.push({
    promise: `429s in ten minutes of overload, counted ${counting}`,
    limit: '0',
    measured: `${refused} (${served} of ${asked} served, ${servedAMinute} of 10 a minute)`,
    isKept: refused === 0 && servedAMinute > 9,
  });
}
promised.push(await demandSeen());
promised.push(await othersAreLeftAlone());
promised.push(...(await costOfHundred()));
promised.push(await staleAnswers());
promised.push(await faultsLivedThrough());

report(promised);
