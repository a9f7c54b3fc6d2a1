/** What is known of a vendor's list when accounts are looked for that are not known yet. */
export interface PlanFacts {
  /** How many calls ask for all of them; null where the vendor cannot be asked for one of them. */
  readonly calls: number | null;
  /** How many such calls earlier attempts have made already. */
  readonly callsBefore: number;
  /** For how many addresses one call can ask; null where the vendor cannot be asked for addresses. */
  readonly lookupSize: number | null;
  /** How many pages are left to read; null where the length of the list is not known. */
  readonly pagesLeft: number | null;
}

/** The next step: nothing, asking for the accounts, reading the next page, or reading all pages. */
export type PlanStep = 'none' | 'lookup' | 'nextPage' | 'scan';

/**
 * The next step towards accounts that are not known yet, at the least number of calls. After each step it is planned again:
 * a page may have shown the accounts, or how long the list is.
 */
export function nextStep({ calls, callsBefore, lookupSize, pagesLeft }: PlanFacts): PlanStep {
  if (calls === 0) return 'none';
  if (pagesLeft === null) {
    // The cost of reading a list is not known before its first page, which tells the length in most cases.
    const isPageWorthIt = calls === null || (lookupSize === 1 && calls > 1);
    return isPageWorthIt ? 'nextPage' : 'lookup';
  }
  if (pagesLeft === 0) return calls === null ? 'none' : 'lookup';
  // An operation that has asked as often as the list has pages, and would ask on, had better have read the list.
  return calls !== null && calls + callsBefore < pagesLeft ? 'lookup' : 'scan';
}
