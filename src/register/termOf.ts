/** What a plural of French, German or Italian adds or changes, the longest first; the shortest stem that may be left is three letters. */
const endings = ['eien', 'ern', 'ei', 'en', 'er', 'es', 'ia', 'ie', 'io', 'a', 'e', 'i', 'o'];
const shortestStem = 3;

/**
 * What is compared of a word that is folded already: the same for its singular and its plural in French, German and Italian.
 * One rule for all languages, because a label in French is looked for from a German page too; it may take two words for one,
 * it never tells the forms of one word apart when they differ by an ending.
 */
export function termOf(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  const plain = word.replace(/eaux$/, 'eau').replace(/(?<=[a-z]{2})(aux|ail)$/, 'al');
  return withoutEnding(withoutPlural(plain)).replace(/(?<=[a-z]{2}[cg])h$/, '');
}

function withoutPlural(word: string): string {
  return word.length > shortestStem ? word.replace(/[sx]$/, '') : word;
}

function withoutEnding(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortestStem);
  return ending === undefined ? word : withoutPlural(word.slice(0, -ending.length));
}
