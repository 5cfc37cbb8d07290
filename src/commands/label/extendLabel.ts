import type { Offer } from '../../criteria/offer.ts';
import { isExtendable } from '../../policies/labelScope.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { systemActor } from '../common/actor.ts';
import { frozenFile } from '../file/frozenFile.ts';
import { filesOnLabel } from '../file/labelFiles.ts';
import { labelledOffers } from '../file/reviewMarks.ts';
import { dataOf } from '../items/eventData.ts';
import type { Label, RevisionAsk } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { askRevision } from './askRevision.ts';

/** The offers that come to a label with a revision: those of the extension that it names which may bear the label. */
export async function offersAsked(deps: Deps, ask: RevisionAsk): Promise<readonly Offer[]> {
  return ask.cause === 'extension' ? labelledOffers(await frozenFile(deps, ask.applicationId)) : [];
}

/** Asks for the certificate of each extension that was granted while the label did not hold, one at a time. Done already, it does nothing. */
export async function extendLabel(deps: Deps, { id: number, context }: Label): Promise<void> {
  const granted = (await filesOnLabel(deps, { context })).filter(
    ({ state, context: { kind } }) => state === 'granted' && kind === 'extension',
  );
  for (const { id: applicationId } of granted) {
    const label = await deps.store.label(number);
    const records = await deps.store.records(`labels/${number}`);
    if (!label || !isExtendable(label) || isExtended(records, applicationId)) continue;
    const { revision } = label;
    await askRevision(deps, systemActor, { number, revision, cause: 'extension', applicationId });
  }
}

/** Whether a certificate with the offers of an extension was made, or is asked for and not dropped. */
function isExtended(records: readonly JournalRecord[], applicationId: string): boolean {
  const asks = records.filter((line) => {
    const ask = dataOf(line, 'label.revisionAsked')?.ask;
    return ask?.cause === 'extension' && ask.applicationId === applicationId;
  });
  const dropped = records.flatMap((line) => dataOf(line, 'label.revisionDropped')?.asked ?? []);
  return asks.some(({ id }) => !dropped.includes(id));
}
