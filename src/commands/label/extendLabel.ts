import type { Offer } from '../../criteria/offer.ts';
import { isExtendable } from '../../policies/labelScope.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { systemActor } from '../common/actor.ts';
import { type FrozenFile, frozenFile } from '../file/frozenFile.ts';
import { filesOnLabel } from '../file/labelFiles.ts';
import { labelledOffers, lostOffers } from '../file/reviewMarks.ts';
import { dataOf } from '../items/eventData.ts';
import type { Label, RevisionAsk } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { askRevision } from './askRevision.ts';

/** The offers that come to a label with a revision: those of the extension that it names which may bear the label. */
export async function offersAsked(deps: Deps, ask: RevisionAsk): Promise<readonly Offer[]> {
  return ask.cause === 'extension' ? labelledOffers(await frozenFile(deps, ask.applicationId)) : [];
}

/** The certificate that a granted file asks for of the label that is there, with more offers or with fewer; null where it changes none. */
export function scopeAsk(file: FrozenFile, { offers }: Pick<Label, 'offers'>): RevisionAsk | null {
  const { id: applicationId, context, decisionReason: reason } = file.application;
  if (context.kind === 'extension') return { cause: 'extension', applicationId };
  const lost = lostOffers(file).map(({ id }) => id);
  const kept = offers.map(({ id }) => id).filter((id) => !lost.includes(id));
  if (kept.length === 0 || kept.length === offers.length) return null;
  return { cause: 'scope', offers: kept, reason, applicationId };
}

/**
 * Asks for the certificate of the first extension or reconsideration that was granted while the label did not hold; the next one
 * follows once that is there. Done already, it does nothing.
 */
export async function extendLabel(deps: Deps, label: Label): Promise<void> {
  if (!isExtendable(label)) return;
  const records = await deps.store.records(`labels/${label.id}`);
  for (const { id, state } of await filesOnLabel(deps, label)) {
    if (state !== 'granted' || isCarriedOut(records, id)) continue;
    const ask = scopeAsk(await frozenFile(deps, id), label);
    if (ask === null) continue;
    await askRevision(deps, systemActor, { number: label.id, revision: label.revision, ...ask });
    return;
  }
}

/** Whether a certificate with what a file decided of the offers was made, or is asked for and not dropped. */
function isCarriedOut(records: readonly JournalRecord[], applicationId: string): boolean {
  const asks = records.filter((line) => {
    const ask = dataOf(line, 'label.revisionAsked')?.ask;
    return ask !== undefined && 'applicationId' in ask && ask.applicationId === applicationId;
  });
  const dropped = records.flatMap((line) => dataOf(line, 'label.revisionDropped')?.asked ?? []);
  return asks.some(({ id }) => !dropped.includes(id));
}
