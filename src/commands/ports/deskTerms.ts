import { allWords } from '../../register/searchWords.ts';
import type { DeskKind } from './deskPorts.ts';

/** The id of the row of a file or a label. */
export function deskId<K extends DeskKind>(kind: K, id: string): `${K}/${string}` {
  return `${kind}/${id}`;
}

/** The term of a row that has this value; no word of a text is like it. */
export function deskTerm(name: string, value: string): string {
  return `=${name}:${value}`;
}

/** The term of a word as it is written, without its other forms. */
export function exactTerm(word: string): string {
  return `"${word}`;
}

/** Every term that a text is found by: of each word, its forms taken together, and as it is written. */
export function deskWords(text: string): string[] {
  return allWords(text).flatMap(({ term, word }) => [term, exactTerm(word)]);
}
