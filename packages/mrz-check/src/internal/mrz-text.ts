/** Longer input is no MRZ, and is refused without being read. */
export const MAX_TEXT = 400;

/** What a text that people or other readers wrote comes down to: its lines, or the first character that fits nowhere. */
export type MrzLines =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly code: number };

const LENGTHS: readonly (readonly number[])[] = [
  [30, 30, 30],
  [44, 44],
  [36, 36],
  [9, 30, 30],
];

/** Whether every line is clean already, so that nothing has to be put right. */
export function areClean(lines: readonly string[]): boolean {
  if (lines.length < 2 || lines.length > 3) return false;
  for (const line of lines) {
    if (line.length > 44 || line.length === 0) return false;
    for (let i = 0; i < line.length; i++) {
      const code = line.charCodeAt(i);
      if (!((code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 60)) return false;
    }
  }
  return true;
}

/**
 * Brings text to lines of `A–Z0–9<`: lower case becomes upper case; spaces, bidirectional marks and empty lines go; `«`
 * and `‹`, which other readers write for fillers, become `<<` and `<`. Lines that were glued together are cut.
 */
export function linesOfText(text: string): MrzLines {
  const lines: string[] = [];
  let line = '';
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 10;
    if ((code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 60) continue;
    line += text.slice(from, i);
    from = i + 1;
    if (code === 10 || code === 13 || code === 0x2028) {
      if (line !== '') lines.push(line);
      line = '';
    } else if (code >= 97 && code <= 122) line += String.fromCharCode(code - 32);
    else if (code === 0xab) line += '<<';
    else if (code === 0x2039) line += '<';
    else if (!isInvisible(code)) {
      return { ok: false, line: lines.length, column: line.length, code: text.codePointAt(i) as number };
    }
  }
  return { ok: true, lines: lines.length === 1 ? cut(lines[0] as string) : lines };
}

/** Spaces, zero-width characters, and marks of writing direction. */
function isInvisible(code: number): boolean {
  return (
    code === 32 ||
    code === 9 ||
    code === 0xa0 ||
    code === 0xad ||
    code === 0x61c ||
    code === 0xfeff ||
    code === 0x202f ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069)
  );
}

function cut(line: string): string[] {
  const lengths = LENGTHS.find((all) => all.reduce((a, b) => a + b, 0) === line.length);
  if (!lengths) return [line];
  let from = 0;
  return lengths.map((length) => {
    from += length;
    return line.slice(from - length, from);
  });
}
