/** Longest address that is looked at; no name of the public system has more than 253 characters (RFC 1035 2.3.4). */
export const maxWebsiteLength = 300;

/** The host by which a site is found: `www.` before it says nothing. */
export function siteHost(website: string): string {
  return withoutWww(new URL(website).hostname);
}

/** A host without its leading `www.`; a host that is nothing else keeps it. */
export function withoutWww(host: string): string {
  return host.replace(/^www\.(?=.+\.)/, '');
}
