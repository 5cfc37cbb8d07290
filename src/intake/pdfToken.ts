/** One token of a PDF; strings are not looked into. `word` is a number, an operator or anything else without a sign of its own. */
export type PdfToken =
  | { readonly type: 'name' | 'word'; readonly text: string; readonly end: number }
  | { readonly type: '<<' | '>>' | '[' | ']' | 'string'; readonly end: number };

const white = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)));
/** Most characters that are kept of a token: no name or number of the standard is as long. */
const maxLength = 127;

/** The token that begins at a place without white space, or null at the end (ISO 32000-1, 7.2 and 7.3). */
export function readToken(bytes: Buffer, at: number): PdfToken | null {
  const c = bytes[at];
  if (c === undefined) return null;
  const twice = bytes[at + 1] === c;
  const sign = String.fromCharCode(c);
  switch (sign) {
    case '/':
      return readName(bytes, at + 1);
    case '[':
    case ']':
      return { type: sign, end: at + 1 };
    case '(':
      return { type: 'string', end: endOfString(bytes, at + 1) };
    case '<':
      return twice ? { type: '<<', end: at + 2 } : { type: 'string', end: endOfHex(bytes, at + 1) };
    case '>':
      if (twice) return { type: '>>', end: at + 2 };
  }
  const end = endOfWord(bytes, at);
  return {
    type: 'word',
    text: bytes.toString('latin1', at, Math.min(end, at + maxLength)),
    end: Math.max(end, at + 1),
  };
}

/** The next place that is neither white space nor comment. */
export function skipWhite(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    while (isWhite(bytes[at])) at += 1;
    if (bytes[at] !== 0x25) return at;
    while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
  }
}

/** Whether a word may begin after this byte. */
export function endsWord(byte: number | undefined): boolean {
  return byte === undefined || isWhite(byte) || delimiters.has(byte);
}

function isWhite(byte: number | undefined): boolean {
  return byte !== undefined && white.has(byte);
}

/** `#4a` in a name stands for `J`: the way to hide a name from a plain search. */
function readName(bytes: Buffer, start: number): PdfToken {
  const end = endOfWord(bytes, start);
  const raw = bytes.toString('latin1', start, Math.min(end, start + 3 * maxLength));
  const text = raw.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number(`0x${hex}`)));
  return { type: 'name', text, end };
}

function endOfWord(bytes: Buffer, start: number): number {
  let at = start;
  while (!endsWord(bytes[at])) at += 1;
  return at;
}

function endOfString(bytes: Buffer, start: number): number {
  let at = start;
  for (let depth = 1; at < bytes.length && depth > 0; at += 1) {
    if (bytes[at] === 0x5c) at += 1;
    else if (bytes[at] === 0x28) depth += 1;
    else if (bytes[at] === 0x29) depth -= 1;
  }
  return at;
}

function endOfHex(bytes: Buffer, start: number): number {
  const found = bytes.indexOf(0x3e, start);
  return found === -1 ? bytes.length : found + 1;
}
