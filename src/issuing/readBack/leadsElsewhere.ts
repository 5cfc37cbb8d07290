import { readUrl } from '../../readUrl.ts';
import { isWebLink } from '../../register/siteIn.ts';

/** The host of a text that is an address of somebody else on the web; null for any other text. */
export function leadsElsewhere(text: string, ours: string): string | null {
  if (!isWebLink(text)) return null;
  const host = readUrl(/^https?:/i.test(text) ? text : `https://${text}`)?.host;
  return host === undefined || host === ours ? null : host;
}

/** The host of an issuer (did:web, where a port is percent-encoded). */
export function hostOf({ id }: { readonly id: string }): string {
  return decodeURIComponent(id.replace('did:web:', ''));
}
