/** A number as typed: its value, or why it is invalid. */
export type ReadNumber =
  | { readonly value: number | null }
  | { readonly fault: 'notANumber' | 'percentTyped' }
  | {
      readonly fault: 'ambiguousNumber';
      /** The two ways to write it that can be read one way only. */
      readonly whole: string;
      readonly decimal: string;
    };

/** Apostrophes, the marks that are taken for one, and spaces of every width: they only ever set thousands apart. */
const apart = /[\s'\u2018\u2019\u201b\u02bc\u2032\u00b4\u0060\uff07]/gu;
/** A currency or a full-time post, which the field says already, before or after the number. */
const unitBefore = /^([-\u2010-\u2015\u2212]?)\s*(?:CHF|S?Fr\.?|EUR|€)\s*/iu;
const unitAfter = /\s*(?:CHF|S?Fr\.?|francs?|Franken|franchi|EUR|€|EPT|ETP|VZÄ|FTE)$/iu;
/** The dash of a price without centimes, as in 1200.- or 1200.—. */
const noCents = /(?<=\d)[.,][-\u2010-\u2015\u2212]{1,2}$/u;
const minus = /^[\u2010-\u2015\u2212]\s?/u;
const plain = /^-?\d+(?:[.,]\d+)?$/;
const grouped = /^-?[1-9]\d{0,2}(?:'\d{3})+(?:[.,]\d+)?$/;
/** Points for thousands and a comma, or commas and a point; and either alone where there are two, which no decimal has. */
const german = /^-?[1-9]\d{0,2}(?:\.\d{3})+,\d+$|^-?[1-9]\d{0,2}(?:\.\d{3}){2,}$/;
const english = /^-?[1-9]\d{0,2}(?:,\d{3})+\.\d+$|^-?[1-9]\d{0,2}(?:,\d{3}){2,}$/;
/** 1,240 or 1.240 is 1240 in one language and 1.24 in another. */
const ambiguous = /^-?[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Reads a number as people of all four languages write it: 1’200, 1 200, 1.200,50, 1,200.50, 0,6, 0.6, also as an amount: 1’200.-,
 * CHF 1200; empty is null. What can be read two ways is not guessed.
 */
export function readNumber(typed: string): ReadNumber {
  const amount = typed.trim().replace(unitBefore, '$1').replace(unitAfter, '').replace(noCents, '');
  const text = amount.replace(minus, '-').replaceAll(apart, "'");
  if (typed.trim() === '') return { value: null };
  if (ambiguous.test(text)) {
    // 1,000 as a decimal is 1.
    const decimal = text.endsWith('0') ? text.replace(/[.,]?0+$/, '') : `${text}0`;
    return { fault: 'ambiguousNumber', whole: text.replace(/[.,]/, ''), decimal };
  }
  if (plain.test(text) || grouped.test(text)) return numberOf(text.replaceAll("'", '').replace(',', '.'));
  if (german.test(text)) return numberOf(text.replaceAll('.', '').replace(',', '.'));
  if (english.test(text)) return numberOf(text.replaceAll(',', ''));
  // A field of percentages reads its sign away before.
  return { fault: /^\d+(?:[.,]\d+)?\s?%$/u.test(typed.trim()) ? 'percentTyped' : 'notANumber' };
}

function numberOf(text: string): ReadNumber {
  const value = Number(text);
  // A minus before zero is zero.
  return Number.isFinite(value) ? { value: value === 0 ? 0 : value } : { fault: 'notANumber' };
}
