import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptSecret } from '../../src/secret.ts';

let parent: string;
let folder: string;
let file: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'deskgraph-'));
  folder = join(parent, 'new', 'data');
  file = join(folder, 'secret');
});
afterEach(() => rmSync(parent, { recursive: true }));

describe('the secret that is kept', () => {
  it('is made once, at random, in a file that its owner alone reads', () => {
    const made = keptSecret(folder);
    expect(made).toEqual({ secrets: [expect.stringMatching(/^[\w-]{43}$/)] });
    expect(keptSecret(folder)).toEqual(made);
    expect(keptSecret(join(parent, 'other'))).not.toEqual(made);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder)).toEqual(['secret']);
  });

  it.each([0o640, 0o604, 0o660, 0o644])('is refused where others may open its file: mode %o', (mode) => {
    keptSecret(folder);
    chmodSync(file, mode);
    expect(keptSecret(folder)).toEqual({ fault: expect.stringContaining(`${file} is open to other users`) });
  });

  it.each([
    '',
    'short\n',
    `${'a'.repeat(43)}`,
    `${'a'.repeat(43)}\n\n`,
    `${'ä'.repeat(43)}\n`,
    'x'.repeat(1000),
  ])('is refused, and not shown, where its file holds something else: %j', (text) => {
    keptSecret(folder);
    writeFileSync(file, text);
    const { fault } = { fault: '', ...keptSecret(folder) };
    expect(fault).toContain(`${file} holds no secret of deskgraph's`);
    expect(fault).not.toContain('short');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it.each([0o700, 0o755])('is refused where its file is a folder, and says so: mode %o', (mode) => {
    mkdirSync(file, { recursive: true });
    chmodSync(file, mode);
    expect(keptSecret(folder)).toEqual({
      fault: expect.stringMatching(/secret is a folder, .*: set DESKGRAPH_SECRET, or name a folder/),
    });
  });

  it('is refused where its file is a device, or another thing whose reading may never end', () => {
    mkdirSync(folder, { recursive: true });
    symlinkSync('/dev/null', file);
    expect(keptSecret(folder)).toEqual({ fault: expect.stringContaining('is not a regular file') });
  });

  it('is refused where its folder is a file or cannot be made, and says how to do without', () => {
    writeFileSync(join(parent, 'plain'), '');
    for (const place of [join(parent, 'plain'), join(parent, 'plain', 'data'), '/proc/no-such-folder/data']) {
      expect(keptSecret(place)).toEqual({
        fault: expect.stringMatching(/set DESKGRAPH_SECRET, or name a folder in DESKGRAPH_DATA/),
      });
    }
  });
});
