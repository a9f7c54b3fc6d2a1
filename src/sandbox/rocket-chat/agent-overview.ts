import { badRequest, success } from './answers.ts';
import type { Endpoint } from './endpoint.ts';
import { startOf } from './local-days.ts';
import { overview } from './overview.ts';
import type { ParamsSchema } from './params.ts';
import type { Rooms } from './rooms.ts';

const SCHEMA: ParamsSchema = {
  types: { name: 'string', from: 'string', to: 'string', departmentId: 'string' },
  required: ['name', 'from', 'to'],
};

/** `agent-overview`: one figure per agent over the chats begun on whole days of the report's zone. */
export function agentOverviewEndpoint(roomsOf: Rooms, timeZone: string): Endpoint {
  return {
    pattern: '/api/v1/livechat/analytics/agent-overview',
    permission: 'view-livechat-manager',
    params: SCHEMA,
    handle({ query }) {
      const name = query.get('name') ?? '';
      if (name === '') throw badRequest('invalid-chart-name');
      const first = lenientDate(query.get('from') ?? '');
      const last = lenientDate(query.get('to') ?? '');
      // Neither an unknown metric nor a date that is none is an error; the answer is just empty.
      if (first === null || last === null) return success({});
      const departmentId = query.get('departmentId') ?? 'undefined';
      const rooms = roomsOf(
        startOf(first, timeZone),
        startOf(last.add({ days: 1 }), timeZone),
        departmentId === 'undefined' ? undefined : departmentId,
      );
      return success({ ...overview(name, rooms) });
    },
  };
}

/**
 * Reads a date as the vendor's library does when it is told to expect YYYY-MM-DD but not to insist on it: digits are
 * taken as they come, whatever stands between and behind them. So "01/02/2020" is 2001-02-20.
 */
export function lenientDate(text: string): Temporal.PlainDate | null {
  const [, year, month = '1', day = '1'] = /(\d{1,4})(?:\D*(\d{1,2}))?(?:\D*(\d{1,2}))?/.exec(text) ?? [];
  if (year === undefined) return null;
  try {
    const parts = { year: fullYear(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(parts, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length !== 2) return year;
  return year > 68 ? 1900 + year : 2000 + year;
}
