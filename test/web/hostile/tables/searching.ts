import { ask, type Row } from '../support/row.ts';

/** Texts that would be a program, an operator or a very long search elsewhere: here they are words, or none. */
const inert: readonly (readonly [string, string])[] = [
  ['a pattern that never ends', '(a+)+$'],
  ['a pattern of everything', '.*'],
  ['a pattern that looks back', '(?<=(a|a)*)b'],
  ['a program', '{"$where":"sleep(5000)"}'],
  ['an operator', '$ne'],
  ['an expression', '{"$expr":{"$function":{"body":"1"}}}'],
  ['a prototype', '__proto__'],
  ['a constructor', 'constructor'],
  ['a filter of ours', '=place:geneve'],
  ['a rank of ours', '1pain'],
  ['a command of SQL', "pain' OR '1'='1"],
  ['pictures', '🍞🥖👩‍🌾'],
  ['marks of the direction of writing', '\u202e\u200fniap\u202c'],
  ['a letter under marks', `a${'\u0301'.repeat(190)}`],
  ['a letter that becomes many', '\ufdfa'.repeat(200)],
  ['two hundred letters', 'x'.repeat(200)],
  ['a hundred words', 'a '.repeat(100)],
  ['nothing that is seen', '\u200b\ufeff\u00ad'],
  ['a text in Arabic', 'خبز'],
];

/** What cannot be asked: told in a sentence, with nothing of it shown again. */
const refused: readonly (readonly [string, string])[] = [
  ['ten thousand letters', `q=${'x'.repeat(10_000)}`],
  ['two searches at once', 'q=pain&q=velo'],
  ['a type that is none', 'type=%24ne'],
  ['a prototype as type', 'type=__proto__'],
  ['a theme of a method', 'theme=toString'],
  ['a form of law that is none', 'form=gang'],
  ['a status that is none', 'status=valid'],
  ['another truth', 'valid=true'],
  ['a list of currencies', 'leman=yes&leman=yes'],
  ['a place as long as a book', `place=${'x'.repeat(5000)}`],
  ['a cursor of nobody', 'after=x'],
  ['a cursor of JSON', `after=${Buffer.from('{"$gt":""}').toString('base64url')}`],
  ['a cursor as long as a book', `before=${'A'.repeat(8000)}`],
];

/** Hostile searches of the register, on its page and for programs. */
export const searching: readonly Row[] = [
  ...inert.flatMap(([what, text]) =>
    (['/fr/register', '/api/v1/labels'] as const).map((path) =>
      ask(`a search of ${what} at ${path}`, `${path}?q=${encodeURIComponent(text)}`, 200, {
        because: 'words are compared, never run',
      }),
    ),
  ),
  ask('a search of nothing but spaces', `/fr/register?q=${'%20'.repeat(200)}`, 422),
  ask('a search of nothing but spaces by a program', `/api/v1/labels?q=${'%20'.repeat(200)}`, 200, {
    because: 'it asks for all',
  }),
  ...refused.flatMap(([what, query]) =>
    (['/fr/register', '/api/v1/labels'] as const).map((path) =>
      ask(`a search by ${what} at ${path}`, `${path}?${query}`, 400),
    ),
  ),
  ask('a place of an operator', '/fr/register?place=%24ne', 200, { because: 'no commune is called so' }),
  ask('an offer of an operator', '/fr/labels/MIE-26-00042-D/offers/%24ne', 404),
  ask('an offer out of the folder', '/fr/labels/MIE-26-00042-D/offers/..%2f..%2fboard', 404),
];
