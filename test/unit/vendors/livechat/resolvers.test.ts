import { execute, isObjectType, parse } from 'graphql';
import { expect, test } from 'vitest';
import type { Account } from '../../../../src/domain/account.ts';
import { createSchema } from '../../../../src/graphql/schema.ts';
import { readAs } from '../../../../src/upstream/response/read.ts';
import { REPORTS } from '../../../../src/vendors/livechat/reports/index.ts';
import { resolvers } from '../../../../src/vendors/livechat/resolvers.ts';
import { reportReader } from '../../../../src/vendors/livechat/session.ts';
import { SEALER } from '../../graphql/sealer.ts';

const NOW = Temporal.Instant.from('2026-03-18T14:20:00Z');

/** Answers a query with nothing but LiveChat's resolvers; every report has the records. */
async function asked(query: string, records: object, isConfigured = true) {
  const paths: string[] = [];
  const bodies = new Map<string, object>([
    ['chats/forms', { records: [] }],
    ['chats/queued_visitors_left', { summary: { total_pages: 0 }, records: {} }],
  ]);
  const report = reportReader(
    {
      async report(path, _, answer) {
        paths.push(path);
        return readAs(answer, bodies.get(path) ?? { summary: {}, records }, 'LIVECHAT', path);
      },
    },
    '3.6',
  );
  const schema = createSchema([{ resolvers: resolvers(() => (isConfigured ? { report } : null)) }]);
  const loaders = {
    people: {
      reference: (account: Account) => ({
        key: { kind: 'account', vendor: 'LIVECHAT', account: account.key },
        ...{ accounts: [account], identity: null, unavailable: [] },
        ...{ name: account.name, email: account.emails[0] ?? null },
      }),
    },
  };
  const vendors = [{ profile: { id: 'LIVECHAT', accountType: 'LiveChatAccount' }, port: null }];
  const contextValue = { loaders, vendors, sealer: SEALER, timeZone: 'UTC', now: () => NOW };
  const { data, errors = [] } = await execute({ schema, document: parse(query), contextValue });
  const reported = errors.map(({ path, message }) => `${path?.at(-1)}: ${message}`);
  // Without the null prototypes of GraphQL's results.
  return { data: JSON.parse(JSON.stringify(data)), errors: reported, paths };
}

const FIELDS = Object.keys(REPORTS);
const EVERY_REPORT = `{ chatReport { ${FIELDS.map((field) => `${field} { __typename }`).join(' ')} } }`;

test('each field of ChatReport that is a report asks its own report, once', async () => {
  const { data, errors, paths } = await asked(EVERY_REPORT, {});
  expect(errors).toEqual([]);
  expect(Object.entries(data.chatReport).filter(([, value]) => value === null)).toEqual([]);
  expect(paths.toSorted()).toEqual(
    Object.values(REPORTS)
      .map(({ path }) => path)
      .toSorted(),
  );
  const type = createSchema([]).getType('ChatReport');
  const own = ['vendor', 'from', 'to', 'timeZone', 'distribution'];
  const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
  expect(fields.filter((field) => !own.includes(field)).toSorted()).toEqual(FIELDS.toSorted());
});

test('where LiveChat is not configured, reports are null without error, and arguments are still checked', async () => {
  const { data, errors } = await asked(EVERY_REPORT, {}, false);
  expect(errors).toEqual([]);
  expect(Object.values(data.chatReport)).toEqual(FIELDS.map(() => null));
  const refused = await asked(
    `{ chatReport(distribution: MONTH, filter: { tags: { exists: true } }) {
      ratings { total } ranking(first: 0) { totalCount } queuedVisitorsLeft(after: "x") { totalCount }
      availability { totalSeconds } tagUsage { tag } } }`,
    {},
    false,
  );
  expect(refused.errors.map((error) => error.replace(/: .*/, '')).toSorted()).toEqual([
    'availability',
    'queuedVisitorsLeft',
    'ranking',
    'tagUsage',
  ]);
});

test('the ranking begins with the highest score and ends with the agents without one', async () => {
  const records = {
    ...{ 'c@desk.test': { total: 1 }, 'b@desk.test': { score: 0.2 }, 'd@desk.test': { score: 0.9 } },
    ...{ 'a@desk.test': { score: 0.2 }, 'e@desk.test': { score: 0 } },
  };
  const nodes = 'nodes { score agent { email } }';
  const { data } = await asked(
    `{ chatReport { whole: ranking { ${nodes} } end: ranking(last: 2) { totalCount ${nodes} } } }`,
    records,
  );
  const { whole, end } = data.chatReport;
  expect(whole.nodes.map(({ agent }: { agent: { email: string } }) => agent.email)).toEqual(
    ['d', 'a', 'b', 'e', 'c'].map((name) => `${name}@desk.test`),
  );
  expect(end).toEqual({ totalCount: 5, nodes: whole.nodes.slice(-2) });
});

test("an agent's availability is divided by HOUR or DAY only", async () => {
  const range = 'range: { from: "2026-03-16T00:00:00Z", to: "2026-03-18T00:00:00Z" }';
  const account = `... on LiveChatAccount {
    day: availability(${range}) { totalSeconds }
    month: availability(${range}, distribution: MONTH) { totalSeconds } }`;
  const { data, errors } = await asked(
    `{ chatReport { ranking { nodes { agent { accounts { ${account} } } } } } }`,
    { 'ana@desk.test': {} },
  );
  expect(data.chatReport.ranking.nodes).toEqual([
    { agent: { accounts: [{ day: { totalSeconds: null }, month: null }] } },
  ]);
  expect(errors).toEqual([
    'month: distribution: availability is divided by HOUR or DAY only; MONTH was given.',
  ]);
});
