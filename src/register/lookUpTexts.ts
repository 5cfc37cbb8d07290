import { unitIn } from './identifier.ts';
import { parseSearchText } from './searchText.ts';

/** Most texts of one list. */
export const maxTexts = 1000;

/** One text of a list, as it was written; `first` is its place (from 1) further up, where the same is asked for before. */
export type LookUpText =
  | Readonly<{ kind: 'number'; typed: string; number: string; first: number | null }>
  /** The address of a site, or of a mailbox there, by its host. */
  | Readonly<{ kind: 'site'; typed: string; host: string; first: number | null }>
  /** The UID or SIREN of an organisation, as it is kept. */
  | Readonly<{ kind: 'unit'; typed: string; unit: string; first: number | null }>
  /** One whose check digit does not fit. */
  | Readonly<{ kind: 'unitMistyped'; typed: string }>
  /** `slip`: the part of it that has the shape of a number. */
  | Readonly<{ kind: 'mistyped'; typed: string; slip: string }>
  | Readonly<{ kind: 'notANumber'; typed: string }>;

/** Reads each text of a list for itself, in its order; `publicUrl` is where we are. */
export function lookUpTexts(texts: readonly string[], publicUrl: string): LookUpText[] {
  const places = new Map<string, number>();
  const asked = (key: string, i: number) => {
    const first = places.get(key) ?? null;
    if (first === null) places.set(key, i + 1);
    return first;
  };
  return texts.map((typed, i) => {
    const unit = unitOf(typed);
    if (unit === 'mistyped') return { kind: 'unitMistyped', typed };
    if (unit) return { kind: 'unit', typed, unit: unit.unit, first: asked(unit.unit, i) };
    const sought = parseSearchText(typed, publicUrl);
    if (sought.kind === 'words') return { kind: 'notANumber', typed };
    if (sought.kind === 'mistyped' || sought.kind === 'unfinished')
      return { kind: 'mistyped', typed, slip: sought.typed };
    return { ...sought, typed, first: asked(sought.kind === 'number' ? sought.number : sought.host, i) };
  });
}

/** A UID or SIREN. Nine digits are a SIREN; where they cannot be one, somebody left out the letters of a UID. */
function unitOf(typed: string): ReturnType<typeof unitIn> {
  const read = unitIn(typed);
  const swiss = read === 'mistyped' ? unitIn(`CHE${typed}`) : null;
  return swiss === null || swiss === 'mistyped' ? read : swiss;
}

/**
 * The texts of a list as people paste it: one a line, or set apart by commas, semicolons or tabs. Of a line that has numbers of labels
 * beside something else, as a row of a spreadsheet has, these; of one that has none but a UID or SIREN, that; or else the sites.
 */
export function textsOfList(pasted: string, publicUrl: string): string[] {
  return pasted.split(/[\r\n]+/).flatMap((line) => {
    const cells = line.split(/[,;\t]/).flatMap((cell) => cell.trim() || []);
    const kinds = lookUpTexts(cells, publicUrl).map(({ kind }) => kind);
    const cellsOf = (...wanted: readonly LookUpText['kind'][]) =>
      cells.filter((_, i) => wanted.some((kind) => kind === kinds[i]));
    const ways = [cellsOf('number', 'mistyped'), cellsOf('unit', 'unitMistyped'), cellsOf('site'), cells];
    return ways.find((some) => some.length > 0) ?? [];
  });
}
