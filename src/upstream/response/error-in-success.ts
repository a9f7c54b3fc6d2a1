import { z } from 'zod';

const member = z.unknown().optional();

/** The members by which vendors report an error or state a success. Whatever else a body holds is not looked at. */
const Report = z.object({
  ...{ error: member, errors: member, errorMessage: member, errorCode: member, errorType: member },
  ...{ success: member, status: member, statusCode: member, code: member, message: member },
});
type Report = z.output<typeof Report>;

/** Some vendors repeat here what was asked for, so it is no data. */
const ECHO = 'request';

/**
 * Whether the parsed body of a 2xx reports an error, as some servers do beside an empty list. It does with a member of
 * an error's name that is not empty, or a stated failure. A `message` may stand beside data or a stated success; alone it
 * is an error. Only the body's own members count: what stands deeper, such as an agent's name, is data.
 */
export function reportsError(body: unknown): boolean {
  const { success, data: report } = Report.safeParse(body);
  if (!success) return false;
  const { error, errors, errorMessage, errorCode, errorType, message } = report;
  if (![error, errors, errorMessage, errorCode, errorType].every(isEmpty) || statesFailure(report))
    return true;
  return !isEmpty(message) && !statesSuccess(report) && !hasData(body);
}

function statesFailure({ success, status, statusCode, code }: Report): boolean {
  const isFailure = (word: unknown) => /^(error|fail|failed|failure|[45]\d\d)$/i.test(textOf(word));
  return /^false$/i.test(textOf(success)) || [status, statusCode, code].some(isFailure);
}

function statesSuccess({ success, status, statusCode, code }: Report): boolean {
  const isSuccess = (word: unknown) => /^(true|ok|success|successful|2\d\d)$/i.test(textOf(word));
  return [success, status, statusCode, code].some(isSuccess);
}

/** Whether the body holds a list or an object that is not empty. */
function hasData(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  // One member at a time: as a list of pairs, an object of a million members takes longer than its JSON.
  return Object.keys(body).some((name) => {
    const value: unknown = Reflect.get(body, name);
    return name !== ECHO && typeof value === 'object' && !isEmpty(value);
  });
}

/** What servers put in an error's place where there is none. */
function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === false || value === 0;
}

function textOf(word: unknown): string {
  return typeof word === 'string' || typeof word === 'number' || typeof word === 'boolean' ? `${word}` : '';
}
