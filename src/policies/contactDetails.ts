/** A day as people write it, which has as many digits as a phone number. */
const day = /\b\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4}\b/gu;
/** How names of sites end that people write here; others are found by what stands before them. */
const endings =
  'ch com org net info eu fr de it at li lu be nl es pt pl uk ru рф coop bio swiss io me app shop site online page link xyz ly cc';
/** An address on the web or of a mailbox: with a scheme, `www.`, an at sign, or a name that ends as sites do. */
const address = new RegExp(
  `://|\\bwww\\.|\\S@\\S|[\\p{L}\\p{Nd}-]\\.(?:${endings.replaceAll(' ', '|')})(?![\\p{L}\\p{Nd}])`,
  'iu',
);
/** A full stop or an at sign as it is written to get past such a rule: in brackets, or as the word for it. */
const disguised =
  /[([{]\s*(?:\.|@|dot|point|punkt|punto|at|arobase|chiocciola)\s*[)\]}]|\b(?:arobase|chiocciola)\b/iu;
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
  return address.test(plain) || disguised.test(plain) || phone.test(plain);
}
