import { describedBy, mayBeEmpty, offerFields } from '../../../criteria/offer.ts';
import { printFaults } from '../../common/nameFaults.ts';
import { maxOffers } from '../selfAssessment/editOffers.ts';
import type { ImportGround, ImportMode, Line, LineFault, LineOutcome, Report } from './line.ts';

/** An offer of the file: the one of the working copy that it is, if any, and how it shall be. */
export type PlannedOffer = ReturnType<typeof planOffers>[number];

/**
 * The offers of a file, matched by name with those of the working copy: the first of a name with the first one there of that
 * name, the second with the second, and one more is new.
 */
export function planOffers(lines: readonly Line[], { assessment, mode }: ImportGround, report: Report) {
  const parts = lines.filter(({ kind }) => kind === 'offer');
  // A reconsideration is about the offers that its label covers, as they are.
  const fixed = assessment.carried !== undefined && assessment.carried.offers.length > 0;
  const left = [...assessment.offersNamed];
  let count = left.length;
  const numbers = [...new Set(parts.map(({ offer }) => offer))].sort((a, b) => a - b);
  return numbers.flatMap((offer) => {
    const own = parts.filter((line) => line.offer === offer);
    const part = (id: string) => own.find((line) => line.id === id);
    const refuse = (code: LineFault['code'], params?: LineFault['params']) => {
      for (const line of own) report(line, 'refused', params ? { code, params } : { code });
      return [];
    };
    const name = part('name');
    if (!name || !part('type')) return refuse('offerIncomplete');
    const at = left.findIndex((one) => one.name === name.text);
    const [known = null] = at === -1 ? [] : left.splice(at, 1);
    if (!known) {
      if (fixed) return refuse('offersFixed');
      if (!offerFields.every((field) => mayBeEmpty(field) || part(field))) return refuse('offerIncomplete');
      const [unprintable] = printFaults('name', name.text);
      if (unprintable) return refuse(unprintable.code, unprintable.params);
      if (count >= maxOffers) return refuse('offersEnough', { max: maxOffers });
      count += 1;
    }
    const fields = offerFields.map((field) =>
      fieldOf(known?.[field] ?? '', part(field), fixed ? 'fill' : mode),
    );
    for (const { line, outcome } of fields) if (line) report(line, outcome);
    const after = describedBy(Object.fromEntries(offerFields.map((field, i) => [field, fields[i]?.text])));
    const changes = !known || offerFields.some((field) => known[field] !== after[field]);
    // With its number in the file.
    return [{ offer, known, after, changes }];
  });
}

/** The new text of a field. An empty line changes nothing; what is there stays, unless the person chose to replace. */
function fieldOf(there: string, line: Line | undefined, mode: ImportMode) {
  const read = line?.text ?? '';
  const takes = read !== '' && read !== there && (there === '' || mode === 'replace');
  const outcome: LineOutcome = read === there ? 'same' : !takes ? 'kept' : there === '' ? 'new' : 'replaced';
  return { line, outcome, text: takes ? read : there };
}
