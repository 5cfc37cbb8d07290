import { bindingLanguage } from '../../profile/profile.ts';
import type { Page, Values, Visitor } from './visitor.ts';

/** The address below which pages are in the language of the demonstration. */
export const home = `/${bindingLanguage}`;

/** Tells a line of what someone did. */
export type Say = (line: string) => void;

/** Addresses below `start` that a page links to, each once. */
export function linksTo(page: Page, start: string): string[] {
  const addresses = page.html.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '');
  const below = addresses.map((href) => href.split(/[?#]/)[0] ?? '').filter((href) => href.startsWith(start));
  // A file to be saved is no page, and only so many are handed out.
  return [...new Set(below)].filter((href) => !/\.\w+$/.test(href));
}

/** Names of the fields on a page. */
export function namesOn(page: Page): string[] {
  return page.html.querySelectorAll('[name]').map((field) => field.getAttribute('name') ?? '');
}

/** The values that a page asks for: a file keeps the criteria under which it was begun, and they may ask for fewer. */
export function askedOn(page: Page, values: Values): Values {
  const asked = new Set(namesOn(page));
  return Object.fromEntries(Object.entries(values).filter(([name]) => asked.has(name)));
}

/** Whether a page offers a form that is sent to an address with this end. */
export function hasForm(page: Page, end: string): boolean {
  return page.html.querySelectorAll('form').some((form) => form.getAttribute('action')?.endsWith(end));
}

/** Sends a form where a page offers it, and tells of it; false where it does not. */
export async function sendOffered(who: Visitor, page: Page, form: string, tell: () => void, values?: Values) {
  if (!hasForm(page, form)) return false;
  await who.send(page, form, values);
  tell();
  return true;
}
