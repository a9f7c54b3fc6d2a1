import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Payloads that a vendor publishes. They are not ours to copy, so they lie beside this repository or nowhere. */
export interface PublishedPayloads {
  readonly areHere: boolean;
  /** The files' paths within the folder. */
  readonly files: readonly string[];
  read(file: string): unknown;
}

/** The published payloads of a vendor, by the name of its folder; says loudly where there are none. */
export function publishedPayloads(vendor: string): PublishedPayloads {
  const folder = new URL(`../../../../shared/vendors/examples/${vendor}/`, import.meta.url);
  const areHere = existsSync(folder);
  if (!areHere)
    console.warn(
      `SKIPPED: the payloads published for ${vendor} are not beside this repository; nothing read them.`,
    );
  const files = areHere ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  return {
    areHere,
    files: files.filter((file) => file.endsWith('.json')).toSorted(),
    read: (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown,
  };
}
