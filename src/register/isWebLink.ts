import { siteIn } from './siteIn.ts';

/** Whether a text is an address on the web, with or without `https://`: no mailbox, and no other scheme. */
export function isWebLink(text: string): boolean {
  if (/^https?:\/\//i.test(text)) return URL.canParse(text);
  return !text.includes('@') && siteIn(text) !== null;
}
