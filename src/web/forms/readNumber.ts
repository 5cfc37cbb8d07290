/** A number as typed: its value, or why it is invalid. */
export type ReadNumber =
  | { readonly value: number | null }
  | { readonly fault: 'notANumber' }
  | {
      readonly fault: 'ambiguousNumber';
      /** The two ways to write it that can be read one way only. */
      readonly whole: string;
      readonly decimal: string;
    };

/** Apostrophes and spaces of every width: they only ever set thousands apart. */
const apart = /[\s'\u2018\u2019\u02bc\u2032]/gu;
const minus = /^[\u2010\u2011\u2012\u2013\u2212]/u;
const plain = /^-?\d+(?:[.,]\d+)?$/;
const grouped = /^-?[1-9]\d{0,2}(?:'\d{3})+(?:[.,]\d+)?$/;
/** Points for thousands and a comma, or commas and a point; and either alone where there are two, which no decimal has. */
const german = /^-?[1-9]\d{0,2}(?:\.\d{3})+,\d+$|^-?[1-9]\d{0,2}(?:\.\d{3}){2,}$/;
const english = /^-?[1-9]\d{0,2}(?:,\d{3})+\.\d+$|^-?[1-9]\d{0,2}(?:,\d{3}){2,}$/;
/** 1,240 or 1.240 is 1240 in one language and 1.24 in another. */
const ambiguous = /^-?[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Reads a number as people of all four languages write it: 1’200, 1 200, 1.200,50, 1,200.50, 0,6, 0.6; empty is null. What
 * can be read two ways is not guessed.
 */
export function readNumber(typed: string): ReadNumber {
  const text = typed.trim().replace(minus, '-').replaceAll(apart, "'");
  if (text === '') return { value: null };
  if (ambiguous.test(text)) {
    // 1,000 as a decimal is 1.
    const decimal = text.endsWith('0') ? text.replace(/[.,]?0+$/, '') : `${text}0`;
    return { fault: 'ambiguousNumber', whole: text.replace(/[.,]/, ''), decimal };
  }
  if (plain.test(text) || grouped.test(text)) return numberOf(text.replaceAll("'", '').replace(',', '.'));
  if (german.test(text)) return numberOf(text.replaceAll('.', '').replace(',', '.'));
  if (english.test(text)) return numberOf(text.replaceAll(',', ''));
  return { fault: 'notANumber' };
}

function numberOf(text: string): ReadNumber {
  const value = Number(text);
  // A minus before zero is zero.
  return Number.isFinite(value) ? { value: value === 0 ? 0 : value } : { fault: 'notANumber' };
}
