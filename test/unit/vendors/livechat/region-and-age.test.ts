import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { tags } from '../../../../src/vendors/livechat/reports/tags.ts';
import { ask, fixture, stubbedLiveChat } from './live-chat.ts';

const MISDIRECTED = { error: { type: 'misdirected_request', message: 'elsewhere', data: { region: 'fra' } } };

describe('an account whose data lies in another region', () => {
  test('is followed there once, and from then on asked there at once', async () => {
    await using live = await stubbedLiveChat(({ headers }) =>
      headers['x-region'] === 'fra' ? { body: fixture('tags') } : { status: 421, body: MISDIRECTED },
    );
    await ask(live.port, tags);
    await ask(live.port, tags);
    expect(live.stub.requests.map(({ headers }) => headers['x-region'])).toEqual([undefined, 'fra', 'fra']);
  });

  test('is followed by each of the requests that were under way together', async () => {
    await using live = await stubbedLiveChat(({ headers }) =>
      headers['x-region'] === 'fra' ? { body: fixture('tags') } : { status: 421, body: MISDIRECTED },
    );
    const answers = ['Europe/Warsaw', 'UTC'].map((timeZone) => ask(live.port, tags, { timeZone }));
    expect((await Promise.all(answers)).map(({ points }) => points.length > 0)).toEqual([true, true]);
  });

  test('is not followed in circles', async () => {
    await using live = await stubbedLiveChat(() => ({ status: 421, body: MISDIRECTED }));
    await expect(ask(live.port, tags)).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      message: expect.stringContaining('LIVECHAT_URL'),
    });
    expect(live.stub.requests).toHaveLength(2);
  });

  test('is not followed to what is no region', async () => {
    const body = { error: { ...MISDIRECTED.error, data: { region: 'evil.example.com\r\nx: y' } } };
    await using live = await stubbedLiveChat(() => ({ status: 421, body }));
    await expect(ask(live.port, tags)).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
    });
    // Tried again as every failure that may pass, and never at another address.
    expect(live.stub.requests).toHaveLength(2);
  });
});

describe('a version that ages', () => {
  const warn = vi.spyOn(console, 'warn');
  beforeEach(() => {
    warn.mockReset();
  });
  afterEach(() => {
    warn.mockReset();
  });

  test.each([
    [
      { deprecation: '2026-03-31' },
      '3.4',
      "Version 3.4 of LiveChat's API is deprecated and will be switched off (2026-03-31); set LIVECHAT_API_VERSION to 3.6.",
    ],
    [
      { legacy: '2026-08-07' },
      '3.5',
      "Version 3.5 of LiveChat's API is superseded by a newer one (2026-08-07); set LIVECHAT_API_VERSION to 3.6.",
    ],
    [
      { legacy: 'soon\tor later' },
      '3.5',
      "Version 3.5 of LiveChat's API is superseded by a newer one; set LIVECHAT_API_VERSION to 3.6.",
    ],
  ] as const)('by %j is told in the log once, and to who asks', async (headers, apiVersion, sentence) => {
    await using live = await stubbedLiveChat(() => ({ body: fixture('tags'), headers }), { apiVersion });
    expect(live.port.warnings?.()).toEqual([]);
    await ask(live.port, tags);
    await ask(live.port, tags);
    expect(live.port.warnings?.()).toEqual([sentence]);
    expect(warn.mock.calls).toEqual([[sentence]]);
  });

  test('is not made up where no header tells of it', async () => {
    await using live = await stubbedLiveChat(() => ({ body: fixture('tags') }));
    await ask(live.port, tags);
    expect(live.port.warnings?.()).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
  });
});
