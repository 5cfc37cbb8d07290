/** Characters of a name that are kept at most, its ending included. */
const maxLength = 120;

/** Control characters, unpaired halves, and marks that are invisible or turn the direction of text and so disguise an ending. */
const hidden = /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/gu;

/** The ending of a name in lower case, without its dot; empty when it has none. */
export function extensionOf(typed: string): string {
  return /[^.]\.([^.]+)$/.exec(plainName(typed))?.[1]?.toLowerCase() ?? '';
}

/** A typed name as it can be printed and saved under: its last part, in NFC, with the given ending, never empty. */
export function cleanName(typed: string, extension: string): string {
  const name = plainName(typed);
  const known = extensionOf(typed);
  const stem = known === '' ? name : name.slice(0, -known.length - 1);
  const short = [...stem].slice(0, maxLength - extension.length - 1).join('');
  return `${short.replace(/[.\s]+$/, '') || 'document'}.${extension}`;
}

function plainName(typed: string): string {
  const last = typed.normalize('NFC').replace(hidden, '').split(/[/\\]/).at(-1) ?? '';
  return last.replaceAll(/\s+/g, ' ').replace(/^[.\s]+|[.\s]+$/g, '');
}
