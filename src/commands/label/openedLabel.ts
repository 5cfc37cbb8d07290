import { addDays, addMonths, dayOf } from '../../register/day.ts';
import type { StoredLabel } from '../../workflow/stored.ts';
import { currentVersion } from '../../workflow/versions.ts';
import { labelledOffers } from '../decision/labelledOffers.ts';
import type { Label } from '../items.ts';
import type { FrozenFile } from '../screening/frozenFile.ts';
import { firstDay } from './renewedLabel.ts';

/** The label that a file opens when it is signed at an instant; `old` is the one that it renews. */
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
  const since = firstDay(dayOf(at), old);
  const young = founded !== null && addMonths(founded, validity.youngMonths) > since;
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
      until: addDays(addMonths(since, young ? validity.monthsIfYoung : validity.months), -1),
      successor: null,
      dueAt: null,
    },
  };
  return {
    id: number,
    ...stored,
    language,
    offers: labelledOffers(file),
    history: [{ state: 'issuing', at }],
  };
}
