import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('unique-documents.ts', import.meta.url));

describe('what is kept of documents', () => {
  it('is bounded in bytes: a hundred unique ones pass through a heap that cannot hold them all', () => {
    const argv = ['--max-old-space-size=160', '--disable-warning=ExperimentalWarning', SCRIPT];
    expect(execFileSync(process.execPath, argv, { encoding: 'utf8' })).toBe('100 answered\n');
  }, 300_000);
});
