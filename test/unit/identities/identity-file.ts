import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { ConfigurationError, readConfig } from '../../../src/config.ts';
import { moduleOf, VENDORS } from '../../support/vendor-ids.ts';

const MODULES = VENDORS.map(moduleOf);

/** A folder for the file of one test file, gone when its tests are. */
export function identityFile() {
  const folder = mkdtempSync(join(tmpdir(), 'deskgraph-identities-'));
  const file = join(folder, 'Läute 1.yaml');
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    file,
    /** The people of the file, holding this. */
    identitiesOf(content: string | Uint8Array) {
      writeFileSync(file, content);
      return readConfig({ DESKGRAPH_IDENTITIES: file }, MODULES).identities;
    },
    /** What is wrong with the file, holding this, without its name before each fault. */
    faultsIn(content: string | Uint8Array): string[] {
      writeFileSync(file, content);
      return faultsOf({ DESKGRAPH_IDENTITIES: file }).map((fault) => {
        expect(fault.startsWith(file)).toBe(true);
        return fault.slice(file.length).replace(/^:/, '');
      });
    },
  };
}

/** What is wrong with an environment, without the headline and the mark before each fault. */
export function faultsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment, MODULES);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message.split('\n  - ').slice(1);
    throw error;
  }
  return [];
}
