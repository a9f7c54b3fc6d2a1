import { describe, expect, it } from 'vitest';
import { identityFile } from './identity-file.ts';

const { faultsIn } = identityFile();

/** A person without faults from the second line on, behind whom another entry stands. */
const ANA = '\n- key: ana\n  name: Ana\n  rocketChat: ana\n  koreAi: ana@example.com\n  liveChat: a\n';
const KEY_RULE = 'key must consist of 1 to 64 letters (a to z), digits, ".", "_" or "-".';
const NO_FIELD = 'there is no such field: a person has key, name, rocketChat, koreAi, liveChat.';
const NO_ACCOUNT = 'this person has no account: give one of rocketChat, koreAi, liveChat.';
const KORE_AI_RULE = 'koreAi must be an e-mail address or a user id (u-…).';
const WHITE_SPACE = 'must be without white space; several accounts are given as a list.';
const NO_PERSON = 'a person must be given by fields, such as "key: ana-weber".';
const NO_LIST = 'people must be given as a list, each beginning with "- key: …".';
const NOTHING = 'there is nothing in it; nobody is written as [].';
const MISSING = 'a quote, a bracket, a comma, a colon or a "-" is missing before here.';
const BRACKET = 'a bracket is not closed before here, or this is indented otherwise than its neighbours.';
const OTHER = 'this is not what YAML can have here: look at quotes, colons and indentation.';
const COLON = 'a second colon must stand in quotes, and all fields of a person begin in one column.';
const TAB = 'a line must be indented by spaces, not by tabs.';
const TAG = 'tags (!…) are not understood here.';
const PLAIN_WORD = 'the name of a field must be a plain word.';
const NO_ANCHOR = 'is an alias of no single value above it.';

function quoted(field: string): string {
  return `${field} must be text: put it in quotes.`;
}

