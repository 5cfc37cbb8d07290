import { utf16Of } from './readXml.ts';

/** How programs begin, and the old compound files, which can hold anything: MZ, ELF, Mach-O, OLE. */
const programs = ['4d5a', '7f454c46', 'cffaedfe', 'd0cf11e0'].map((hex) => Buffer.from(hex, 'hex'));
const archive = Buffer.from('PK\x03\x04');

/** What comes before the first element of XML; what is longer or stranger than this is left to the reader of XML. */
const prolog = /^(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<!doctype[^>[]*>\s*)*<([\w:.-]+)/i;
const page = /^<!doctype\s+html|^<(?:html|head|body|script|iframe|meta|style)\b/i;

/** How many bytes from the start of a part `natureOf` looks at. */
export const lookedAt = 1024;

/** What the start of a part of an office file says that it is. */
export type Nature = 'program' | 'archive' | 'page' | 'xml' | 'other';

/** The nature of a part by its first bytes, whatever its name; drawings (SVG, VML) are pictures, not XML that anybody acts on. */
export function natureOf(start: Buffer): Nature {
  if (programs.some((one) => start.subarray(0, one.length).equals(one))) return 'program';
  if (start.subarray(0, archive.length).equals(archive)) return 'archive';
  const text = new TextDecoder(utf16Of(start) ?? 'utf-8').decode(start).replace(/^[\ufeff\s]+/, '');
  const first = prolog.exec(text)?.[1]?.toLowerCase() ?? '';
  if (page.test(text) || page.test(`<${first}`)) return 'page';
  if (first === 'xml' || first === 'svg' || first === 'svg:svg') return 'other';
  return /^\0?</.test(text) ? 'xml' : 'other';
}
