import { describedBy, freeFields, type OfferField } from '../../../criteria/offer.ts';
import type { ShownPart } from '../../../criteria/takenDown.ts';
import { fault, invalid, LabelError, requireNoFaults } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { dayOf } from '../../../register/day.ts';
import type { Photo } from '../../../register/entry.ts';
import { statusToday } from '../../../register/publicStatus.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Label } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { labelActor } from '../changeLabel.ts';
import { photoOf } from '../labelEntry.ts';
import { type HolderInput, ownLabel } from '../sanctions/ownLabel.ts';
import { digestOfText, filesOf, photosWith, type ShownChange, shownOffer } from './shownOffer.ts';

/** Which offer of which label. */
export interface OfferInput extends HolderInput {
  readonly offerId: string;
}

export type LabelledOffer = Awaited<ReturnType<typeof viewLabelledOffer>>;

/** One offer of a label as it is shown, for the people of its holder; for anyone else it is not found. */
export async function viewLabelledOffer(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  input: OfferInput,
) {
  const { label, entry } = await ownLabel(deps, asker, input);
  const offer = requireVisible(label.offers.find(({ id }) => id === input.offerId));
  const { valid } = statusToday(entry, dayOf(deps.clock.now().toISOString()));
  return {
    label,
    entry,
    offer,
    ...photoOf(label, offer),
    valid,
    mayEdit: mayEdit(asker, input.organisationId),
  };
}

type FreeInput = OfferInput & { readonly revision: number } & Readonly<Partial<Record<OfferField, string>>>;

/** The holder changes what no criterion looks at, and it is public at once; any other field stays as it was assessed. */
export async function changeLabelledOffer(deps: Deps, asker: Asker, input: FreeInput): Promise<void> {
  const seen = await changeable(deps, asker, input);
  const { offer } = seen;
  const label = requireRevision(seen.label, input.revision);
  const free = Object.fromEntries(freeFields.map((field) => [field, input[field] ?? offer[field]]));
  const after = { id: offer.id, ...describedBy({ ...offer, ...free }) };
  const changed = freeFields.filter((field) => after[field] !== offer[field]);
  if (changed.length === 0) return;
  const again = changed.filter((field) => wasTakenDown(label, field, digestOfText(after[field])));
  requireNoFaults(again.map((field) => fault(field, 'takenDown')));
  const offers = label.offers.map((one) => (one.id === offer.id ? after : one));
  await commitOffer(deps, asker, seen, { to: { offers }, changed });
}

type PhotoInput = OfferInput & { readonly alt: string; readonly name: string; readonly bytes: Buffer };

/** The holder shows a photograph of an offer, in the place of one that is there; `invalid` with what is wrong with it. */
export async function addPhoto(deps: Deps, asker: Asker, input: PhotoInput): Promise<void> {
  const seen = await changeable(deps, asker, input);
  const { pictures, ...size } = await deps.intake.receivePhoto(input.bytes, input.name);
  const saved = pictures.map(async ({ bytes, ...picture }) => {
    return { ...picture, digest: await deps.files.save(bytes, `image/${picture.format}`) };
  });
  const photo = { alt: input.alt, ...size, files: await Promise.all(saved) };
  if (wasTakenDown(seen.label, 'photo', filesOf(photo).at(-1) ?? null)) throw invalid('file', 'takenDown');
  await retryOnConflict(async () => {
    // Read again: the label may have gone on while the picture was drawn.
    await commitPhoto(deps, asker, await changeable(deps, asker, input), photo);
  });
}

/** The holder takes the photograph of an offer away, whether the label still holds or not. */
export async function removePhoto(deps: Deps, asker: Asker, input: OfferInput): Promise<void> {
  await retryOnConflict(async () => commitPhoto(deps, asker, await editable(deps, asker, input), undefined));
}

async function commitPhoto(deps: Deps, asker: Asker, seen: LabelledOffer, photo: Photo | undefined) {
  if (photo === seen.photo) return;
  const photos = photosWith(seen.label, seen.offer.id, photo);
  const files = filesOf(seen.photo).filter((digest) => !filesOf(photo).includes(digest));
  await commitOffer(deps, asker, seen, { to: { photos }, changed: ['photo'], files });
}

/** Whether an officer took exactly that down before. */
function wasTakenDown({ takenDown = [] }: Label, part: ShownPart, digest: string | null): boolean {
  return takenDown.some((one) => one.part === part && one.digest === digest);
}

/** An offer for someone who may write for the holder. */
async function editable(deps: Deps, asker: Asker, input: OfferInput): Promise<LabelledOffer> {
  const seen = await viewLabelledOffer(deps, asker, input);
  if (!seen.mayEdit) throw new LabelError('forbidden');
  return seen;
}

/** The same under a label that is valid today. */
async function changeable(deps: Deps, asker: Asker, input: OfferInput): Promise<LabelledOffer> {
  const seen = await editable(deps, asker, input);
  if (!seen.valid) throw new LabelError('labelNotValid');
  return seen;
}

/** The label, its line in the journal and its row of the register, in one commit. */
async function commitOffer(
  deps: Deps,
  asker: Asker,
  seen: LabelledOffer,
  change: Pick<ShownChange, 'to' | 'changed'> & Partial<Pick<ShownChange, 'files'>>,
): Promise<void> {
  const eventMeta = { at: deps.clock.now().toISOString(), actor: await labelActor(deps, asker, seen.label) };
  const offerId = seen.offer.id;
  const made = shownOffer(deps, seen, eventMeta, {
    ...{ offerId, fact: 'label.offerChanged', files: [] },
    ...change,
  });
  await deps.store.commit([made.change], [made.part]);
}