describe('a fault of the file of identities', () => {
  it.each<[string, ...string[]]>([
    // The list
    ['', `1:1: ${NOTHING}`],
    ['# nobody\n', `1:1: ${NOTHING}`],
    ['~', `1:1: ${NOTHING}`],
    ['people\n', `1:1: ${NO_LIST}`],
    ['people:\n  - key: ana\n    rocketChat: ana\n', `1:1: ${NO_LIST}`],
    [`${ANA}- ben\n`, `7:3: ${NO_PERSON}`],
    [`${ANA}-\n- [ben]\n- rocketChat:ben\n`, `7:2: ${NO_PERSON}`, `8:3: ${NO_PERSON}`, `9:3: ${NO_PERSON}`],
    // Fields
    ['- rocketChat: ana\n', '1:3: this person has no key.'],
    ['- {}\n', '1:3: this person has no key.', `1:3: ${NO_ACCOUNT}`],
    [`${ANA}- key: ben\n  name: Ben\n`, `7:3: ${NO_ACCOUNT}`],
    [`${ANA}  email: ana@example.com\n`, `7:3: ${NO_FIELD}`],
    [`${ANA}  rocketchat: ana\n  1: ana\n`, `7:3: ${NO_FIELD}`, `8:3: ${NO_FIELD}`],
    [`${ANA}  <<: { name: Ana }\n`, `7:3: ${NO_FIELD}`],
    [`${ANA}  __proto__: ana\n`, `7:3: ${NO_FIELD}`],
    [`${ANA}  ? [name]\n  : Ana\n`, `7:5: ${PLAIN_WORD}`],
    [`${ANA}  key: ben\n`, '7:3: key is given twice, first in line 2.'],
    [`${ANA}  rocketChat: ana\n`, '7:3: rocketChat is given twice, first in line 4.'],
    [`${ANA}- { key: ben, koreAi: u-1, "koreAi": u-2 }\n`, '7:28: koreAi is given twice, first in line 7.'],
    // Values
    ['- key:\n  rocketChat: ana\n', '1:7: key is empty.'],
    ['- key: ""\n  rocketChat: " "\n', '1:8: key is empty.', '2:15: rocketChat is empty.'],
    ['- { key, rocketChat: ana }\n', '1:5: key is empty.'],
    ['- key: ana\n  rocketChat: [ana, , null, ~]\n', `2:21: ${OTHER}`],
    ['- key: a\n  liveChat: [a, null, ""]\n', '2:17: liveChat is empty.', '2:23: liveChat is empty.'],
    ['- key: a\n  liveChat: []\n', '2:13: liveChat is an empty list.'],
    ['- key: 7\n  rocketChat: 1001\n', ...['1:8: key', '2:15: rocketChat'].map(quoted)],
    [
      '- key: true\n  rocketChat: [1.50, 0x1f]\n',
      ...['1:8: key', '2:16: rocketChat', '2:22: rocketChat'].map(quoted),
    ],
    ['%YAML 1.1\n---\n- key: yes\n  rocketChat: a\n', quoted('3:8: key')],
    ['- key: [ana]\n  rocketChat: ana\n', '1:8: key must be a single value.'],
    ['- key: a\n  liveChat: a\n  name:\n    first: Ana\n', '4:5: name must be a single value.'],
    [
      '- key: a\n  liveChat: [[a], { b: c }]\n',
      ...['2:14', '2:19'].map((at) => `${at}: liveChat must be a single value.`),
    ],
    ['- key: a\n  liveChat: a\n  name: "Ana "\n', '3:9: name must not begin or end with white space.'],
    [
      '- key: a\n  liveChat: a\n  name: |-\n    Ana\n    Weber\n',
      '3:9: name must not hold line breaks or other control characters.',
    ],
    [
      '- key: a\n  liveChat: "a\\0"\n',
      '2:13: liveChat must not hold line breaks or other control characters.',
    ],
    [`- key: a\n  liveChat: ${'a'.repeat(257)}\n`, '2:13: liveChat must not be longer than 256 characters.'],
    ...['ana weber', 'ana/weber', 'änä', 'ana:weber', 'k'.repeat(65)].map((key): [string, string] => [
      `- key: ${key}\n  rocketChat: ana\n`,
      `1:8: ${KEY_RULE}`,
    ]),
    ['- key: a\n  rocketChat: ana, ben\n', `2:15: rocketChat ${WHITE_SPACE}`],
    ['- key: a\n  liveChat: [a, b c]\n', `2:17: liveChat ${WHITE_SPACE}`],
    ['- key: a\n  koreAi: a@example.com b@example.com\n', `2:11: koreAi ${WHITE_SPACE}`],
    ...['ana.weber', 'U-1', 'u-', 'ana@', '"@ana"', 'a@b@c'].map((account): [string, string] => [
      `- key: a\n  koreAi: ${account}\n`,
      `2:11: ${KORE_AI_RULE}`,
    ]),
    // What belongs to one person only
    [`${ANA}- key: ana\n  rocketChat: ben\n`, '7:8: this key is given to two people, first in line 2.'],
    ...[
      ['rocketChat: ana', '8:15', 'Rocket.Chat', 4],
      ['koreAi: ANA@Example.com', '8:11', 'Kore.ai', 5],
      ['liveChat: [b, a]', '8:17', 'LiveChat', 6],
    ].map(([line, at, vendor, first]): [string, string] => [
      `${ANA}- key: ben\n  ${line}\n`,
      `${at}: this account of ${vendor} is claimed twice, first in line ${first}.`,
    ]),
    [
      '- key: a\n  liveChat:\n    - A@example.com\n    - a@EXAMPLE.com\n    - a@example.COM\n',
      '4:7: this account of LiveChat is claimed twice, first in line 3.',
      '5:7: this account of LiveChat is claimed twice, first in line 3.',
    ],
    // Aliases
    ['- key: *a\n  liveChat: &a a\n', `1:8: key ${NO_ANCHOR}`],
    ['- key: a\n  liveChat: &l [a]\n- key: b\n  liveChat: *l\n', `4:13: liveChat ${NO_ANCHOR}`],
    ['- &p { key: a, liveChat: a }\n- *p\n', `2:3: ${NO_PERSON}`],
    ['- key: &k 1\n  liveChat: *k\n', quoted('1:8: key').replace('1:8', '1:11'), quoted('2:13: liveChat')],
    ['- key: &k a\n  liveChat: a\n  *k : b\n', `3:3: ${PLAIN_WORD}`],
    // The syntax
    ['- key: a: b\n', `1:8: ${COLON}`],
    ['- key: a\n   liveChat: b\n', `1:8: ${COLON}`],
    ['- key: a\n\tliveChat: a\n', `2:2: ${TAB}`],
    ['- key: a\n  \tliveChat: a\n', `2:3: ${TAB}`],
    ['- key: a\n liveChat: a\n', `2:1: ${MISSING}`],
    ['- key: a\n  liveChat a\n', `2:3: ${MISSING}`],
    ['- key: a\n  liveChat: "a\n', `3:1: ${MISSING}`],
    ['- key: a\n  liveChat: [a\n- key: b\n', `3:1: ${BRACKET}`],
    ['- key: a\n  rocketChat: @a\n', '2:15: a value that begins like this must stand in quotes.'],
    ['- key a\n  liveChat: a\n', '1:3: a field, its colon and its value belong in one line.'],
    ['- key: a\nliveChat: a\n', `2:1: ${OTHER}`],
    [
      '- key: "\\q"\n',
      '1:9: this is no escape that double quotes know; in single quotes a backslash is a backslash.',
    ],
    ['- key: a\n  liveChat: a\n---\n[]\n', '3:1: another document begins here; everybody belongs in one.'],
    ['- !person { key: a, liveChat: "\\q" }\n', `1:3: ${TAG}`],
    ['%FOO\n---\n[]\n', '1:1: directives (%…) are not understood here.'],
    ['- key: !person a\n  liveChat: !!binary YQ==\n', `1:8: ${TAG}`, `2:13: ${TAG}`],
    // Several
    [
      '- key: a b\n  name: 1\n- ben\n',
      `1:3: ${NO_ACCOUNT}`,
      `1:8: ${KEY_RULE}`,
      quoted('2:9: name'),
      `3:3: ${NO_PERSON}`,
    ],
    [
      '- key: @a\n- key: @b\n',
      ...[1, 2].map((line) => `${line}:8: a value that begins like this must stand in quotes.`),
    ],
  ])('in %j is told by its line', (content, ...told) => {
    expect(faultsIn(content)).toEqual(told);
  });

  it('shows nothing that the file holds', () => {
    const contents = [
      `${ANA}- key: secret 1\n  secret-2: a\n  koreAi: [secret-3, 4711]\n`,
      `${ANA}- key: ana\n  liveChat: [secret, secret, *secret]\n`,
      '- key: !secret a\n  name: "\\secret"\n  @secret\n  secret: secret: |secret\n',
      '%SECRET\n---\nsecret\n---\nsecret\n',
    ];
    for (const content of contents) {
      const told = faultsIn(content);
      expect(told).not.toEqual([]);
      expect(told.join('\n')).not.toMatch(/secret|4711/i);
    }
  });

  it('is one of the first hundred, and the others are counted', () => {
    const told = faultsIn(`- key: a\n  liveChat: [${'a,'.repeat(150_000)}]\n`);
    expect(told).toHaveLength(101);
    expect(told[0]).toBe('2:16: this account of LiveChat is claimed twice, first in line 2.');
    expect(told[99]).toBe('2:214: this account of LiveChat is claimed twice, first in line 2.');
    expect(told[100]).toBe(' has 149899 more faults.');
  });
});
