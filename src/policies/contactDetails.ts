import { addressInName } from '../register/addressInName.ts';

/** A day as people write it, which has as many digits as a phone number. */
const day = /\b\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4}\b/gu;
/** An address with a scheme, or of a mailbox. */
const address = /:\/\/|\S@\S/u;
/** A sentence whose space was forgotten behind its full stop is no name of a site, but for the usual endings. */
const joined = /(\p{Ll})\.(?!(?:Ch|Com|Org|Net|Info|Fr|It|De)(?!\p{L}))(?=\p{Lu}\p{Ll})/gu;
/** A full stop or an at sign as it is written to get past such a rule: in brackets, or as the word for it. */
const disguised =
  /[([{]\s*(?:\.|@|dot|point|punkt|punto|at|arobase|chiocciola)\s*[)\]}]|\b(?:arr?obas[ek]?|chiocciola|klammeraffe)\b/iu;
/** The word for a full stop before an ending that is no word of our languages, a space around the sign, a comma for it. */
const spelt =
  /[\s_*-](?:dot|point|punkt|punto)[\s_*-]+(?:ch|com|org|net|eu|fr|swiss|io|uk)(?!\p{L})|[\p{L}\p{Nd}](?:\s+\.\s*|,)(?:ch|com|org|net|swiss)(?!\p{L})/iu;
/** An address in capitals or in English words: `me AT specimen DOT de`. */
const inWords =
  /\S[\s_*-]+AT[\s_*-]+\S+[\s_*-]+(?:DOT|POINT|PUNKT|PUNTO|dot|point|punkt|punto)[\s_*-]+\p{L}{2,}|\S[\s_*-]+at[\s_*-]+\S+[\s_*-]+dot[\s_*-]+\p{L}{2,}/u;
/** A phone number: it begins with a plus, a zero or a digit of another script, and eight digits at least follow. */
const phone = /(?:\+|(?<!\p{Nd}[.,' ]?)(?:0|(?!\d)\p{Nd}))(?:[\s./()-]*\p{Nd}){8}/u;

/**
 * Whether a text has what leads its reader away from the service: an address on the web, of a mailbox, or a phone number, in the
 * letters and digits of any script. An amount or a day is none.
 */
export function hasContactDetails(text: string): boolean {
  // Marks that are not seen part nothing, and a full stop of another script is one.
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll('。', '.')
    .replaceAll(day, ' ');
  const isAddress = address.test(plain) || addressInName(plain.replaceAll(joined, '$1. ')) !== null;
  return isAddress || [disguised, spelt, inWords, phone].some((rule) => rule.test(plain));
}
