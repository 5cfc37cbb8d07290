import { parseSearchText } from './searchText.ts';

/** Most texts of one list. */
export const maxTexts = 200;

/** One text of a list, as it was written; `first` is its place (from 1) further up, where the same is asked for before. */
export type LookUpText =
  | Readonly<{ kind: 'number'; typed: string; number: string; first: number | null }>
  /** The address of a site, or of a mailbox there, by its host. */
  | Readonly<{ kind: 'site'; typed: string; host: string; first: number | null }>
  /** `slip`: the part of it that has the shape of a number. */
  | Readonly<{ kind: 'mistyped'; typed: string; slip: string }>
  | Readonly<{ kind: 'notANumber'; typed: string }>;

/** Reads each text of a list for itself, in its order; `publicUrl` is where we are. */
export function lookUpTexts(texts: readonly string[], publicUrl: string): LookUpText[] {
  const places = new Map<string, number>();
  return texts.map((typed, i) => {
    const sought = parseSearchText(typed, publicUrl);
    if (sought.kind === 'words') return { kind: 'notANumber', typed };
    if (sought.kind === 'mistyped' || sought.kind === 'unfinished')
      return { kind: 'mistyped', typed, slip: sought.typed };
    const key = sought.kind === 'number' ? sought.number : sought.host;
    const first = places.get(key) ?? null;
    if (first === null) places.set(key, i + 1);
    return { ...sought, typed, first };
  });
}

/**
 * The texts of a list as people paste it: one a line, or set apart by commas, semicolons or tabs. Of a line that has numbers
 * beside something else, as a row of a spreadsheet has, the numbers; of one that has none but sites, the sites.
 */
export function textsOfList(pasted: string, publicUrl: string): string[] {
  return pasted.split(/[\r\n]+/).flatMap((line) => {
    const cells = line.split(/[,;\t]/).flatMap((cell) => cell.trim() || []);
    const kinds = cells.map((cell) => parseSearchText(cell, publicUrl).kind);
    const numbers = cells.filter((_, i) => kinds[i] !== 'words' && kinds[i] !== 'site');
    const sites = cells.filter((_, i) => kinds[i] === 'site');
    return [numbers, sites, cells].find((some) => some.length > 0) ?? [];
  });
}
