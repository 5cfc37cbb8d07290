import { isUtf8 } from 'node:buffer';
import { refuse } from './refuse.ts';

/** Control characters but tab, line feed and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;
/** The other half of the control characters: two bytes in UTF-8; in the old encoding of Windows five bytes stand for nothing. */
const otherControl = { 'utf-8': /\xc2[\x80-\x9f]/, 'windows-1252': /[\x81\x8d\x8f\x90\x9d]/ };

/** What a browser, or the software before it, would take for a page or a drawing: markup at the start, or a telling tag near it. */
const markup = /^\s*<[a-z!?/]|<(?:script|svg|html|body|iframe|!doctype)\b/i;
const sniffed = 1024;

/** Refuses content without a signature that would be more than text to whoever opens it. */
export function checkDisguise(bytes: Buffer): void {
  const start = bytes.toString('latin1', 0, sniffed).replace(/^\xef\xbb\xbf/, '');
  if (markup.test(start)) refuse('fileMarkup');
  if (start.startsWith('#!')) refuse('fileProgram');
  if (start.includes('%PDF-')) refuse('fileTwoFormats', { format: 'TXT', other: 'PDF' });
}

/** Whether content is text to its end. */
export function isText(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  return !control.test(text) && !otherControl[charsetOf(bytes)].test(text);
}

/** The encoding of a text: UTF-8, or the one that spreadsheets in these countries still write. */
export function charsetOf(bytes: Buffer): 'utf-8' | 'windows-1252' {
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}
