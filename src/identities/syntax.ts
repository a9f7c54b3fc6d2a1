import type { ErrorCode, LineCounter, YAMLError } from 'yaml';
import type { Fault } from './fault.ts';

/** The parser's findings in the operator's words; its own quote the text, which is nobody else's business. */
const SENTENCES: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_DIRECTIVE: 'directives (%…) are not understood here',
  BAD_DQ_ESCAPE: 'this is no escape that double quotes know; in single quotes a backslash is a backslash',
  BAD_INDENT: 'a bracket is not closed before here, or this is indented otherwise than its neighbours',
  BAD_SCALAR_START: 'a value that begins like this must stand in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'a second colon must stand in quotes, and all fields of a person begin in one column',
  MISSING_CHAR: 'a quote, a bracket, a comma, a colon or a "-" is missing before here',
  MULTILINE_IMPLICIT_KEY: 'a field, its colon and its value belong in one line',
  MULTIPLE_DOCS: 'another document begins here; everybody belongs in one',
  NON_STRING_KEY: 'the name of a field must be a plain word',
  RESOURCE_EXHAUSTION: 'this is nested too deeply',
  TAB_AS_INDENT: 'a line must be indented by spaces, not by tabs',
  TAG_RESOLVE_FAILED: 'tags (!…) are not understood here',
};

const OTHER = 'this is not what YAML can have here: look at quotes, colons and indentation';

/** What makes the text unreadable: the first finding in each line, as the others mostly follow from it. */
export function syntaxFaults(findings: readonly YAMLError[], lines: LineCounter, text: string): Fault[] {
  // What decoding puts in the place of bytes that mean nothing.
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0) return [{ at: lost, says: 'this is not UTF-8 text' }];
  const faults = new Map<number, Fault>();
  for (const { code, pos } of findings.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    const [at] = pos;
    const { line, col } = lines.linePos(at);
    if (faults.has(line)) continue;
    const isIndentedByTab = /^ *\t\s*$/.test(text.slice(at - col + 1, at));
    faults.set(line, { at, says: SENTENCES[isIndentedByTab ? 'TAB_AS_INDENT' : code] ?? OTHER });
  }
  return [...faults.values()];
}
