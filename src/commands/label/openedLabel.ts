import { isRenewable } from '../../policies/renewalWindow.ts';
import { addDays, addMonths, type Day, dayOf } from '../../register/day.ts';
import type { StoredLabel } from '../../workflow/stored.ts';
import { currentVersion } from '../../workflow/versions.ts';
import type { FrozenFile } from '../file/frozenFile.ts';
import { labelledOffers } from '../file/reviewMarks.ts';
import type { Label } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';

/** The label that a file opens when it is signed at an instant: it holds from that day, and as long as if signed when `old` ends. */
export function openedLabel(
  file: FrozenFile,
  number: string,
  at: string,
  language: Label['language'],
  old: Label | null,
): Omit<Label, 'revision' | 'head'> {
  const { application, published, snapshot } = file;
  const { validity } = published.scheme;
  const { founded } = snapshot.content.organisation;
  const since = dayOf(at);
  const from = countedFrom(since, old);
  const young = founded !== null && addMonths(founded, validity.youngMonths) > from;
  const stored: StoredLabel = {
    machineVersion: currentVersion.label,
    state: 'issuing',
    context: {
      number,
      applicationId: application.id,
      organisationId: application.context.organisationId,
      standing: application.context.outcome === 'grantedWithConditions' ? 'conditional' : 'clean',
      revision: 0,
      certificate: null,
      since,
      until: addDays(addMonths(from, young ? validity.monthsIfYoung : validity.months), -1),
      successor: null,
      dueAt: null,
    },
  };
  const history = [{ state: 'issuing', at }] as const;
  return { id: number, ...stored, language, offers: labelledOffers(file), history };
}

/** The label that a file renews; null when it ended meanwhile, as the new one then replaces none. */
export async function renewedLabel({ store }: Pick<Deps, 'store'>, { application, snapshot }: FrozenFile) {
  const { earlier } = snapshot.content;
  if (application.context.kind !== 'renewal' || !earlier) return null;
  const label = await store.label(earlier.labelNumber);
  return label && isRenewable(label) ? label : null;
}

/** The day from which a new label's months count: the day after the old label's period, or today when there is none or it is over. */
function countedFrom(today: Day, old: Pick<Label, 'context'> | null): Day {
  const next = old ? addDays(old.context.until, 1) : today;
  return next > today ? next : today;
}
