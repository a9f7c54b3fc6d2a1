import type { SandboxAnswer } from './vendor.ts';

/** An answer as it goes over the line. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A body that is text is a page; every other is sent as JSON. */
export function toWire({ status, body, headers }: SandboxAnswer): WireAnswer {
  const isPage = typeof body === 'string';
  const bytes = Buffer.from(isPage ? body : JSON.stringify(body));
  return {
    status,
    headers: {
      'Content-Type': isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      'Content-Length': String(bytes.length),
      ...headers,
    },
    body: bytes,
  };
}

/** The first half of a body: of JSON, always something that is none. */
export const half = (body: Buffer): Buffer => body.subarray(0, body.length >> 1);
