import { describe, expect, it } from 'vitest';
import { identityFile } from './identity-file.ts';

const { faultsIn } = identityFile();

describe('a file of identities that is made to keep deskgraph busy', () => {
  it('with aliases of aliases is refused at the first that stands for more than a value', () => {
    const letters = [...'bcdefghijklmnopqrstuvwxyz'];
    const bomb = letters.map((letter, index) => {
      const previous = letters[index - 1] ?? 'a';
      return `  - &${letter} [${Array(9).fill(`*${previous}`).join(',')}]\n`;
    });
    const told = faultsIn(`- key: ana\n  liveChat:\n  - &a x\n${bomb.join('')}`);
    expect(told).toEqual(letters.map((_, index) => `${index + 4}:8: liveChat must be a single value.`));
    expect(faultsIn(`- &a [a]\n- key: ana\n  rocketChat: [*a, *a]\n`)).toEqual([
      '1:6: a person must be given by fields, such as "key: ana-weber".',
      '3:16: rocketChat is an alias of no single value above it.',
      '3:20: rocketChat is an alias of no single value above it.',
    ]);
  });

  it('with one value under thousands of aliases is read', () => {
    const aliases = Array.from(
      { length: 5000 },
      (_, index) => `- { key: p${index}, koreAi: a${index}@b, name: *n }`,
    );
    expect(faultsIn(`- { key: p, koreAi: a@b, name: &n Ana }\n${aliases.join('\n')}`)).toEqual([]);
  });

  it('with brackets in brackets is refused', () => {
    const told = faultsIn('['.repeat(20_000));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^1:\d+: this is nested too deeply\.$/);
  });

  it('with one long mapping is refused', () => {
    const fields = Array.from({ length: 40_000 }, (_, index) => `f${index}: a\n`);
    expect(faultsIn(fields.join(''))).toEqual([
      '1:1: people must be given as a list, each beginning with "- key: …".',
    ]);
  });
});
