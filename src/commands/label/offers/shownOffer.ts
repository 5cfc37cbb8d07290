import type { Offer, OfferField } from '../../../criteria/offer.ts';
import type { ShownPart } from '../../../criteria/takenDown.ts';
import type { Entry, Photo } from '../../../register/entry.ts';
import { digestOf } from '../../../workflow/canonicalJson.ts';
import type { EventMeta } from '../../common/actor.ts';
import { noteOn } from '../../common/noteOn.ts';
import type { Label } from '../../items/items.ts';
import type { ChangeOf, Deps, Part } from '../../ports/ports.ts';
import { photoOf } from '../labelEntry.ts';

/** What a change does to a label, and what its line in the journal says of it. */
export interface ShownChange {
  readonly offerId: string;
  readonly to: Partial<Pick<Label, 'offers' | 'photos' | 'takenDown'>>;
  readonly fact: 'label.offerChanged' | 'label.offerTakenDown';
  readonly changed: readonly ShownPart[];
  /** Digests of the pictures that are shown no more. */
  readonly files: readonly string[];
}

/** A label of which an offer is shown differently: the label with its line in the journal, and its row of the register. */
export function shownOffer(
  deps: Pick<Deps, 'ids'>,
  { label, entry }: { readonly label: Label; readonly entry: Entry },
  { at, actor }: EventMeta,
  { offerId, to, fact, changed, files }: ShownChange,
): { readonly change: ChangeOf<'labels'>; readonly part: Part } {
  const after = { ...label, ...to };
  const data = { offerId, changed, offers: digestOf(after.offers), files };
  const note = noteOn(deps, 'labels', label, { at, actor, facts: [fact], data });
  const offers = entry.offers.map((row) => {
    const offer = row.id === offerId && after.offers.find(({ id }) => id === offerId);
    return offer ? { ...offer, madeHere: row.madeHere, ...photoOf(after, offer) } : row;
  });
  return { change: { ...note, after }, part: { kind: 'entry', entry: { ...entry, offers, changedAt: at } } };
}

/** The photographs of a label with another one of an offer, or with none. */
export function photosWith({ photos }: Pick<Label, 'photos'>, offerId: string, photo?: Photo) {
  const { [offerId]: _, ...others } = photos ?? {};
  return { ...others, ...(photo && { [offerId]: photo }) };
}

/** Digests of the pictures of a photograph. */
export function filesOf(photo: Photo | undefined): readonly string[] {
  return (photo?.files ?? []).map(({ digest }) => digest);
}

/** What tells a part of an offer apart from any other that was shown; null where nothing is. */
export function digestOfPart({ photos }: Pick<Label, 'photos'>, offer: Offer, part: ShownPart) {
  if (part === 'photo') return filesOf(photos?.[offer.id]).at(-1) ?? null;
  return digestOfText(offer[part]);
}

/** The same of a text. */
export function digestOfText(text: Offer[OfferField]): string | null {
  return text === undefined || text === '' ? null : digestOf(text);
}
