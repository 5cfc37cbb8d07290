import { readNumber } from './number.ts';

/** What a text that someone typed, pasted or scanned asks for. */
export type Sought =
  | { readonly kind: 'number'; readonly number: string }
  /** A number with a slip in it, as typed. */
  | { readonly kind: 'mistyped'; readonly typed: string }
  /** The host of an address on the web, or of a mailbox, that is none of ours; in ASCII (WHATWG URL). */
  | { readonly kind: 'site'; readonly host: string }
  /** Anything else: a name, an offer, a place. */
  | { readonly kind: 'words'; readonly text: string };

/** Longer texts are no address of ours. */
const longest = 300;
const name = '(?:[\\p{L}\\p{M}\\p{N}-]+\\.)+\\p{L}[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}]\\.?';
const address = new RegExp(
  `^(?:https?://)?(?:${name}|localhost|\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d+)?(?:[/?#]\\S*)?$`,
  'iu',
);
const mailbox = new RegExp(`^[^\\s@/:]+@(${name})$`, 'iu');

/**
 * Reads a number, an address of ours that leads to one, the address of another site, or words; `publicUrl` is where we are. A
 * number in the address of another site is not read: that site may say of it what it likes.
 */
export function readSought(typed: string, publicUrl: string): Sought {
  const text = typed.trim();
  const read = readNumber(text);
  if (read.kind === 'number') return read;
  if (read.kind === 'mistyped') return { kind: 'mistyped', typed: text };
  const at = text.length <= longest ? siteIn(text) : null;
  if (at === null) return { kind: 'words', text };
  if (at.host !== new URL(publicUrl).host) return { kind: 'site', host: at.hostname };
  return numberIn(at.pathname) ?? { kind: 'words', text };
}

function siteIn(text: string): URL | null {
  const [, host] = mailbox.exec(text) ?? [];
  if (host === undefined && !address.test(text)) return null;
  return addressOf(/^https?:/i.test(text) ? text : `https://${host ?? text}`);
}

/** In the path of a page, a badge or a file of a label: the part that is a number, without the ending of a file. */
function numberIn(path: string): Sought | null {
  for (const part of path.split('/')) {
    const name = part.replace(/\.\w+$/, '');
    const read = readNumber(name);
    if (read.kind === 'number') return read;
    if (read.kind === 'mistyped') return { kind: 'mistyped', typed: name };
  }
  return null;
}

function addressOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
