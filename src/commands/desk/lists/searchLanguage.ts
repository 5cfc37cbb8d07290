/** What a search of the desk asks beside words, as `name:value`. */
export const operators = [
  ...([
    'state',
    'label',
    'standing',
    'kind',
    'sector',
    'owner',
    'reviewer',
    'tag',
    'follower',
    'overdue',
    'ends',
  ] as const),
] as const;
export type Operator = (typeof operators)[number];

/** One thing that is asked: words in any of their forms, one word exactly, or a value of an operator. */
export type Asked =
  | { readonly op: 'word' | 'exact'; readonly text: string }
  | { readonly op: Operator; readonly value: string };

/** What was not understood of a search, with the piece of it that was not. */
export interface SearchFault {
  readonly code: 'tooLong' | 'tooMany' | 'openQuote' | 'noOperator' | 'noValue' | 'noPerson' | 'nothing';
  readonly piece: string;
  readonly operator?: Operator;
}

/** The words by which a reader names operators and their values; null for one that means nothing. */
export interface Vocabulary {
  readonly operator: (typed: string) => Operator | null;
  /** The value as it is stored; of people, tags and numbers what was typed. */
  readonly value: (operator: Operator, typed: string) => string | null;
}

export const maxSearch = 300;
const maxAsked = 20;
/** A piece that is repeated to whoever typed it is cut: it may be as long as the search. */
const maxPiece = 40;

/** A word before a colon with its value, words in quotes, or a word. */
const pieces = /([\p{L}]+):(?:"([^"]*)"|(\S*))|"([^"]*)"|(\S+)/gu;

/** Reads a search: what it asks, and what of it was not understood. */
export function parseSearch(typed: string, vocabulary: Vocabulary) {
  const asked: Asked[] = [];
  const faults: SearchFault[] = [];
  const text = typed.trim();
  if (text.length > maxSearch) return { asked, faults: [fault('tooLong', text)] };
  if ((text.split('"').length - 1) % 2 === 1) {
    return { asked, faults: [fault('openQuote', text.slice(text.lastIndexOf('"')))] };
  }
  for (const [piece, name, quoted, value = quoted, exact, word] of text.matchAll(pieces)) {
    if (name !== undefined) {
      const read = operated(piece, name, value ?? '', vocabulary);
      if ('code' in read) faults.push(read);
      else asked.push(read);
    } else if (exact !== undefined) asked.push({ op: 'exact', text: exact });
    else if (word !== undefined) asked.push({ op: 'word', text: word });
  }
  if (asked.length > maxAsked) return { asked: [], faults: [fault('tooMany', text)] };
  return { asked, faults };
}

/** One value of an operator, also where a form asks for it. */
export function operated(
  piece: string,
  name: string,
  typed: string,
  vocabulary: Vocabulary,
): Asked | SearchFault {
  const op = vocabulary.operator(name);
  if (op === null) return fault('noOperator', name);
  const value = vocabulary.value(op, typed);
  return value === null ? { ...fault('noValue', piece), operator: op } : { op, value };
}

function fault(code: SearchFault['code'], piece: string): SearchFault {
  return { code, piece: piece.slice(0, maxPiece) };
}
