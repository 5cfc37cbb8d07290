/** What someone typed as the address of a site: the site as it is kept, or what is wrong with it. */
export type ReadWebsite =
  | { readonly kind: 'website'; readonly website: string }
  /** `websitePage`: it leads to one page of a site, which may be anyone's. */
  | { readonly kind: 'fault'; readonly code: 'badWebsite' | 'websitePage' };

/** Longest address that is looked at; no name of the public system has more than 253 characters (RFC 1035 2.3.4). */
export const longestWebsite = 300;
const longestHost = 253;
const publicHost = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
/** Names that lead nowhere outside one's own network, or nowhere at all (RFC 2606, 6761, 6762, 7686, 8375; ICANN's `internal`). */
const notPublic = /(?:^|\.)(?:arpa|corp|home|internal|invalid|lan|local|localhost|onion|test)$/;
/** Below these, registries of countries give names to everybody, as `co.uk` or `asso.fr` (publicsuffix.org has all of them). */
const shared = /^(?:ac|asso|co|com|edu|gob|gouv|gov|gv|mil|net|nom|or|org)\.[a-z]{2}$/;

/**
 * Reads the address of an organisation's own site as people type it, with or without `https://`, in the form in which it is kept:
 * scheme and host in ASCII (WHATWG URL). Refused are a host that is not public, a name or password, a port, a page, and `own`, the
 * host of this service.
 */
export function readWebsite(typed: string, own: string): ReadWebsite {
  const bad = { kind: 'fault', code: 'badWebsite' } as const;
  const text = typed.trim();
  if (text.length > longestWebsite) return bad;
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return bad;
  const { protocol, username, password, port, hostname, pathname, search, hash } = new URL(address);
  const host = hostname.replace(/\.$/, '');
  if (username !== '' || password !== '' || port !== '' || !isPublic(host) || host === own) return bad;
  if (pathname !== '/' || search !== '' || hash !== '') return { kind: 'fault', code: 'websitePage' };
  return { kind: 'website', website: `${protocol}//${host}/` };
}

function isPublic(host: string): boolean {
  return (
    host.length <= longestHost &&
    publicHost.test(host) &&
    !notPublic.test(host) &&
    !shared.test(withoutWww(host))
  );
}

/** The host by which a site is found: `www.` in front of it says nothing. */
export function siteHost(website: string): string {
  return withoutWww(new URL(website).hostname);
}

/** A host and those that it is a part of, the nearest first; a name that only registries have is none of them. */
export function hostsAbove(host: string): string[] {
  const labels = withoutWww(host.toLowerCase().replace(/\.$/, '')).split('.');
  return labels.map((_, i) => labels.slice(i).join('.')).filter(isPublic);
}

function withoutWww(host: string): string {
  return host.replace(/^www\.(?=.+\.)/, '');
}
