import { prefixPattern, readNumber } from './number.ts';
import { siteIn } from './siteIn.ts';

/** A number that a text holds, or a slip of one as it stands there. */
export type FoundNumber =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'mistyped'; readonly typed: string }
  /** Without its check character; `number` is the whole that it can only be. */
  | { readonly kind: 'unfinished'; readonly typed: string; readonly number: string };

/** Longest text (after its signs are put in their plain form) that is looked through. */
const maxLength = 1000;
/** The groups as they are printed, with what people write between them; nothing that it may be a part of on either side. */
const gap = '[\\s\\p{Dash_Punctuation}\\u2212.·_/]{0,3}';
const shape = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}/\\\\=%.])${prefixPattern}${gap}[\\dOIL]{2}${gap}[\\dOIL]{5,9}(?:${gap}[\\dA-Z])?(?![\\p{L}\\p{M}\\p{N}\\\\]|[-_][\\p{L}\\p{N}])`,
  'giu',
);
/** A name with a point in it, which may be a host. */
const dotted = /[\p{L}\p{N}][.\u3002]\p{L}{2}/u;

/** What a text is as a number, if it is nothing else. */
export function asNumber(text: string): FoundNumber | null {
  const read = readNumber(text);
  if (read.kind === 'notANumber') return null;
  if (read.kind === 'unfinished') return { ...read, typed: text };
  return read.kind === 'number' ? read : { kind: 'mistyped', typed: text };
}

/**
 * The one thing in a text that has the shape of a number; null where there is none, or more than one. Addresses are not looked
 * into, but for those at `host`, which is ours.
 */
export function numberWithin(text: string, host: string): FoundNumber | null {
  // The signs for "number" would become letters of a word.
  const plain = text
    .replace(/[°º№]/gu, ' ')
    .normalize('NFKC')
    .replace(/\p{Format}/gu, '');
  if (plain.length > maxLength) return null;
  const found: FoundNumber[] = [];
  const rest = plain.replace(/\S+/gu, (word) => {
    const bare = /[\p{L}\p{N}].*[\p{L}\p{N}]/u.exec(word)?.[0] ?? word;
    const at = siteIn(bare);
    if (at === null && !/:\/\/|@/.test(word) && !dotted.test(word)) return word;
    const ours = at?.host === host ? numberInAddress(at) : null;
    if (ours) found.push(ours);
    return '|';
  });
  found.push(...(rest.match(shape) ?? []).flatMap((one) => asNumber(one) ?? []));
  const [first, ...others] = found;
  return first && others.every((other) => nameOf(other) === nameOf(first)) ? first : null;
}

/** In an address of ours: the part of its path that is a number, without the ending of a file, or what it asks for. */
export function numberInAddress({ pathname, searchParams }: URL): FoundNumber | null {
  const parts = pathname.split('/').map((part) => part.replace(/\.\w+$/, ''));
  const asked = ['q', 'number'].flatMap((name) => searchParams.get(name) ?? []);
  for (const part of [...parts, ...asked]) {
    const found = asNumber(part);
    if (found) return found;
  }
  return null;
}

function nameOf(found: FoundNumber): string {
  return found.kind === 'mistyped' ? found.typed : found.number;
}
