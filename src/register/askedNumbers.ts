import { readNumber } from './number.ts';

/** Most numbers of one list. */
export const mostNumbers = 200;

/** One of a list of numbers, as it was written. */
export type AskedNumber =
  | { readonly kind: 'number'; readonly typed: string; readonly number: string }
  /** Asked for further up; `first` is the place there, from 1. */
  | { readonly kind: 'repeated'; readonly typed: string; readonly number: string; readonly first: number }
  | { readonly kind: 'mistyped' | 'notANumber'; readonly typed: string };

/** Reads each text of a list for itself, in its order. */
export function askedNumbers(texts: readonly string[]): AskedNumber[] {
  const places = new Map<string, number>();
  return texts.map((typed, i) => {
    const read = readNumber(typed);
    if (read.kind !== 'number') return { kind: read.kind, typed };
    const first = places.get(read.number);
    if (first !== undefined) return { kind: 'repeated', typed, number: read.number, first };
    places.set(read.number, i + 1);
    return { kind: 'number', typed, number: read.number };
  });
}

/**
 * The texts of a list as people paste it: one a line, or set apart by commas, semicolons or tabs. Of a line that has numbers
 * beside something else, as a row of a spreadsheet has, the numbers.
 */
export function textsOfList(pasted: string): string[] {
  return pasted.split(/[\r\n]+/).flatMap((line) => {
    const cells = line
      .split(/[,;\t]/)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '');
    const numbers = cells.filter((cell) => readNumber(cell).kind !== 'notANumber');
    return numbers.length > 0 ? numbers : cells;
  });
}
