import type { Scheme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Entry } from '../../register/entry.ts';
import { offerPictogram } from '../views/offer.view.ts';
import { holderHref } from '../views/organisation.view.ts';
import { photoView } from '../views/photo.view.ts';

export type HomeView = ReturnType<typeof homeView>;

/** The front page: how many questions the open criteria have, and who got the label last. */
export function homeView(
  { entries, scheme }: { readonly entries: readonly Entry[]; readonly scheme: Scheme },
  words: Translator,
) {
  return {
    questions: scheme.criteria.length,
    latest: entries.map((entry) => ({
      photo: firstPhoto(entry),
      href: `/${words.language}/labels/${entry.number}`,
      pictogram: offerPictogram(entry.offers[0] ?? { type: 'service' }),
      offers: entry.offers.map(({ name }) => name).join(', '),
      organisation: entry.organisation.name,
      holder: holderHref(words, entry.organisation.id),
      commune: entry.organisation.commune,
      since: entry.since,
    })),
  };
}

/** The photograph of the first offer of a label that has one. */
function firstPhoto({ number, offers }: Entry) {
  const photo = offers.find((offer) => offer.photo)?.photo;
  return photo ? photoView(number, photo) : null;
}
