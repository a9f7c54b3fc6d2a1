import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { liveChatAccountByKey } from '../../../src/vendors/livechat/account.ts';
import { rocketChatAccountByKey } from '../../../src/vendors/rocket-chat/account.ts';
import { faultsOf, identityFile } from './identity-file.ts';

const { folder, identitiesOf, faultsIn } = identityFile();

const PEOPLE = `
- key: ana-weber            # stable; becomes part of the person's id
  name: Ana Weber
  rocketChat: ana.weber
  koreAi: Ana@example.com
  liveChat: ana@example.com
- key: b.E_n-2
  rocketChat: [ben, "1001"]
  koreAi:
    - u-1eacab9d
    - ben@example.com
`;

describe('the file of identities', () => {
  it('is none where none is named', () => {
    expect(readConfig({}).identities.size).toBe(0);
    expect(readConfig({ DESKGRAPH_IDENTITIES: ' ' }).identities.size).toBe(0);
  });

  it('tells people by one account or several of each vendor', () => {
    const identities = identitiesOf(PEOPLE);
    expect(identities.size).toBe(2);
    expect(identities.byKey('ana-weber')).toEqual({
      key: 'ana-weber',
      name: 'Ana Weber',
      claims: [
        { vendor: 'ROCKET_CHAT', by: 'key', value: 'ana.weber' },
        { vendor: 'KORE_AI', by: 'email', value: 'ana@example.com' },
        { vendor: 'LIVECHAT', by: 'email', value: 'ana@example.com' },
      ],
    });
    expect(identities.byKey('b.E_n-2')).toEqual({
      key: 'b.E_n-2',
      name: null,
      claims: [
        { vendor: 'ROCKET_CHAT', by: 'key', value: 'ben' },
        { vendor: 'ROCKET_CHAT', by: 'key', value: '1001' },
        { vendor: 'KORE_AI', by: 'key', value: 'u-1eacab9d' },
        { vendor: 'KORE_AI', by: 'email', value: 'ben@example.com' },
      ],
    });
    expect(identities.of(liveChatAccountByKey('ANA@example.com'))?.key).toBe('ana-weber');
  });

  it('may be what the README shows', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    const [, example = ''] = /^```yaml\n(.*?)^```$/ms.exec(readme) ?? [];
    const identities = identitiesOf(example);
    expect(identities.size).toBe(2);
    expect(identities.byKey('ana-weber')).toMatchObject({ name: 'Ana Weber', claims: { length: 3 } });
    expect(identities.byKey('ben')).toMatchObject({ name: null, claims: { length: 4 } });
  });

  it.each([
    ['one that knows nobody', '[]\n', 0],
    ['one in JSON', '[{"key":"a","liveChat":"a"},{"key":"b","liveChat":["b"]}]', 2],
    ['one of Windows, with a mark of its encoding', '\uFEFF- key: a\r\n  liveChat: a\r\n', 1],
    ['one between marks of a document', '---\n- key: a\n  liveChat: a\n...\n', 1],
    ['the same word at two vendors', '- key: a\n  liveChat: a\n- key: b\n  rocketChat: a\n', 2],
    ['usernames that differ in case', '- key: a\n  rocketChat: [Ana, ana]\n', 1],
    ['keys that differ in case', '- { key: a, rocketChat: a }\n- { key: A, rocketChat: b }\n', 2],
    ['a user id and an address of Kore.ai', '- { key: a, koreAi: u-1 }\n- { key: b, koreAi: a@b }\n', 2],
    ['the longest key', `- { key: ${'k'.repeat(64)}, koreAi: u-1 }`, 1],
  ])('may be %s', (_, content, size) => {
    expect(identitiesOf(content).size).toBe(size);
  });

  it('may be of exactly 10 MB', () => {
    expect(identitiesOf(`[]${'#'.padStart(9_999_998)}`).size).toBe(0);
  });

  it('may say a value again by an alias, and the latest anchor counts', () => {
    const identities = identitiesOf(`
- { liveChat: &a Ana@example.com, koreAi: *a, key: ana }
- { key: &a ben, rocketChat: [*a], name: *a }
`);
    expect(identities.byKey('ana')?.claims.map(({ value }) => value)).toEqual([
      'ana@example.com',
      'ana@example.com',
    ]);
    expect(identities.of(rocketChatAccountByKey('ben'))).toMatchObject({ key: 'ben', name: 'ben' });
  });
});

describe('a file of identities that cannot be read', () => {
  it.each<[string, (name: string) => void, string]>([
    ['absent', () => undefined, 'does not exist'],
    ['a folder', (name) => mkdirSync(name), 'is a folder'],
    ['a link to itself', (name) => symlinkSync(name, name), 'cannot be read (ELOOP)'],
    ['larger than 10 MB', (name) => writeFileSync(name, '#'.repeat(10_000_001)), 'is larger than 10 MB'],
    ['endless', (name) => symlinkSync('/dev/zero', name), 'is larger than 10 MB'],
  ])('is told when it is %s', (kind, make, told) => {
    const name = join(folder, kind);
    make(name);
    expect(faultsOf({ DESKGRAPH_IDENTITIES: name })).toEqual([
      `DESKGRAPH_IDENTITIES names ${name}, which ${told}.`,
    ]);
  });

  it.each([
    ['Latin-1', Buffer.from('- key: a\n  name: Jürgen\n  liveChat: a\n', 'latin1'), '2:10'],
    ['UTF-16', Buffer.from('\uFEFF- key: a\n', 'utf16le'), '1:1'],
  ])('is told by its line when it is %s', (_, content, at) => {
    expect(faultsIn(content)).toEqual([`${at}: this is not UTF-8 text.`]);
  });

  it('is told together with what else is wrong with the environment', () => {
    expect(faultsOf({ DESKGRAPH_IDENTITIES: './absent.yaml', PORT: '-1' })).toEqual([
      'PORT must be a whole number from 0 to 65535.',
      'DESKGRAPH_IDENTITIES names ./absent.yaml, which does not exist.',
    ]);
  });
});
