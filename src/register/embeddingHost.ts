/** The longest name (characters) that is counted; addresses are cut a little behind it before they are looked at. */
const maxLength = 100;
const enough = 'https://'.length + maxLength + './:65535'.length;

/** A name in the public system of names, as browsers write it (RFC 3986 3.2.2): the last part begins with a letter. */
const site = /^https?:\/\/((?:[a-z0-9_-]{1,63}\.)+[a-z][a-z0-9-]{0,62})\.?(?::\d{1,5})?(?:[/?#]|$)/i;

/**
 * The host that a page's address (a `Referer`) names, lower case and without its port; null for whatever is no web site of
 * another: our `own` host, names without a dot and bare numbers, which belong to a reader's own network, a name or password in
 * the address, other schemes, anything too long.
 */
export function embeddingHost(address: string, own: string): string | null {
  const host = site.exec(address.length > enough ? address.slice(0, enough) : address)?.[1]?.toLowerCase();
  return host === undefined || host.length > maxLength || host === own ? null : host;
}
