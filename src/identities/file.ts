import { closeSync, openSync, readSync } from 'node:fs';

/** In bytes. Some sixty thousand people fit. */
const MAX_SIZE = 10_000_000;

const REASONS: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'does not exist'],
  ['EACCES', 'may not be read by this user'],
  ['EISDIR', 'is a folder'],
]);

/**
 * What a file holds, as text, or why it cannot be told, as the sentence goes on behind the file's name. Nothing is read
 * beyond the limit, whatever the file is: a pipe tells no size.
 */
export function readText(file: string): { readonly text: string } | { readonly fault: string } {
  const bytes = Buffer.allocUnsafe(MAX_SIZE + 1);
  let size = 0;
  try {
    const descriptor = openSync(file, 'r');
    try {
      for (let read = 1; read > 0; size += read) {
        read = readSync(descriptor, bytes, size, bytes.length - size, null);
      }
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return { fault: REASONS.get(code) ?? `cannot be read (${code})` };
  }
  if (size > MAX_SIZE) return { fault: 'is larger than 10 MB' };
  return { text: new TextDecoder().decode(bytes.subarray(0, size)) };
}
