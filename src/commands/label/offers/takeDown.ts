import { describedBy, type Offer } from '../../../criteria/offer.ts';
import { type ShownPart, shownParts, type TakeDownCode } from '../../../criteria/takenDown.ts';
import { invalid, LabelError } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import { requireDuty } from '../../common/actor.ts';
import { dryRun } from '../../common/dryRun.ts';
import { minReasonLength, requireReason } from '../../common/requireReason.ts';
import { type ItemInput, requireRevision, requireVisible } from '../../common/requireVisible.ts';
import type { Label } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { labelActor } from '../changeLabel.ts';
import { photoOf } from '../labelEntry.ts';
import { officersLabel } from '../views/officersLabel.ts';
import { digestOfPart, filesOf, photosWith, shownOffer } from './shownOffer.ts';

interface TakeDown extends ItemInput<'number'> {
  readonly offerId: string;
  readonly part: ShownPart;
  readonly code: TakeDownCode;
  readonly reason: string;
}

/**
 * An officer takes down what a holder shows of an offer, with a reason that the holder reads: its photograph, or what nobody assessed
 * of its description. Gone at once from every label of the holder that shows the same, and not to be shown again as it was.
 */
export async function takeDown(deps: Deps, asker: Asker, input: TakeDown): Promise<void> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const { store } = deps;
  const { part, code } = input;
  const label = requireRevision(requireVisible(await store.label(input.number)), input.revision);
  const { applicationId, organisationId } = label.context;
  requireDuty(await labelActor(deps, asker, label), applicationId, 'label.takeDownOffer');
  const offer = requireVisible(label.offers.find(({ id }) => id === input.offerId));
  const digest = digestOfPart(label, offer, part);
  if (digest === null) throw invalid('part', 'notAnOption');
  const reason = requireReason(input.reason);
  const at = deps.clock.now().toISOString();
  const taken = { offerId: offer.id, part, code, reason, at, digest };
  // A label that was renewed shows the same offers as the one that took its place.
  const others = (await store.labelsOf(organisationId)).filter(({ id }) => id !== label.id);
  const changes = [label, ...others].map(async (one) => {
    const own = one.offers.find(({ id }) => id === offer.id);
    const entry = await store.entry(one.id);
    if (!own || !entry || digestOfPart(one, own, part) !== digest) return [];
    const eventMeta = { at, actor: await labelActor(deps, asker, one) };
    const to = { ...without(one, own, part), takenDown: [...(one.takenDown ?? []), taken] };
    const files = part === 'photo' ? filesOf(one.photos?.[own.id]) : [];
    // The holder reads of it once: of the label that the officer looked at.
    const fact = one === label ? 'label.offerTakenDown' : 'label.offerChanged';
    const change = { offerId: own.id, to, fact, changed: [part], files } as const;
    return shownOffer(deps, { label: one, entry }, eventMeta, change);
  });
  const made = (await Promise.all(changes)).flat();
  await store.commit(
    made.map(({ change }) => change),
    made.map((one) => one.part),
  );
}

/** What a label has once a part of one of its offers is gone. */
function without(label: Label, offer: Offer, part: ShownPart): Partial<Pick<Label, 'offers' | 'photos'>> {
  if (part === 'photo') return { photos: photosWith(label, offer.id) };
  const after = { id: offer.id, ...describedBy({ ...offer, [part]: '' }) };
  return { offers: label.offers.map((one) => (one.id === offer.id ? after : one)) };
}

export type ShownToOfficer = Awaited<ReturnType<typeof viewShownOffer>>;

/** What a holder shows of an offer, for an officer who may work on the file of its label, and why this one may take none of it down. */
export async function viewShownOffer(deps: Deps, asker: Asker, applicationId: string, offerId: string) {
  const { label } = await officersLabel(deps, asker, applicationId);
  const offer = requireVisible(label.offers.find(({ id }) => id === offerId));
  const parts = shownParts.filter((part) => digestOfPart(label, offer, part) !== null);
  const given = { code: 'unlawful', reason: '.'.repeat(minReasonLength) } as const;
  const input = { number: label.id, revision: label.revision, offerId, ...given };
  const [first] = parts;
  return {
    applicationId,
    label,
    offer,
    ...photoOf(label, offer),
    parts,
    takenDown: (label.takenDown ?? []).filter((one) => one.offerId === offerId),
    blockers: first ? await dryRun(deps, (dry) => takeDown(dry, asker, { ...input, part: first })) : [],
  };
}
