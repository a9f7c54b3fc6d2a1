import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UpstreamError } from '../../../src/domain/errors.ts';
import type { VendorPort } from '../../../src/domain/ports.ts';
import type { RocketChatSession } from '../../../src/vendors/rocket-chat/session.ts';
import { operation, rangeOf } from '../asking.ts';
import { stubbedRocketChat } from './rocket-chat.ts';

const MARK = 'SECRET-TEXT';
const RANGE = rangeOf('2026-03-01T00:00:00Z', '2026-03-03T00:00:00Z');
const marked = fc.string().map((text) => MARK + text);

const NAMES = [
  '_id',
  'username',
  'name',
  'status',
  'emails',
  'address',
  'livechat',
  'maxNumberSimultaneousChat',
];
const TIMES = [
  '2026-03-01T23:59:59.000Z',
  '2026-03-02T00:00:00.000Z',
  '-271821-04-20T00:00:00Z',
  '2026-03-02T24:00Z',
];

/** JSON that is nearly an answer: the names of true answers, with anything in their places. */
const { row } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(marked, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constantFrom(...TIMES)),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('row'),
  ),
  row: fc.record(
    Object.fromEntries(
      [...NAMES, 'availableTimeInSeconds', 'serviceHistory', 'startedAt', 'stoppedAt', 'value'].map(
        (name) => [
          name,
          name === 'username' || name === 'name' ? fc.oneof(marked, tie('value')) : tie('value'),
        ],
      ),
    ),
    { requiredKeys: [] },
  ),
}));
const rows = fc.oneof(fc.array(row, { maxLength: 3 }), fc.jsonValue());
const interval = fc.record({ startedAt: fc.constantFrom(...TIMES), stoppedAt: fc.constantFrom(...TIMES) });
const historyRow = fc.record({
  username: fc.constantFrom('a', '__proto__'),
  availableTimeInSeconds: fc.oneof(fc.nat(), fc.maxSafeInteger()),
  serviceHistory: fc.oneof(fc.array(interval, { maxLength: 4 }), rows),
});
const body = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      users: rows,
      agents: fc.oneof(rows, fc.array(historyRow, { maxLength: 3 })),
      agent: row,
      head: fc.oneof(fc.constant([{ name: 'Agent' }, { name: 'Total_messages' }]), rows),
      data: fc.oneof(rows, fc.array(fc.record({ name: marked, value: fc.oneof(marked, fc.double()) }))),
      total: fc.oneof(fc.nat(3), fc.maxSafeInteger(), fc.jsonValue()),
    },
    { requiredKeys: [] },
  ),
);

const ASKED: Readonly<Record<string, (port: VendorPort<RocketChatSession>) => Promise<unknown> | undefined>> =
  {
    'a page of users': (port) => port.open(operation()).directory.page(0),
    'somebody by username': (port) => port.open(operation()).directory.byKey?.('a'),
    'the time available': (port) => port.open(operation()).availability(RANGE),
    segments: async (port) => {
      const accounts = await port.open(operation()).activeAccounts(RANGE);
      return port.open(operation()).segments?.of(accounts, RANGE);
    },
    messages: (port) => port.open(operation()).overview('messages', RANGE, null),
    'a page of agents without an extension': (port) =>
      port.open(operation()).availableForExtension({ extension: null, text: null }).page(0),
  };

test.each(Object.entries(ASKED))(
  'whatever a server answers when asked for %s is read or refused, and never repeated',
  async (_, ask) => {
    let answer: unknown;
    await using rocket = await stubbedRocketChat(({ query }) => {
      // It has nothing more to list, so what it counts beyond that is not asked for without end.
      const isFirst = query.get('offset') === null || query.get('offset') === '0';
      return { body: isFirst ? answer : { users: [], agents: [], total: 2 ** 31 - 1 } };
    });
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        answer = value;
        const fault = await ask(rocket.port)?.then(
          () => null,
          (reason: unknown) => reason,
        );
        if (fault === null) return;
        expect(fault).toBeInstanceOf(UpstreamError);
        expect(fault).toMatchObject({ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_INVALID_RESPONSE' });
        expect((fault as Error).message).not.toContain(MARK);
      }),
      { numRuns: 80 },
    );
  },
);
