import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Vendor } from '../../domain/vendor.ts';
import type { Step } from '../call.ts';

/** Refuses the calls of an operation that needs more than it may, with an error that says what it needs. */
export function callBudget(vendor: Vendor): Step {
  return (next) => async (call) => {
    const { budget } = call.operation;
    if (budget.need(vendor, call.request.route)) return next(call);
    // What was asked together is counted together: the first refusal names all of it.
    await turnOfTheLoop();
    throw budget.tooManyCalls();
  };
}
