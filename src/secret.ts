import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Secrets } from './domain/secrets.ts';
import type { EnvironmentReader } from './environment.ts';

/** In characters. */
const MIN_LENGTH = 16;

/** The secrets of the environment; null where it has none. */
export function readSecrets(reader: EnvironmentReader): Secrets | null {
  const [first, ...older] =
    reader
      .text('DESKGRAPH_SECRET')
      ?.split(',')
      .map((secret) => secret.trim()) ?? [];
  if (first === undefined) return null;
  if ([first, ...older].some(({ length }) => length < MIN_LENGTH)) {
    reader.faults.push(
      `DESKGRAPH_SECRET must have at least ${MIN_LENGTH} characters; two secrets, new and old, have a comma between them.`,
    );
  }
  return [first, ...older];
}

/** As `keptSecret` writes it: 32 random bytes. */
const FORM = /^[\w-]{43}\n$/;

/** How to start where the file cannot serve. */
const INSTEAD = 'set DESKGRAPH_SECRET, or name a folder in DESKGRAPH_DATA that deskgraph may write to.';

/** The secret that is kept in this folder, made where there is none yet; or why there can be none, as a sentence. */
export function keptSecret(folder: string): { readonly secrets: Secrets } | { readonly fault: string } {
  const file = join(folder, 'secret');
  try {
    if (statSync(file, { throwIfNoEntry: false }) === undefined) makeSecret(folder, file);
    const place = statSync(file);
    if (!place.isFile()) {
      const kind = place.isDirectory() ? 'a folder' : 'not a regular file';
      return { fault: `${file} is ${kind}, and the secret is kept in a file of that name: ${INSTEAD}` };
    }
    // Windows keeps no such bits.
    if (process.platform !== 'win32' && (place.mode & 0o077) !== 0) {
      return { fault: `${file} is open to other users: let its owner alone read it (chmod 600).` };
    }
    const text = readFileSync(file, 'utf8');
    if (FORM.test(text)) return { secrets: [text.trim()] };
    return {
      fault: `${file} holds no secret of deskgraph's: restore it, or delete it, which makes all ids and cursors invalid.`,
    };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    return { fault: `${file} cannot be made or read (${code}): ${INSTEAD}` };
  }
}

/** Makes the file whole or not at all; of two processes that start together one does, and both use its secret. */
function makeSecret(folder: string, file: string): void {
  makeFolder(folder);
  const secret = randomBytes(32).toString('base64url');
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  writeFileSync(draft, `${secret}\n`, { flag: 'wx', mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isThere(error)) throw error;
  } finally {
    rmSync(draft);
  }
}

/** Makes a folder and its parents, one by one: Node's recursive mkdir never returns for a new folder below `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!isThere(error)) throw error;
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
