import type { Centre, StatusSpan } from '../centre/model.ts';
import { byCodeUnit } from '../centre/order.ts';
import type { Route, SandboxRequest } from '../vendor.ts';
import { Refusal } from './answers.ts';
import { type Filter, filterOf } from './filter.ts';
import { entriesOf, segmentOf } from './segments.ts';
import type { Agent } from './users.ts';

/** One version of the endpoint. */
interface Version {
  /** What stands before the last part of the path. */
  readonly infix: string;
  /** The header that must name the stream or the account. */
  readonly header: 'iid' | 'accountid';
  readonly withTimes: boolean;
  readonly withEvents: boolean;
}

const VERSIONS: readonly Version[] = [
  { infix: '', header: 'iid', withTimes: false, withEvents: false },
  { infix: '/v2', header: 'accountid', withTimes: true, withEvents: false },
  { infix: '/v3', header: 'iid', withTimes: false, withEvents: true },
];

/** The account and the stream that requests must name. */
export interface Account {
  readonly accountId: string;
  readonly streamId: string;
}

/** `agentstatusdetails` in its three versions, which list agents in a fixed order of no alphabet: by user id. */
export function agentStatusDetailsRoutes(
  centre: Centre,
  unordered: readonly Agent[],
  account: Account,
): Route[] {
  const agents = unordered.toSorted((one, other) => byCodeUnit(one.user.userId, other.user.userId));
  return VERSIONS.map((version) => ({
    method: 'POST',
    pattern: `/agentassist/api/public/analytics/account/:accountId${version.infix}/agentstatusdetails`,
    handle(request) {
      checkAccount(request, version, account);
      if (request.malformed) throw new Refusal(400, 'the body is no JSON');
      const filter = filterOf(request.body, version.withTimes);
      const limit = Math.min(MOST_AGENTS, positive(request.query.get('limit')) ?? MOST_AGENTS);
      const offset = positive(request.query.get('offset')) ?? 0;
      const asked = agents.filter(({ user }) => filter.emails?.has(user.email.toLowerCase()) ?? true);
      const page = asked.slice(offset, offset + limit);
      const data = rowsOf(centre, page, filter, version);
      return { status: 200, body: { hasMore: offset + limit < asked.length, limit, offset, data } };
    },
  }));
}

const MOST_AGENTS = 50;

function checkAccount(
  { params, headers }: SandboxRequest,
  version: Version,
  { accountId, streamId }: Account,
): void {
  const named = headers[version.header];
  const name = version.header === 'iid' ? 'iId' : 'accountId';
  if (named === undefined || named === '') throw new Refusal(400, `header ${name} is required`);
  const expected = version.header === 'iid' ? streamId : accountId;
  if (params.accountId !== accountId || named !== expected)
    throw new Refusal(403, 'no access to this account');
}

function rowsOf(centre: Centre, page: readonly Agent[], filter: Filter, version: Version) {
  const indices = page.map(({ member }) => member.index);
  const spansOf = Map.groupBy(centre.statusSpans(filter.from, filter.to, indices), ({ member }) => member);
  return page.map((agent) => {
    const spans = spansOf.get(agent.member.index) ?? [];
    const events = version.withEvents
      ? { events: entriesOf(spans.filter((span) => beginsShift(centre, span))) }
      : {};
    return { ...row(agent, spans, filter, version), ...(spans.length === 0 ? {} : events) };
  });
}

const beginsShift = (centre: Centre, { member, from }: StatusSpan): boolean =>
  centre.statusSpans(from - 1, from, [member]).length === 0;

function row({ member, user }: Agent, spans: readonly StatusSpan[], filter: Filter, { withEvents }: Version) {
  const customId = user.customId ?? (withEvents ? '' : null);
  return {
    userId: user.userId,
    ...(withEvents ? { aId: user.agentId } : {}),
    firstName: user.named ? member.firstName : '',
    lastName: user.named ? member.lastName : '',
    email: user.email,
    ...(customId === null ? {} : { customId }),
    // Who was not there has no empty list but none.
    ...(spans.length === 0 ? {} : { status: spans.map((span) => segmentOf(span, filter.offsetMinutes)) }),
  };
}

function positive(text: string | null): number | null {
  const number = Number(text ?? '');
  return Number.isInteger(number) && number > 0 ? number : null;
}
