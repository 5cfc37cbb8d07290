import { getPublicSuffix } from 'tldts';
import { readUrl } from '../readUrl.ts';
import { maxWebsiteLength, withoutWww } from './siteHost.ts';

/** What someone typed as the address of a site: the site as it is kept, or what is wrong with it. */
export type ReadWebsite =
  | { readonly kind: 'website'; readonly website: string }
  /** `websitePage`: it leads to one page of a site, which may be anyone's. */
  | { readonly kind: 'fault'; readonly code: 'badWebsite' | 'websitePage' };

const maxHostLength = 253;
const publicHost = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
/** Names that lead nowhere outside one's own network, or nowhere at all (RFC 2606, 6761, 6762, 7686, 8375; ICANN's `internal`). */
const notPublic = /(?:^|\.)(?:arpa|corp|home|internal|invalid|lan|local|localhost|onion|test)$/;

/**
 * Reads the address of an organisation's own site as people type it, with or without `https://`, in the form in which it is kept:
 * scheme and host in ASCII (WHATWG URL). Refused are a host that is not public, a name or password, a port, a page, and `own`, the
 * host of this service.
 */
export function readWebsite(typed: string, own: string): ReadWebsite {
  const bad = { kind: 'fault', code: 'badWebsite' } as const;
  const text = typed.trim();
  if (text.length > maxWebsiteLength) return bad;
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const url = readUrl(address);
  if (!url) return bad;
  const { protocol, username, password, port, hostname, pathname, search, hash } = url;
  const host = hostname.replace(/\.$/, '');
  if (username !== '' || password !== '' || port !== '' || !isPublicHost(host) || host === own) return bad;
  if (pathname !== '/' || search !== '' || hash !== '') return { kind: 'fault', code: 'websitePage' };
  return { kind: 'website', website: `${protocol}//${host}/` };
}

/** Whether a host, as a URL writes it, is a name that leads somewhere outside one's own network and belongs to somebody. */
export function isPublicHost(host: string): boolean {
  if (host.length > maxHostLength || !publicHost.test(host) || notPublic.test(host)) return false;
  // Below a public suffix, of a registry or of a host of sites (`co.uk`, `github.io`), anybody gets a name.
  const name = withoutWww(host);
  return getPublicSuffix(name, { allowPrivateDomains: true }) !== name;
}

/** A host and its parent domains, the nearest first, without public suffixes. */
export function hostsAbove(host: string): string[] {
  const labels = withoutWww(host.toLowerCase().replace(/\.$/, '')).split('.');
  return labels.map((_, i) => labels.slice(i).join('.')).filter(isPublicHost);
}
