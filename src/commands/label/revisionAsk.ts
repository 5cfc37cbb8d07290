import { digestOf } from '../../workflow/canonicalJson.ts';
import type { LabelEvent } from '../../workflow/events.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import type { FileActor } from '../common/actor.ts';
import { dataOf, takenData } from '../items/eventData.ts';
import type { Label, RevisionAsk } from '../items/items.ts';

/** What the label is called and covers once the ask is carried out. */
export function saidAnew(label: Label, ask: RevisionAsk): Partial<Pick<Label, 'name' | 'offers'>> {
  switch (ask.cause) {
    case 'name':
      return { name: ask.name };
    case 'scope':
      return { offers: label.offers.filter(({ id }) => ask.offers.includes(id)) };
    default:
      return {};
  }
}

/** The event by which the machine takes the new certificate, done by whoever asked for it. */
export function revisionEvent(
  ask: RevisionAsk,
  at: string,
  actor: FileActor,
  certificate: string,
): LabelEvent & { readonly actor: FileActor } {
  switch (ask.cause) {
    case 'restored':
      return { type: 'restore', at, actor, certificate, reason: ask.reason };
    case 'scope':
      return { type: 'reviseScope', at, actor, certificate };
    default:
      return { type: 'reissue', at, actor, certificate, cause: ask.cause };
  }
}

/** What the journal keeps of new offers, so that a label is checked against it. */
export function offersSaid({ offers }: Partial<Pick<Label, 'offers'>>): { readonly offers?: string } {
  return offers ? { offers: digestOf(offers) } : {};
}

/** Whether a line of a label's journal carries an ask out, or says why not. */
export function answersAsk(line: JournalRecord, asked: string): boolean {
  return [takenData('label', line), dataOf(line, 'label.revisionDropped')].some(
    (said) => said?.asked === asked,
  );
}
