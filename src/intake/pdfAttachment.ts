import { inflateSync } from 'node:zlib';
import { isDict, isName } from './pdfActive.ts';
import type { PdfObject } from './pdfObject.ts';
import { streamStart } from './pdfStream.ts';
import { type PdfToken, readToken, skipWhite } from './pdfToken.ts';
import { refuse } from './refuse.ts';

/**
 * The one file that a PDF may carry is the credential of a label. Our certificates carry it, and whoever was shown a false one
 * must be able to hand it in as it is: drawn anew it would lose the seal and the credential that show whether it is false. It
 * need not be genuine. It is text, with a name under which no system runs it: programs and pages of a browser, which hide
 * behind any other name, stay refused, and so does all that readers might understand in two ways.
 */
const carried = '(credential.json)';

/** Names behind which a file name stands (ISO 32000-1, 7.11.3, table 44), and in `EF` the file itself. */
const fileNames = new Set(['F', 'UF', 'DOS', 'Mac', 'Unix']);

/** Most bytes of a credential: ours have some thousands. */
const max = 256 * 1024;

/**
 * The objects, by number, to which an object refers that attaches a file: each has to be a credential (see `requireCredential`).
 * It is read sign by sign, since readers disagree on which of two equal keys counts. Any other file name is refused.
 */
export function attachedBy(bytes: Buffer, start: number, end: number): number[] {
  const refs: number[] = [];
  let named = false;
  let before: PdfToken[] = [];
  for (const token of tokensIn(bytes, start, end)) {
    const [number, last] = [before[0], before.at(-1)];
    if (last?.type === 'name' && fileNames.has(last.text)) {
      const isFile = token.type === 'word' && /^\d+$/.test(token.text);
      const text = token.type === 'string' ? bytes.toString('latin1', token.at, token.end) : '';
      if (!isFile && text !== carried) wrong();
      named ||= text === carried;
    }
    if (token.type === 'word' && token.text === 'R' && number?.type === 'word')
      refs.push(Number(number.text));
    before = [...before.slice(-1), token];
  }
  return named && refs.length > 0 ? refs : wrong();
}

function* tokensIn(bytes: Buffer, start: number, end: number): Generator<PdfToken & { readonly at: number }> {
  for (let at = skipWhite(bytes, start); at < end; ) {
    const token = readToken(bytes, at);
    if (!token) return;
    yield { ...token, at };
    at = skipWhite(bytes, token.end);
  }
}

/** Refuses an attached object that is no credential, packed as everybody unpacks it: then no reader finds anything else in it. */
export function requireCredential(bytes: Buffer, { value, end }: PdfObject): void {
  const start = streamStart(bytes, end);
  const plain = isDict(value) && ['DecodeParms', 'F', 'DP'].every((key) => !value.has(key));
  if (start === null || !plain || !isName(value.get('Filter'), 'FlateDecode')) wrong();
  if (!isCredential(unpacked(bytes.subarray(start)))) wrong();
}

function unpacked(packed: Buffer): string {
  try {
    const bytes = inflateSync(packed, { maxOutputLength: max });
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Too long, cut off, or no text.
    return wrong();
  }
}

function isCredential(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : null;
    return Array.isArray(type) && type.includes('VerifiableCredential');
  } catch {
    // No JSON.
    return false;
  }
}

function wrong(): never {
  return refuse('pdfActive', { found: 'attachment' });
}
