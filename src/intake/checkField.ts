import { isNear } from './officeLinks.ts';
import { refuse } from './refuse.ts';

/** The word that says what a field does. */
const keyword = /^[\s"“”«»]*([a-z]+)/i;
/** Fields that start or ask another program (ECMA-376-1, 17.16.5, and DDE before it). */
const asking = /^(DDE|DDEAUTO|DATABASE)$/;
/** Fields that fetch a file: their first argument names it, of `LINK` the second. */
const fetching = /^(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|RD|LINK)$/;

/** Refuses the code of a field of a text that asks another program, or that fetches a file from elsewhere or from we know not where. */
export function checkField(code: string): void {
  const word = keyword.exec(code)?.[1]?.toUpperCase() ?? '';
  if (asking.test(word)) refuse('officeRemote');
  if (!fetching.test(word)) return;
  const address = argumentsOf(code.replace(keyword, ''))[word === 'LINK' ? 1 : 0];
  if (address === undefined) return;
  if (address.includes('\0') || !isNear(address) || !isNear(address.replaceAll('\\\\', '\\'))) {
    refuse('officeRemote');
  }
}

/** Whether a code is long enough that its first word can become no other. */
export function keywordEnds(code: string): boolean {
  return /^[\s"“”«»]*[^\s"“”«»]+[\s"“”«»\0]/.test(code) || /^\s*=/.test(code);
}

/** Arguments in quotes or without, but for switches: a backslash with one sign. */
function argumentsOf(rest: string): string[] {
  const all = rest.matchAll(/["“”]([^"“”]*)(?:["“”]|$)|([^\s"“”]+)/g);
  return [...all]
    .map(([, quoted, bare]) => quoted ?? bare ?? '')
    .filter((one) => !/^\\[^\\]?$/.test(one) && one !== '');
}
