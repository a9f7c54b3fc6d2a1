import type { Account } from '../domain/account.ts';
import type {
  AgentReportRequest,
  AgentReports,
  ChatReportRequest,
  ChatReports,
  QueuedVisitorsLeftPage,
} from '../domain/chat-report.ts';
import type { Identities } from '../domain/identity.ts';
import type { Operation } from '../domain/operation.ts';
import type { RocketChatPort, SegmentStart, VendorPort, VendorPorts } from '../domain/ports.ts';
import type { AgentPresence } from '../domain/presence.ts';
import type { StatusSegment } from '../domain/segment.ts';
import type { TimeRange } from '../domain/time-range.ts';
import { People, type PeopleCache } from '../people/index.ts';
import { type AccountQuestion, accountLoader } from './account-loader.ts';
import { type Timeline, timeline } from './timeline.ts';

/** What one operation asks of the vendors: each question once, and questions that can share a call together. */
export interface Loaders {
  readonly people: People;
  /** What the account's vendor says of the person now; null where it says nothing. Accounts of one vendor share a call. */
  presence(account: Account): Promise<AgentPresence | null>;
  /** The segments of one account that overlap the range. Of a vendor that records none: none. */
  segments(account: Account, range: TimeRange): Promise<readonly StatusSegment[]>;
  /** The segments of some accounts, merged, of which the vendors are asked for no more than is drawn. */
  timeline(accounts: readonly Account[], range: TimeRange, start: SegmentStart): Timeline;
  /** Absent where Rocket.Chat is not configured. */
  readonly rocketChat?: {
    readonly covers: RocketChatPort['covers'];
    readonly availability: WithinOperation<RocketChatPort['availability']>;
    readonly overview: WithinOperation<RocketChatPort['overview']>;
    readonly availableForExtension: RocketChatPort['availableForExtension'];
  };
  /** Absent where LiveChat is not configured. */
  readonly liveChat?: {
    report<Name extends keyof ChatReports>(
      name: Name,
      request: ChatReportRequest,
    ): Promise<ChatReports[Name]>;
    queuedVisitorsLeft(request: ChatReportRequest, index: number): Promise<QueuedVisitorsLeftPage>;
    agentReport<Name extends keyof AgentReports>(
      name: Name,
      request: AgentReportRequest,
    ): Promise<AgentReports[Name]>;
  };
}

/** A port's method whose operation is given already. */
type WithinOperation<Method> = Method extends (...args: [...infer Args, Operation]) => infer Answer
  ? (...args: Args) => Answer
  : never;

/** The vendors' ports in the order in which answers name them. */
export function portsInOrder({ rocketChat, koreAi, liveChat }: VendorPorts): VendorPort[] {
  return [rocketChat, koreAi, liveChat].filter((port) => port !== undefined);
}

/** Fresh loaders for one operation. */
export function createLoaders(
  vendors: VendorPorts,
  identities: Identities,
  cache: PeopleCache,
  operation: Operation,
): Loaders {
  const ports = portsInOrder(vendors);
  const segmentsOf = segmentLoader(ports, operation);
  const segments: Loaders['segments'] = (account, range) => segmentsOf.load({ account, range });
  const presences = presenceLoader(ports, operation);
  const { rocketChat, liveChat } = vendors;
  const answers = new Map<string, Promise<unknown>>();

  /** Equal questions get the one answer. */
  function once<Answer>(question: readonly unknown[], ask: () => Promise<Answer>): Promise<Answer> {
    const key = JSON.stringify(question);
    // The key names the question whole, so what is kept under it is of that question's type.
    const answer = (answers.get(key) as Promise<Answer> | undefined) ?? ask();
    answers.set(key, answer);
    return answer;
  }

  return {
    people: new People(ports, identities, cache, operation),
    presence: (account) => presences.load({ account }),
    segments,
    timeline: (accounts, range, start) => timeline(ports, accounts, range, start, segments, operation),
    ...(rocketChat && {
      rocketChat: {
        covers: rocketChat.covers,
        availability: (range) =>
          once(['ROCKET_CHAT', 'availability', range], () => rocketChat.availability(range, operation)),
        overview: (metric, range, departmentId) =>
          once(['ROCKET_CHAT', 'overview', metric, range, departmentId], () =>
            rocketChat.overview(metric, range, departmentId, operation),
          ),
        availableForExtension: rocketChat.availableForExtension,
      },
    }),
    ...(liveChat && {
      liveChat: {
        report: (name, request) =>
          once(['LIVECHAT', name, request], () => liveChat.reports[name](request, operation)),
        queuedVisitorsLeft: (request, index) =>
          once(['LIVECHAT', 'queuedVisitorsLeft', index, request], () =>
            liveChat.queuedVisitorsLeft(request, index, operation),
          ),
        agentReport: (name, request) =>
          once(['LIVECHAT', name, request], () => liveChat.agentReports[name](request, operation)),
      },
    }),
  };
}

interface SegmentQuestion extends AccountQuestion {
  readonly range: TimeRange;
}

function segmentLoader(ports: readonly VendorPort[], operation: Operation) {
  return accountLoader<SegmentQuestion, readonly StatusSegment[]>(
    ({ account: { vendor }, range }) => `${vendor} ${range.from}/${range.to}`,
    async ([first, ...others]) => {
      const { segments } = portOf(first.account, ports) ?? {};
      const accounts = [first, ...others].map(({ account }) => account);
      return segments === undefined ? new Map() : segments.of(accounts, first.range, operation);
    },
    [],
  );
}

function presenceLoader(ports: readonly VendorPort[], operation: Operation) {
  return accountLoader<AccountQuestion, AgentPresence | null>(
    ({ account: { vendor } }) => vendor,
    async ([first, ...others]) => {
      const { presence } = portOf(first.account, ports) ?? {};
      const accounts = [first, ...others].map(({ account }) => account);
      return presence === undefined ? new Map() : presence.of(accounts, operation);
    },
    null,
  );
}

function portOf({ vendor }: Account, ports: readonly VendorPort[]): VendorPort | undefined {
  return ports.find((port) => port.vendor === vendor);
}
