import { readToken, skipWhite } from './pdfToken.ts';

/** A value of a PDF as far as it is looked at, `ref` being the number of an object; a string, and what is none of these, is null. */
export type PdfValue =
  | { readonly name: string }
  | { readonly ref: number }
  | readonly PdfValue[]
  | PdfDict
  | number
  | null;
export type PdfDict = ReadonlyMap<string, PdfValue>;

/** One value that was read, every name in it at any depth, and where reading stopped. */
export interface PdfObject {
  readonly value: PdfValue;
  readonly names: ReadonlySet<string>;
  readonly end: number;
}

/** How many bytes may still be read, those read twice counted twice: nested junk cannot keep a thread busy. */
export interface Budget {
  left: number;
}

/** Thrown when the budget is spent, or when values stand in each other deeper than any writer puts them. */
export class BudgetSpent extends Error {}
const deepest = 200;

interface Open {
  readonly closes: '>>' | ']' | null;
  readonly items: PdfValue[];
}

/**
 * Reads one value from a position, as forgiving as other readers of PDF, because what one of them would still read
 * has to be seen: a bracket that closes nothing is skipped, an array or dictionary that is never closed reaches to the end.
 */
export function readPdfObject(bytes: Buffer, start: number, budget: Budget): PdfObject {
  const names = new Set<string>();
  const outside: Open = { closes: null, items: [] };
  const open: Open[] = [outside];
  const inside = () => open.at(-1) ?? outside;
  let at = start;
  while (outside.items.length === 0) {
    const from = at;
    const token = readToken(bytes, skipWhite(bytes, at));
    at = token?.end ?? bytes.length;
    budget.left -= at - from;
    if (budget.left < 0 || open.length > deepest) throw new BudgetSpent();
    if (!token) break;
    switch (token.type) {
      case 'name':
        names.add(token.text);
        inside().items.push({ name: token.text });
        break;
      case '<<':
      case '[':
        open.push({ closes: token.type === '[' ? ']' : '>>', items: [] });
        break;
      case '>>':
      case ']':
        if (inside().closes === token.type) closeOne(open);
        break;
      case 'string':
        inside().items.push(null);
        break;
      case 'word':
        if (token.text === 'R') refer(inside().items);
        else inside().items.push(numberOf(token.text));
    }
  }
  while (open.length > 1) closeOne(open);
  return { value: outside.items[0] ?? null, names, end: at };
}

function closeOne(open: Open[]): void {
  const done = open.pop();
  if (done) open.at(-1)?.items.push(done.closes === ']' ? done.items : dictOf(done.items));
}

/** The last two numbers become one reference. */
function refer(items: PdfValue[]): void {
  const [number, generation] = items.slice(-2);
  if (typeof number === 'number' && typeof generation === 'number') items.splice(-2, 2, { ref: number });
}

/** Readers skip what stands where a key should, and keep the last of two equal keys. */
function dictOf(items: readonly PdfValue[]): PdfDict {
  const dict = new Map<string, PdfValue>();
  for (let i = 0; i < items.length; i += 1) {
    const key = items[i];
    if (typeof key !== 'object' || key === null || !('name' in key)) continue;
    i += 1;
    dict.set(key.name, items[i] ?? null);
  }
  return dict;
}

function numberOf(word: string): number | null {
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(word) ? Number(word) : null;
}
