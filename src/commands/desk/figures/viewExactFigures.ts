import { LabelError } from '../../../errors.ts';
import { isAdministrator, isOfficer } from '../../../policies/who.ts';
import { oneByOne } from '../../exchange/toldFigures.ts';
import { viewYearFigures } from '../../exchange/views/yearFigures.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { countFigures } from './countFigures.ts';

/**
 * The figures of a year counted one by one, for officers and administrators: until the day of those that were published, over the files
 * that the store shows. What the register counts was published exactly, when it was so.
 */
export async function viewExactFigures(deps: Deps, asker: Asker, year: number) {
  if (!isOfficer(asker) && !isAdministrator(asker)) throw new LabelError('forbidden');
  const published = await viewYearFigures(deps, year);
  const { on, register } = published.figures;
  return { ...published, figures: { ...(await countFigures(deps, on, oneByOne)), register } };
}
