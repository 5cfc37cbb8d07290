import { addDays, addMonths, dayOf } from '../../register/day.ts';
import type { StoredLabel } from '../../workflow/stored.ts';
import { currentVersion } from '../../workflow/versions.ts';
import type { FrozenFile } from '../file/frozenFile.ts';
import { labelledOffers } from '../file/labelledOffers.ts';
import type { Label } from '../items/items.ts';
import { countedFrom } from './renewedLabel.ts';

/**
 * The label that a file opens when it is signed at an instant; `old` is the one that it renews. It holds from that day on, because
 * the old one is replaced that day, and as long as if it had been signed at the end of the old one's period.
 */
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
  return {
    id: number,
    ...stored,
    language,
    offers: labelledOffers(file),
    history: [{ state: 'issuing', at }],
  };
}
