import type { PdfDict, PdfValue } from './pdfObject.ts';

/** Names (ISO 32000-1, 12.6.3, 12.6.4, 12.7.8, 13.2) behind which something acts. */
const actions: ReadonlyMap<string, string> = new Map([
  ['JavaScript', 'script'],
  ['JS', 'script'],
  ['Launch', 'launch'],
  ['RichMedia', 'media'],
  ['Rendition', 'media'],
  ['XFA', 'form'],
  ['SubmitForm', 'send'],
  ['ImportData', 'send'],
  ['GoToR', 'elsewhere'],
  ['GoToE', 'elsewhere'],
  ['AA', 'opening'],
]);

/** What a PDF can do beside showing pages; each is a branch of the sentence `faults.pdfActive`. */
export const pdfActions = [...new Set([...actions.values(), 'attachment'])];

/** Names behind which a file is attached (ISO 32000-1, 7.11.4); what may be is told by pdfAttachment.ts. */
const attaching = ['EmbeddedFile', 'EmbeddedFiles', 'EF'];

/** Whether an object has to do with attached files. */
export function attaches(names: ReadonlySet<string>): boolean {
  return attaching.some((name) => names.has(name));
}

/** The first thing that one of the names of an object can do, or null. */
export function activeName(names: ReadonlySet<string>): string | null {
  for (const name of names) {
    const action = actions.get(name);
    if (action) return action;
  }
  return null;
}

/** Whether opening here only shows a place: a destination, or one action GoTo with none behind it. */
export function isPlainDestination(value: PdfValue): boolean {
  if (Array.isArray(value)) return true;
  return isDict(value) && isName(value.get('S'), 'GoTo') && !value.has('Next');
}

/** What stands behind a key in a value, at any depth. */
export function valuesOf(key: string, value: PdfValue): PdfValue[] {
  if (Array.isArray(value)) return value.flatMap((inner) => valuesOf(key, inner));
  if (!isDict(value)) return [];
  return [...value].flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...valuesOf(key, inner)]);
}

/** Whether a value is this name. */
export function isName(value: PdfValue | undefined, name: string): boolean {
  return typeof value === 'object' && value !== null && 'name' in value && value.name === name;
}

/** Whether a value is a dictionary. */
export function isDict(value: PdfValue): value is PdfDict {
  return value instanceof Map;
}
