import { domainToUnicode } from 'node:url';

/** Letters of our languages. Those of others can look like them, and a host that has some is shown in ASCII. */
const familiar = /^[a-z0-9.ß-öø-ÿœ-]+$/;

/** The host of an address as people read it. */
export function shownHost(host: string): string {
  const written = domainToUnicode(host);
  return familiar.test(written) ? written : host;
}

/** A site as a link. */
export function websiteView(website: string) {
  return { href: website, text: shownHost(new URL(website).hostname) };
}

/** The address in a field where it is corrected; empty where there is none. */
export function typedWebsite(website: string): string {
  return website === '' ? '' : `${new URL(website).protocol}//${websiteView(website).text}`;
}
