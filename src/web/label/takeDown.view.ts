import type { ShownToOfficer } from '../../commands/label/offers/takeDown.ts';
import { takeDownCodes } from '../../criteria/takenDown.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { offerPictogram } from '../views/offer.view.ts';
import { photoView } from '../views/photo.view.ts';
import { partName, takenDownOf, takenDownView } from './takenDown.view.ts';

export type TakeDownView = ReturnType<typeof takeDownView>;

/** What a holder shows of an offer by themselves, with what an officer may take down of it. */
export function takeDownView(
  { applicationId, label, offer, photo, parts, blockers }: ShownToOfficer,
  words: Translator,
) {
  const desk = `/${words.language}/files/${applicationId}/label`;
  const id = encodeURIComponent(offer.id);
  return {
    ...{ number: label.id, name: offer.name, revision: label.revision, desk, blockers },
    href: `${desk}/offers/${id}`,
    page: `/${words.language}/labels/${label.id}/offers/${id}`,
    pictogram: offerPictogram(offer),
    photo: photo ? photoView(label.id, photo) : null,
    texts: parts.flatMap((part) =>
      part === 'photo' ? [] : { term: partName(part, words), text: offer[part] ?? '' },
    ),
    parts: parts.map((value) => ({ value, text: partName(value, words) })),
    codes: takeDownCodes.map((value) => ({ value, text: words.t(`takeDown.codes.${value}`) })),
    takenDown: takenDownOf(label, offer).map((one) => takenDownView(one, words)),
    names: {
      part: words.t('takeDown.part'),
      code: words.t('takeDown.code'),
      reason: words.t('takeDown.reason'),
    },
  };
}
