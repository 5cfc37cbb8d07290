import type { OfferType } from '../../../register/entry.ts';
import { printFaults } from '../../common/nameFaults.ts';
import type { Offer } from '../../items/items.ts';
import { maxOffers } from '../selfAssessment/addOffer.ts';
import type { ImportMode, Line, LineFault, LineOutcome } from './line.ts';

/** An offer of the file: the one of the working copy that it is, if any, and how it shall be. */
export interface PlannedOffer {
  /** Its number in the file. */
  readonly offer: number;
  readonly known: Offer | null;
  readonly after: Omit<Offer, 'id'>;
  readonly changes: boolean;
}

type Say = (line: Line, outcome: LineOutcome, fault?: LineFault) => void;

/**
 * The offers of a file. One is an offer of the working copy when its name is: the first of a name is the first one there of
 * that name, the second the second, and one more is new.
 */
export function planOffers(
  lines: readonly Line[],
  named: readonly Offer[],
  mode: ImportMode,
  say: Say,
): PlannedOffer[] {
  const parts = lines.filter(({ kind }) => kind === 'offer');
  const left = [...named];
  let count = named.length;
  const numbers = [...new Set(parts.map(({ offer }) => offer))].sort((a, b) => a - b);
  return numbers.flatMap((offer): PlannedOffer[] => {
    const own = parts.filter((line) => line.offer === offer);
    const part = (id: string) => own.find((line) => line.id === id);
    const refuse = (code: LineFault['code'], params?: LineFault['params']) => {
      for (const line of own) say(line, 'refused', params ? { code, params } : { code });
      return [];
    };
    const [name, type, sheet] = [part('name'), part('type'), part('sheet')];
    if (!name || !type) return refuse('offerIncomplete');
    const at = left.findIndex((one) => one.name === name.text);
    const [known = null] = at === -1 ? [] : left.splice(at, 1);
    if (!known) {
      if (!sheet) return refuse('offerIncomplete');
      const [unprintable] = printFaults('name', name.text);
      if (unprintable) return refuse(unprintable.code, unprintable.params);
      if (count >= maxOffers) return refuse('offersEnough', { max: maxOffers });
      count += 1;
    }
    const before = known ?? { name: '', type: '', sheet: '' };
    const takes = (there: string, read: string) => there !== read && (there === '' || mode === 'replace');
    const after = {
      name: name.text,
      type: known && !takes(known.type, type.text) ? known.type : (type.text as OfferType),
      sheet: sheet && takes(before.sheet, sheet.text) ? sheet.text : before.sheet,
    };
    const tell = (line: Line | undefined, there: string) => {
      if (!line) return;
      if (there === line.text) say(line, 'same');
      else if (there === '') say(line, 'new');
      else say(line, mode === 'replace' ? 'replaced' : 'kept');
    };
    tell(name, before.name);
    tell(type, before.type);
    tell(sheet, before.sheet);
    const changes = !known || known.type !== after.type || known.sheet !== after.sheet;
    return [{ offer, known, after, changes }];
  });
}
