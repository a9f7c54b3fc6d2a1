import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('unique-documents.ts', import.meta.url));

describe('what is kept of documents', () => {
  it('is bounded in bytes: 300 unique ones of the largest size pass through a heap that holds 60', () => {
    const argv = ['--max-old-space-size=160', '--disable-warning=ExperimentalWarning', SCRIPT];
    expect(execFileSync(process.execPath, argv, { encoding: 'utf8' })).toBe('300 answered\n');
  }, 300_000);
});
