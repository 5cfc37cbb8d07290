import type { Offer } from '../../criteria/offer.ts';
import { refuseFor } from '../../errors.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import type { LabelEvent } from '../../workflow/label/labelEvents.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import type { EventMeta, FileActor } from '../common/actor.ts';
import { applyToLabel } from '../common/applyEvent.ts';
import { requirePrintable } from '../common/nameFaults.ts';
import { noteOn } from '../common/noteOn.ts';
import { requireRevision, requireVisible } from '../common/requireVisible.ts';
import { dataOf, takenData } from '../items/eventData.ts';
import type { Label, RevisionAsk } from '../items/items.ts';
import type { ChangeOf, Deps } from '../ports/ports.ts';

/** Digest in place of the certificate that is not made yet, to try a request. */
const untried = '0'.repeat(64);

/** Asks for a new certificate under the same number, which a worker makes; refused at once where the machine would refuse it then. */
export async function askRevision(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  actor: FileActor,
  { number, revision, ...ask }: RevisionAsk & { readonly number: string; readonly revision: number },
): Promise<void> {
  const label = requireRevision(requireVisible(await deps.store.label(number)), revision);
  requireChange(label, ask);
  const at = deps.clock.now().toISOString();
  await deps.store.commit([revisionAsked(deps, label, ask, { at, actor })]);
}

/** The line that asks for it, for the commit of whatever it follows from. */
export function revisionAsked(
  deps: Pick<Deps, 'ids'>,
  label: Label,
  ask: RevisionAsk,
  { at, actor }: EventMeta,
): ChangeOf<'labels'> {
  applyToLabel(deps, label, revisionEvent(ask, { at, actor, certificate: untried, appealBy: at }));
  return noteOn(deps, 'labels', label, { at, actor, facts: ['label.revisionAsked'], data: { ask } });
}

function requireChange(label: Label, ask: RevisionAsk): void {
  if (ask.cause === 'name' || ask.cause === 'organisation') requirePrintable('name', ask.name);
  if (ask.cause !== 'scope') return;
  const { offers = [] } = revisedFields(label, ask);
  refuseFor({ offersLeft: offers.length === 0, offersChanged: offers.length === label.offers.length });
}

/** What the label is called and covers once the ask is carried out; `added` are the offers of the extension that it names. */
export function revisedFields(
  label: Label,
  ask: RevisionAsk,
  added: readonly Offer[] = [],
): Partial<Pick<Label, 'name' | 'offers' | 'organisation'>> {
  if (ask.cause === 'name') return { name: ask.name };
  if (ask.cause === 'organisation') return { name: ask.name, organisation: ask.organisation };
  if (ask.cause === 'extension' || ask.cause === 'scopeRestored') {
    const known = label.offers.map(({ id }) => id);
    const offers = ask.cause === 'extension' ? added : ask.offers;
    return { offers: [...label.offers, ...offers.filter(({ id }) => !known.includes(id))] };
  }
  return ask.cause === 'scope' ? { offers: label.offers.filter(({ id }) => ask.offers.includes(id)) } : {};
}

/** The event by which the machine takes the new certificate, by whoever requested it. */
export function revisionEvent(
  ask: RevisionAsk,
  { appealBy, ...made }: EventMeta & { readonly certificate: string; readonly appealBy: string },
): LabelEvent & { readonly actor: FileActor } {
  if (ask.cause === 'restored') return { type: 'restore', ...made, reason: ask.reason };
  if (ask.cause === 'scope') return { type: 'reviseScope', ...made, appealBy, reason: ask.reason };
  if (ask.cause === 'stayed') return { type: 'grantStay', ...made, reason: ask.reason };
  if (ask.cause === 'reinstated') return { type: 'upholdAppeal', ...made, reason: ask.reason };
  if (ask.cause === 'extension') return { type: 'extendScope', ...made, extension: ask.applicationId };
  return { type: 'reissue', ...made, cause: ask.cause };
}

/** What the journal keeps of new offers, so that a label is checked against it. */
export function offersDigest({ offers }: Partial<Pick<Label, 'offers'>>): { readonly offers?: string } {
  return offers ? { offers: digestOf(offers) } : {};
}

/** Whether a label got, or waits for, a certificate that was asked for since an instant. */
export async function isAskedSince(
  { store }: Pick<Deps, 'store'>,
  number: string,
  at: string,
): Promise<boolean> {
  const records = await store.records(`labels/${number}`);
  return records.some((record) => record.at >= at && record.facts.includes('label.revisionAsked'));
}

/** Whether a line of a label's journal carries out a request, or says why not. */
export function answersAsk(line: JournalRecord, asked: string): boolean {
  return [takenData('label', line), dataOf(line, 'label.revisionDropped')].some(
    (data) => data?.asked === asked,
  );
}
