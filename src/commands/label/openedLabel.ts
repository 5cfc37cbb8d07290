import { isConfirmable } from '../../policies/labelScope.ts';
import { isRenewable } from '../../policies/renewalWindow.ts';
import { everything } from '../../policies/view.ts';
import { addDays, addMonths, type Day, dayOf } from '../../register/day.ts';
import type { Standing } from '../../register/entry.ts';
import { type StoredLabel, untouchedLabel } from '../../workflow/stored.ts';
import { currentVersion } from '../../workflow/versions.ts';
import type { FrozenFile } from '../file/frozenFile.ts';
import { labelledOffers } from '../file/reviewMarks.ts';
import { succeededBy } from '../file/succession.ts';
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
  const { application, published } = file;
  const { validity } = published.scheme;
  const since = dayOf(at);
  const from = countedFrom(since, old);
  const isConditional = application.context.outcome === 'grantedWithConditions';
  const standing = isConditional ? 'conditional' : unconditionalStanding(file, since);
  const stored: StoredLabel = {
    machineVersion: currentVersion.label,
    state: 'issuing',
    context: {
      number,
      applicationId: application.id,
      organisationId: application.context.organisationId,
      standing,
      revision: 0,
      certificate: null,
      since,
      until: addDays(addMonths(from, isYoung(file, from) ? validity.monthsIfYoung : validity.months), -1),
      successor: null,
      dueAt: null,
      ...untouchedLabel,
    },
  };
  const history = [{ state: 'issuing', at, ...(standing !== 'clean' && { standing }) }] as const;
  return { id: number, ...stored, language, offers: labelledOffers(file), history };
}

/** The standing of a file's label without conditions: the first one of a young organisation is provisional. */
export function unconditionalStanding(file: FrozenFile, since: Day): Standing {
  return file.application.context.kind !== 'renewal' && isYoung(file, since) ? 'provisional' : 'clean';
}

/** Whether an organisation was founded shortly before a day; one that did not say when is not young. */
function isYoung({ published, snapshot }: FrozenFile, day: Day): boolean {
  const { founded } = snapshot.content.organisation;
  return founded !== null && addMonths(founded, published.scheme.validity.youngMonths) > day;
}

/** The label that a file renews; null when it ended meanwhile, as the new one then replaces none. */
export async function renewedLabel({ store }: Pick<Deps, 'store'>, { application, snapshot }: FrozenFile) {
  const { earlier } = snapshot.content;
  if (application.context.kind !== 'renewal' || !earlier) return null;
  const label = await store.label(earlier.labelNumber);
  return label && isRenewable(label) ? label : null;
}

/** The label that a file takes the place of because of a change, with the notice of it; null when either came to its end meanwhile. */
export async function succeededLabel({ store }: Pick<Deps, 'store'>, { application }: FrozenFile) {
  const change = await succeededBy({ store }, application);
  // Where it hands its label over, the holder is another organisation than the one that signs.
  const label = change && (await store.seenBy(everything).label(change.context.labelNumber));
  return change && label && isConfirmable(label) ? { change, label } : null;
}

/** The day from which a new label's months count: the day after the old label's period, or today when there is none or it is over. */
function countedFrom(today: Day, old: Pick<Label, 'context'> | null): Day {
  const next = old ? addDays(old.context.until, 1) : today;
  return next > today ? next : today;
}
