import type { SandboxAnswer } from '../vendor.ts';
import { half, toWire, type WireAnswer } from '../wire.ts';
import { gzipBomb, hugeObject } from './payloads.ts';

/** The call that a fault befalls. */
export interface Circumstances {
  /** What the vendor answers while it fails with a status: an error in its own shape. */
  readonly failure: (status: number, now: number) => SandboxAnswer;
  /** The path on the sandbox's own server, with the query. */
  readonly target: string;
  /** The present in epoch milliseconds. */
  readonly now: number;
  /** What the vendor would have answered; only asking for it asks the vendor's route and spends its quota. */
  truth(): WireAnswer;
  /** The address of the sandbox's second server; asking for it starts that server. */
  elsewhere(): Promise<string>;
}

/** How an answer goes over the line; the first two send none. */
export type Way = 'reset-unread' | 'silence' | 'whole' | 'half-then-reset' | 'drip';

/** What befalls a call. */
export interface Fault {
  readonly way: Way;
  /** What is sent; left out where nothing is. */
  readonly answer?: (circumstances: Circumstances) => WireAnswer | Promise<WireAnswer>;
}

const JSON_TYPE = 'application/json; charset=utf-8';

const LOGIN_PAGE = '<!doctype html>\n<title>Log in</title>\n<p>This network asks you to log in first.</p>\n';

const BAD_GATEWAY_PAGE =
  '<html>\n<head><title>502 Bad Gateway</title></head>\n<body><center><h1>502 Bad Gateway</h1></center></body>\n</html>\n';

/** Every fault by its name. What each one does to a client is told in the sandbox's README. */
export const FAULTS = {
  refused: { way: 'reset-unread' },
  reset: { way: 'half-then-reset', answer: ({ truth }) => truth() },
  hang: { way: 'silence' },
  drip: { way: 'drip', answer: ({ truth }) => truth() },
  '429': failing(429),
  '500': failing(500),
  '502-html': failing(502),
  '503-retry-after': failing(503, { 'Retry-After': '30' }),
  'token-expired': failing(401),
  redirect: {
    way: 'whole',
    answer: async ({ target, elsewhere }) =>
      toWire({ status: 302, body: '', headers: { Location: `${await elsewhere()}${target}` } }),
  },
  'truncated-json': {
    way: 'whole',
    answer({ truth }) {
      const { status, headers, body } = truth();
      const cut = half(body);
      return { status, headers: { ...headers, 'Content-Length': String(cut.length) }, body: cut };
    },
  },
  'lying-content-length': {
    way: 'whole',
    answer({ truth }) {
      const { status, headers, body } = truth();
      const lie = { 'Content-Length': String(body.length + 1000), Connection: 'close' };
      return { status, headers: { ...headers, ...lie }, body };
    },
  },
  'wrong-content-type': { way: 'whole', answer: () => toWire({ status: 200, body: LOGIN_PAGE }) },
  'gzip-bomb': {
    way: 'whole',
    answer: async () => ({
      status: 200,
      headers: { 'Content-Type': JSON_TYPE, 'Content-Encoding': 'gzip' },
      body: await gzipBomb(),
    }),
  },
  'huge-object': {
    way: 'whole',
    answer: () => ({ status: 200, headers: { 'Content-Type': JSON_TYPE }, body: hugeObject() }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

/** The name of a fault. */
export type FaultName = keyof typeof FAULTS;

/** The names of all faults. */
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

/** No fault at all. */
export const UNHARMED: Fault = { way: 'whole', answer: ({ truth }) => truth() };

/** A vendor that answers every call with a status, in its own words. */
export function failing(status: number, headers: WireAnswer['headers'] = {}): Fault {
  return {
    way: 'whole',
    answer({ failure, now }) {
      // What answers 502 is no vendor's software but a proxy in front of it.
      const answer = toWire(status === 502 ? { status, body: BAD_GATEWAY_PAGE } : failure(status, now));
      return { ...answer, headers: { ...answer.headers, ...headers } };
    },
  };
}
