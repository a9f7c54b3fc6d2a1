import DataLoader from 'dataloader';
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
import type { RocketChatPort, SegmentSource, SegmentStart, VendorPort, Vendors } from '../domain/ports.ts';
import type { StatusSegment } from '../domain/segment.ts';
import type { TimeRange } from '../domain/time-range.ts';
import type { PeopleMemory } from './people/memory.ts';
import { People } from './people/people.ts';
import { type Timeline, timeline } from './timeline.ts';

/** What one operation asks of the vendors: each question once, and questions that can share a call together. */
export interface Loaders {
  readonly people: People;
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

/** The vendors' ports in the order of the list of all people: see `people/walk.ts`. */
export function portsInOrder({ rocketChat, koreAi, liveChat }: Vendors): VendorPort[] {
  return [rocketChat, koreAi, liveChat].filter((port) => port !== undefined);
}

/** Fresh loaders for one operation. */
export function createLoaders(
  vendors: Vendors,
  identities: Identities,
  memory: PeopleMemory,
  operation: Operation,
): Loaders {
  const ports = portsInOrder(vendors);
  const segmentsOf = segmentLoader(ports, operation);
  const segments: Loaders['segments'] = (account, range) => segmentsOf.load({ account, range });
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
    people: new People(ports, identities, memory, operation),
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

interface SegmentQuestion {
  readonly account: Account;
  readonly range: TimeRange;
}

function segmentLoader(ports: readonly VendorPort[], operation: Operation) {
  const together = ({ account: { vendor }, range }: SegmentQuestion) => `${vendor} ${range.from}/${range.to}`;

  return new DataLoader<SegmentQuestion, readonly StatusSegment[], string>(
    async (questions) => {
      const batches = Map.groupBy(questions, together);
      const answers = new Map<string, ReturnType<SegmentSource['of']>>();
      for (const [key, batch] of batches) answers.set(key, ask(batch));
      return Promise.all(
        questions.map(async (question) => {
          const answer = await answers.get(together(question))?.catch(asError);
          return answer instanceof Error ? answer : (answer?.get(question.account.key) ?? []);
        }),
      );
    },
    { cacheKeyFn: (question) => `${together(question)} ${question.account.key}` },
  );

  async function ask(batch: readonly SegmentQuestion[]): ReturnType<SegmentSource['of']> {
    const [first] = batch;
    const port = ports.find(({ vendor }) => vendor === first?.account.vendor);
    if (first === undefined || port?.segments === undefined) return new Map();
    return port.segments.of(
      batch.map(({ account }) => account),
      first.range,
      operation,
    );
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('A vendor failed', { cause: error });
}
