import { parse } from 'tldts';
import { readUrl } from '../readUrl.ts';

/** Abbreviations that read like a site: of legal forms and of titles. */
const abbreviations = new Set(['s.coop', 'soc.coop', 'co.kg', 'dr.med', 'b.sc', 'm.sc', 'dipl.ing']);

/** Splits a text into what a program would read as one address. */
const between = /[\s()[\]{}<>"'«»“”„‘’,;|/\\?#:@&+*=]+/u;

const address = /^(?:\d{1,3}\.){3}\d{1,3}$/;

/**
 * The part of a name that programs of letters make a link of: `http://`, `www.`, a name below a domain that exists, or the
 * number of a host. Null for a name that is one, with the dots that names have: `S.à r.l.`, `St. Jean`, `L.E.A.F.`.
 */
export function addressInName(name: string): string | null {
  // What an eye does not see, and the other signs that are read as a dot (UTS 46).
  const plain = name
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll('。', '.');
  const [scheme] = /\b(?:https?|ftp):|\bwww\d*\./i.exec(plain) ?? [];
  return scheme ?? plain.split(between).find(isHost) ?? null;
}

function isHost(part: string): boolean {
  const host = part.replace(/^[.!-]+|[.!-]+$/g, '').toLowerCase();
  if (!host.includes('.') || abbreviations.has(host)) return false;
  if (address.test(host)) return true;
  // A number alone is read as the number of a host: only what ends like a name is looked up.
  if (!/\.\p{L}[\p{L}\p{M}\p{N}-]*$/u.test(host)) return false;
  return parse(readUrl(`http://${host}`)?.hostname ?? '').isIcann === true;
}
