import { readUrl } from '../../readUrl.ts';
import { isWebLink } from '../../register/siteIn.ts';

/** An address behind whatever else a code may begin with, with slashes of either kind or none: telephones open these too. */
const inside = /(?:https?\\?:[\\/]*|[a-z][a-z\d+.-]*:[\\/]{2}|^[\\/]{2}|^(?=www\.))([^\\/\s].*)/iu;

/** The host of an address of somebody else on the web to which a text leads; null for any other text. */
export function leadsElsewhere(text: string, ours: string): string | null {
  const plain = text.replaceAll(/\p{C}/gu, '').trim();
  if (isWebLink(plain) && !/\s/u.test(plain))
    return otherHost(/^https?:/iu.test(plain) ? plain : `https://${plain}`, ours);
  const found = plain.split(/\s+/u).map((word) => {
    const address = inside.exec(word)?.[1];
    return address === undefined ? null : otherHost(`https://${address}`, ours);
  });
  return found.find((host) => host !== null) ?? null;
}

function otherHost(address: string, ours: string): string | null {
  const host = readUrl(address)?.host;
  return host === undefined || host === ours ? null : host;
}

/** The host of an issuer (did:web, where a port is percent-encoded). */
export function hostOf({ id }: { readonly id: string }): string {
  return decodeURIComponent(id.replace('did:web:', ''));
}
