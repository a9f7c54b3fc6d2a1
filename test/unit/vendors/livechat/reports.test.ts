import { expect, test } from 'vitest';
import { REPORTS } from '../../../../src/vendors/livechat/reports/index.ts';
import { CHAT_REPORT_CASES } from './chat-report-cases.ts';
import { LATER_REPORT_CASES } from './later-report-cases.ts';
import { ask, fixture, operation, REQUEST, stubbedLiveChat } from './live-chat.ts';
import { OTHER_REPORT_CASES } from './other-report-cases.ts';

const { greetingsConversion, queuedVisitorsLeft, ranking, surveys, tags } = REPORTS;

test.each(Object.entries(REPORTS))('the report of %s is registered under its field', (field, report) => {
  expect(report.field).toBe(field);
});

test.each([...CHAT_REPORT_CASES, ...OTHER_REPORT_CASES, ...LATER_REPORT_CASES])(
  '$path is asked once, and $answer is read',
  async ({ answer, path, ask, body, report, version }) => {
    await using live = await stubbedLiveChat(() => ({ body: fixture(answer) }), {
      apiVersion: version ?? '3.6',
    });
    expect(await ask(live.port)).toEqual(report);
    expect(live.stub.requests).toMatchObject([{ method: 'POST', path }]);
    expect(live.stub.requests[0]?.body).toEqual(body);
    expect(live.stub.requests[0]?.headers.authorization).toBe('Bearer dal:sample-token');
  },
);

test('a personal access token is sent as Basic, with its account', async () => {
  const credential = {
    kind: 'personal access token',
    accountId: 'account-7',
    personalAccessToken: 'pat-9',
  } as const;
  await using live = await stubbedLiveChat(() => ({ body: fixture('tags') }), { credential });
  await ask(live.port, tags);
  const sent = `Basic ${Buffer.from('account-7:pat-9').toString('base64')}`;
  expect(live.stub.requests[0]?.headers.authorization).toBe(sent);
});

test('the same report asked twice in one operation costs one call', async () => {
  await using live = await stubbedLiveChat(() => ({ body: fixture('ranking') }));
  const session = live.port.open(operation());
  const reports = (['DAY', 'DAY', 'HOUR'] as const).map((distribution) =>
    session.report(ranking, { ...REQUEST, distribution }),
  );
  const [first, ...others] = await Promise.all(reports);
  for (const other of others) expect(other).toBe(first);
  expect(live.stub.requests).toHaveLength(1);
});

test('the country of a customer is refused before any call where 3.4 is spoken', async () => {
  await using live = await stubbedLiveChat(() => ({ body: fixture('tags') }), { apiVersion: '3.4' });
  const filter = { customerCountries: { values: ['PL'] } };
  for (const report of [tags, surveys, greetingsConversion]) {
    await expect(ask<unknown>(live.port, report, { filter })).rejects.toMatchObject({
      code: 'UPSTREAM_UNSUPPORTED',
    });
  }
  expect(live.stub.requests).toHaveLength(0);
});

test.each([
  ['3.4', 'tagUsage', '3.5'],
  ...(['3.4', '3.5'] as const).flatMap((version) =>
    (['groups', 'queuedVisitors', 'queuedVisitorsLeft', 'uniqueVisitors'] as const).map(
      (name) => [version, name, '3.6'] as const,
    ),
  ),
] as const)('where %s is spoken, %s is refused before any call', async (apiVersion, name, needed) => {
  await using live = await stubbedLiveChat(() => ({ body: {} }), { apiVersion });
  await expect(ask<unknown>(live.port, REPORTS[name])).rejects.toMatchObject({
    code: 'UPSTREAM_UNSUPPORTED',
    message: `${name} needs LiveChat API ${needed}; LIVECHAT_API_VERSION is ${apiVersion}.`,
  });
  expect(live.stub.requests).toHaveLength(0);
});

test('a page that should hold somebody and holds nobody is refused; the only page may be empty', async () => {
  let pages = 3;
  await using live = await stubbedLiveChat(() => ({
    body: { summary: { total_pages: pages }, records: {} },
  }));
  await expect(ask(live.port, queuedVisitorsLeft, { page: 1 })).rejects.toMatchObject({
    code: 'UPSTREAM_INVALID_RESPONSE',
  });
  pages = 1;
  await expect(ask(live.port, queuedVisitorsLeft)).resolves.toMatchObject({ nodes: [] });
});
