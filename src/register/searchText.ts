import { asNumber, type FoundNumber, numberInAddress, numberWithin } from './numberWithin.ts';
import { siteIn } from './siteIn.ts';

/** What a text that someone typed, pasted or scanned asks for. */
export type SearchText =
  /** A number, or one with a slip in it as it stands in the text. */
  | FoundNumber
  /** The host of an address on the web, or of a mailbox, that is not ours; in ASCII (WHATWG URL). */
  | { readonly kind: 'site'; readonly host: string }
  /** Anything else: a name, an offer, a place. */
  | { readonly kind: 'words'; readonly text: string };

/** Longer texts are no address of ours, and are searched for no number. */
const maxLength = 300;

/**
 * Reads a number, also with a little text around it, an address of ours that leads to one, the address of another site, or words;
 * `publicUrl` is where we are. A number in the address of another site is not read: that site may say of it what it likes.
 */
export function parseSearchText(typed: string, publicUrl: string): SearchText {
  const text = typed.trim();
  const words = { kind: 'words', text } as const;
  const number = asNumber(text);
  if (number) return number;
  if (text.length > maxLength) return words;
  const { host } = new URL(publicUrl);
  const at = siteIn(text);
  if (at === null) return numberWithin(text, host) ?? words;
  if (at.host !== host) return { kind: 'site', host: at.hostname };
  return numberInAddress(at) ?? words;
}
