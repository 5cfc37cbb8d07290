import { readUrl } from '../../readUrl.ts';
import { isPublicHost } from '../website.ts';

/** The longest address (characters). */
const maxAddressLength = 500;

/** What someone typed as the address of a receiver: the address as it is kept, or what is wrong with it. */
export type ReadWebhookAddress =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'fault'; readonly code: 'badWebhookAddress' | 'webhookNotHttps' | 'webhookNotPublic' };

/** Ports of receivers: that of https, and those that need no privilege. */
function isPort(port: string): boolean {
  return port === '' || Number(port) >= 1024;
}

/**
 * Reads the address of a receiver: https, a name of the public system of names and no number, however it is written, no name or
 * password, port 443 or one from 1024 on. With `loopback`, as in development, this machine by http as well.
 */
export function readWebhookAddress(typed: string, loopback: boolean): ReadWebhookAddress {
  const text = typed.trim();
  const bad = { kind: 'fault', code: 'badWebhookAddress' } as const;
  const url = text.length > maxAddressLength ? null : readUrl(text);
  if (!url) return bad;
  const { protocol, username, password, port, hash } = url;
  // With the dot of the root, a name is none that a certificate is for (RFC 6066, 3).
  const hostname = url.hostname.replace(/\.$/, '');
  url.hostname = hostname;
  if (username !== '' || password !== '' || hash !== '' || !isPort(port)) return bad;
  if (loopback && /^https?:$/.test(protocol) && hostname === 'localhost')
    return { kind: 'address', address: url.href };
  if (protocol !== 'https:') return { kind: 'fault', code: 'webhookNotHttps' };
  if (!isPublicHost(hostname)) return { kind: 'fault', code: 'webhookNotPublic' };
  return { kind: 'address', address: url.href };
}
