import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../schema/', import.meta.url);

/** The SDL of `schema/`, file by file. */
export function readTypeDefs(): string[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.graphql'));
  return files.sort().map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));
}
