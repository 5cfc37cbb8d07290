import { digestOf } from '../../workflow/canonicalJson.ts';
import type { LabelEvent } from '../../workflow/events.ts';
import type { FileActor } from '../common/actor.ts';
import type { Label } from '../items/items.ts';

/** Why a label gets a new certificate, and what it shall say anew. */
export type RevisionAsk =
  | { readonly cause: 'restored'; readonly reason: string }
  /** `offers` are the ids of those that stay. */
  | { readonly cause: 'scope'; readonly offers: readonly string[] }
  | { readonly cause: 'name'; readonly name: string }
  | { readonly cause: 'standing' }
  | { readonly cause: 'key' };

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
