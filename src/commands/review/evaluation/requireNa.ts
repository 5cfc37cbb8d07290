import { faultOfNa } from '../../../criteria/notApplicable.ts';
import { LabelError } from '../../../errors.ts';
import type { FilePlace } from '../../file/filePlaces.ts';
import type { ReviewScore } from '../../items/items.ts';

/** Refuses "not applicable" from whoever scores where the rule, or a figure of the frozen file, says otherwise. */
export function requireNa({ na }: Pick<FilePlace, 'na'>, { level }: Pick<ReviewScore, 'level'>): void {
  const code = level === 'na' ? faultOfNa(na) : null;
  if (code !== null) throw new LabelError('invalid', { faults: [{ field: 'level', code }] });
}
