import { LabelError } from '../../../errors.ts';
import { isStaff } from '../../../policies/who.ts';
import { calendarUid } from '../../common/calendarText.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import type { DigestLine } from '../digest/digestLine.ts';
import { linesOf } from '../digest/digestOf.ts';
import { daySources } from './daySources.ts';

/** Most dates of each kind of thing in one calendar. */
const maxOfKind = 200;

/** A line of somebody's day that stands on a day, as their calendar knows it again. */
export type DatedLine = DigestLine & { readonly uid: string };

/** The sessions and deadlines of somebody of the staff, without those of colleagues: nothing that their own pages would not show them. */
export async function dayCalendar(deps: Deps, asker: Asker): Promise<readonly DatedLine[]> {
  if (!isStaff(asker)) throw new LabelError('forbidden');
  const found = await linesOf(deps, asker, daySources, maxOfKind);
  const dated = new Map<string, DatedLine>();
  for (const line of found.flatMap(({ lines }) => lines)) {
    const uid = calendarUid(deps.publicUrl, line.path);
    if (line.dueOn !== null && line.whose !== 'others' && !dated.has(uid)) dated.set(uid, { ...line, uid });
  }
  return [...dated.values()];
}
