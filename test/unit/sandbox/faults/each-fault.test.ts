import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FaultName, type Sandbox, startSandbox } from '../../../../src/sandbox/index.ts';
import { NOW } from '../callers.ts';
import { callOnce, type Outcome, open, outcomeOf, VENDORS } from './line.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ agents: 12, now: () => NOW });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  for (const vendor of VENDORS) sandbox.fault(vendor, null);
  sandbox.clearCalls();
});

/** What a client sees of a fault that lets the call end, beside what it sees without. */
type Expectation = (seen: Outcome, truth: Outcome) => void;
type Ending = Exclude<FaultName, 'hang' | 'drip' | '429' | 'token-expired' | 'gzip-bomb' | 'huge-object'>;

const halfOf = ({ body }: Outcome): Buffer => body.subarray(0, Math.floor(body.length / 2));

const EXPECTATIONS: Readonly<Record<Ending, Expectation>> = {
  refused: (seen) =>
    expect(seen).toMatchObject({ status: null, broke: expect.stringContaining('ECONNRESET') }),
  reset(seen, truth) {
    expect(seen).toMatchObject({ status: 200, broke: 'read ECONNRESET', body: halfOf(truth) });
    expect(seen.headers['content-length']).toBe(String(truth.body.length));
  },
  '500'(seen) {
    expect(seen).toMatchObject({ status: 500, broke: null });
    expect(seen.headers['content-type']).toMatch(/^application\/json/);
  },
  '502-html'(seen) {
    expect(seen).toMatchObject({ status: 502, broke: null });
    expect(seen.headers['content-type']).toMatch(/^text\/html/);
    expect(String(seen.body)).toMatch(/^<html>/);
  },
  '503-retry-after'(seen) {
    expect(seen).toMatchObject({ status: 503, broke: null, headers: { 'retry-after': '30' } });
  },
  redirect(seen) {
    expect(seen).toMatchObject({ status: 302, broke: null });
    expect(new URL(seen.headers.location ?? '').origin).not.toBe(sandbox.url);
  },
  'truncated-json'(seen, truth) {
    expect(seen).toMatchObject({ status: 200, broke: null, body: halfOf(truth) });
    expect(() => JSON.parse(String(seen.body))).toThrow(SyntaxError);
  },
  'lying-content-length'(seen, truth) {
    expect(seen).toMatchObject({ status: 200, broke: 'aborted', body: truth.body });
    expect(Number(seen.headers['content-length'])).toBe(truth.body.length + 1000);
  },
  'wrong-content-type'(seen) {
    expect(seen).toMatchObject({ status: 200, broke: null });
    expect(seen.headers['content-type']).toMatch(/^text\/html/);
  },
};

describe.each(Object.keys(EXPECTATIONS) as Ending[])('%s', (fault) => {
  it.each(VENDORS)(
    'befalls every call of %s, stands in the log, and is over when it is taken away',
    async (vendor) => {
      const truth = await callOnce(sandbox, vendor);
      expect(truth).toMatchObject({ status: 200, broke: null });
      sandbox.clearCalls();
      sandbox.fault(vendor, fault);
      for (const seen of [await callOnce(sandbox, vendor), await callOnce(sandbox, vendor)]) {
        EXPECTATIONS[fault](seen, truth);
        expect(sandbox.calls.at(-1)).toMatchObject({ vendor, fault, status: seen.status });
      }
      sandbox.fault(vendor, null);
      const { 'content-length': length } = truth.headers;
      expect(await callOnce(sandbox, vendor)).toMatchObject({
        body: truth.body,
        headers: { 'content-length': length },
      });
      expect(sandbox.calls.at(-1)).toMatchObject({ fault: null, status: 200 });
    },
  );
});

describe.each([
  [
    'ROCKET_CHAT',
    { error: expect.stringContaining('[error-too-many-requests]') },
    { success: false, status: 'error' },
  ],
  [
    'KORE_AI',
    { errors: [{ code: 429, msg: expect.stringContaining('per-minute rate limit') }] },
    { errors: [{ code: 401 }] },
  ],
  ['LIVECHAT', { error: { type: 'too_many_requests' } }, { error: { type: 'authentication' } }],
] as const)('%s', (vendor, limited, expired) => {
  it('tells its limit in its own words', async () => {
    sandbox.fault(vendor, '429');
    const { status, body, headers } = await callOnce(sandbox, vendor);
    expect(status).toBe(429);
    expect(JSON.parse(String(body))).toMatchObject(limited);
    expect(headers['retry-after']).toBeUndefined();
    const inSeconds = String(NOW + 42_000);
    expect([headers['x-ratelimit-remaining'], headers['x-ratelimit-reset']]).toEqual(
      vendor === 'ROCKET_CHAT' ? ['0', inSeconds] : [undefined, undefined],
    );
  });

  it('tells an expired token in its own words', async () => {
    sandbox.fault(vendor, 'token-expired');
    const { status, body } = await callOnce(sandbox, vendor);
    expect(status).toBe(401);
    expect(JSON.parse(String(body))).toMatchObject(expired);
  });

  it('answers nothing where it hangs, though it read the call', async () => {
    sandbox.fault(vendor, 'hang');
    const call = open(sandbox, vendor);
    const outcome = outcomeOf(call);
    await vi.waitFor(() => expect(sandbox.calls).toMatchObject([{ vendor, fault: 'hang', status: null }]));
    sandbox.fault(vendor, null);
    expect(await callOnce(sandbox, vendor)).toMatchObject({ status: 200 });
    call.destroy();
    expect(await outcome).toMatchObject({ status: null });
  });
});

it('inflates a bomb of 50 kB to 50 MiB of right JSON', async () => {
  sandbox.fault('LIVECHAT', 'gzip-bomb');
  const { headers, body, ...rest } = await callOnce(sandbox, 'LIVECHAT');
  expect(rest).toEqual({ status: 200, broke: null });
  expect(headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': expect.stringContaining('json'),
  });
  expect(body.length).toBeLessThan(60_000);
  const inflated = gunzipSync(body);
  expect(inflated.length).toBe(50 * 1024 * 1024);
  expect(JSON.parse(String(inflated))).toEqual({});
});

it('sends an object of 200,000 members', async () => {
  sandbox.fault('KORE_AI', 'huge-object');
  const { headers, body, ...rest } = await callOnce(sandbox, 'KORE_AI');
  expect(rest).toEqual({ status: 200, broke: null });
  expect(headers['content-type']).toMatch(/^application\/json/);
  // Read as a list, because an object of so many members is slow to parse: which is the point of it.
  const text = String(body);
  const values: number[] = JSON.parse(`[${text.slice(1, -1).replace(/"k\d+":/g, '')}]`);
  expect(values.every((value, at) => value === at)).toBe(true);
  expect(values).toHaveLength(200_000);
  expect([text.slice(0, 16), text.slice(-18)]).toEqual(['{"k0":0,"k1":1,"', ',"k199999":199999}']);
});
