import type { Step } from '../call.ts';
import type { Quota } from '../rate-limit/quota.ts';

/** A call waits for a slot in the quota if that leaves the vendor time to answer before the deadline, else it is refused at once. */
export function rateLimit(quota: Quota): Step {
  return (next) => async (call) => {
    const limiter = quota.limiterOf(call.request.route);
    await limiter.pass(call);
    try {
      const answer = await next(call);
      limiter.answered(answer);
      return answer;
    } catch (error) {
      throw limiter.failed(error);
    }
  };
}
