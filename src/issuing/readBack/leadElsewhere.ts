import { readUrl } from '../../readUrl.ts';
import { isWebLink } from '../../register/siteIn.ts';
import { readNumbers } from './readNumbers.ts';

/** The beginning of an address behind whatever else a code begins with, with slashes of either kind or none: telephones open these too. */
const begins = /https?\\?:[\\/]*|[a-z][a-z\d+.-]*:[\\/]{2}|^[\\/]{2}|^(?=www\.)/giu;
/** What ends an address that stands inside another text. */
const ends = /[\\/"'<>{}&,;|\s]/u;
const lineBreaks = /[\n\r\t\v\f\u0085\u2028\u2029]+/u;
/** What an app does, named by a scheme; bills of many countries, EMV codes and invoices of coins have none. */
const action =
  /^(?:([a-z][a-z\d+.-]*):(\S[^?;,\s]*)|(?:SPC|BCD|HCT|UPNQR)$|SPD\*|ST0001\d\||0002(?:01|02)\d\d|ln(?:bc|url)[a-z\d]{20,})/iu;
/** Schemes that open an address, ours perhaps. */
const opens: ReadonlySet<string> = new Set(['http', 'https', 'openid-credential-offer', 'openid4vp']);
/** How often an address may be written as part of another one. */
const maxWrapped = 3;

/** The host that one of the texts of codes leads to, or what else it makes a telephone do, where that is not ours; else null. */
export function leadElsewhere(codes: readonly string[], ours: string): string | null {
  return codes.map((code) => leadsElsewhere(code, ours)).find((host) => host !== null) ?? null;
}

function leadsElsewhere(text: string, ours: string): string | null {
  const written = text.normalize('NFKC');
  const whole = bare(written);
  const lines = written.split(lineBreaks).map(bare);
  // Telephones read each line by itself; browsers join those of an address.
  const hosts = [...lines, ...(/^https?:|^[\\/]{2}/iu.test(whole) ? [whole] : [])].flatMap(hostsIn);
  const other = hosts.find((host) => host !== ours);
  if (other !== undefined) return other;
  const [does, scheme, what = ''] = action.exec(lines.find((line) => line !== '') ?? '') ?? [];
  if (does === undefined) return null;
  const isOurs =
    scheme !== undefined && (opens.has(scheme.toLowerCase()) ? hosts.length > 0 : isNumber(what));
  return isOurs ? null : does;
}

/** "Label:MIE-…" is a text. */
function isNumber(text: string): boolean {
  return readNumbers(text)[0] === text;
}

/** Without what is not seen. */
function bare(text: string): string {
  return text.replaceAll(/\p{C}/gu, '').trim();
}

function hostsIn(line: string): string[] {
  if (isWebLink(line) && !/\s/u.test(line))
    return hostOfAddress(/^https?:/iu.test(line) ? line : `https://${line}`);
  return line.split(/\s+/u).flatMap((word) => {
    if (isWebLink(word) && /^https?:/iu.test(word)) return hostOfAddress(word);
    return unwrapped(word).flatMap(hostsInside);
  });
}

/** A text and what it is once percent signs are undone, again and again. */
function unwrapped(word: string): string[] {
  const forms = [word];
  for (let n = 0; n < maxWrapped; n += 1) {
    const inner = (forms.at(-1) ?? '').replaceAll(/(?:%[\da-f]{2})+/giu, (bytes) =>
      Buffer.from(bytes.replaceAll('%', ''), 'hex').toString(),
    );
    if (inner === forms.at(-1)) break;
    forms.push(inner);
  }
  return forms;
}

function hostsInside(word: string): string[] {
  return [...word.matchAll(begins)].flatMap(({ 0: begin, index }) => {
    const [host = ''] = word.slice(index + begin.length).split(ends);
    return host === '' ? [] : hostOfAddress(`https://${host}`);
  });
}

/** Browsers read a backslash as a slash, other programs as a part of a name; a host that neither can read is none of ours. */
function hostOfAddress(address: string): string[] {
  const read = [address, address.replaceAll('\\', '%5C')].flatMap((one) => readUrl(one)?.host ?? []);
  const [, unread] = /^https?:[\\/]*([\p{L}\d][^\\/]*)/iu.exec(address) ?? [];
  return read.length === 0 && unread !== undefined ? [unread] : read;
}

/** The host of an issuer (did:web, where a port is percent-encoded). */
export function hostOf({ id }: { readonly id: string }): string {
  return decodeURIComponent(id.replace('did:web:', ''));
}
