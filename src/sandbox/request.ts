import type { IncomingMessage } from 'node:http';
import type { SandboxRequest } from './vendor.ts';

const MOST_BODY_BYTES = 1_000_000;

/** The body as text; null where it is longer than anybody needs. */
export async function bodyOf(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MOST_BODY_BYTES) chunks.push(chunk);
  }
  return bytes > MOST_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

/** The body as JSON; an empty one is none, and one that is no JSON is malformed. */
export function parsed(text: string): Pick<SandboxRequest, 'body' | 'malformed'> {
  if (text === '') return { body: undefined, malformed: false };
  try {
    return { body: JSON.parse(text) as unknown, malformed: false };
  } catch {
    return { body: undefined, malformed: true };
  }
}

/** The first value of each header. */
export const singleHeaders = (incoming: IncomingMessage): SandboxRequest['headers'] =>
  Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );

/** The query as a log shows it: a parameter that was given several times is a list. */
export function plainQuery(query: URLSearchParams): Readonly<Record<string, string | readonly string[]>> {
  const entries = [...new Set(query.keys())].map((name): [string, string | string[]] => {
    const values = query.getAll(name);
    return [name, values.length === 1 ? (values[0] as string) : values];
  });
  return Object.fromEntries(entries);
}
