import { readUrl } from '../readUrl.ts';

const name = '(?:[\\p{L}\\p{M}\\p{N}-]+\\.)+\\p{L}[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}]\\.?';
const address = new RegExp(
  `^(?:https?://)?(?:${name}|localhost|\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d+)?(?:[/?#]\\S*)?$`,
  'iu',
);
const mailbox = new RegExp(`^(?:mailto:)?[^\\s@/:]+@(${name})$`, 'iu');

/** The address on the web that a text is, with or without `https://`, or that of the host of a mailbox; null for any other text. */
export function siteIn(text: string): URL | null {
  const [, host] = mailbox.exec(text) ?? [];
  if (host === undefined && !address.test(text)) return null;
  const whole = /^https?:/i.test(text) ? text : `https://${host ?? text}`;
  return readUrl(whole);
}

/** Whether a text is an address on the web, with or without `https://`: no mailbox, and no other scheme. */
export function isWebLink(text: string): boolean {
  if (/^https?:\/\//i.test(text)) return readUrl(text) !== null;
  return !text.includes('@') && siteIn(text) !== null;
}

const wholeMailbox =
  /^(?:mailto:)?([a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{0,62})$/i;

/** The address of a link by which people reach somebody: a mailbox, or a page on the web; null for any other text. */
export function contactAddress(text: string): string | null {
  const [, box] = wholeMailbox.exec(text) ?? [];
  if (box !== undefined) return `mailto:${box}`;
  if (!isWebLink(text)) return null;
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const url = readUrl(address);
  // A name or password in an address makes it look like another one.
  return url?.username === '' && url.password === '' ? url.href : null;
}
