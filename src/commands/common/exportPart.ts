/** One file of an export: a text that is written out, or kept bytes by their digest. Names are relative, without `..`. */
export type ExportPart =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly digest: string };

/** What the README of an export says. */
export interface Export {
  readonly parts: readonly ExportPart[];
  /** Kinds of files in it, in the order of the README: `words` under `privacy.export.files`, and the name or pattern. */
  readonly guide: readonly { readonly words: string; readonly name: string }[];
}

/** A file of data, indented for people who open it. */
export function jsonPart(name: string, data: unknown): ExportPart {
  return { name, text: `${JSON.stringify(data, null, 2)}\n` };
}

/** A name that is one file on every system: letters, digits and a few signs, no leading dot, 100 characters at most. */
export function safeName(name: string): string {
  const safe = name.normalize('NFC').replaceAll(/[^\p{L}\p{N} ._()-]/gu, '_');
  const bare = safe.replaceAll(/\.{2,}/g, '.').replace(/^[. ]+|[. ]+$/g, '');
  return [...bare].slice(-100).join('') || 'file';
}
