import type { Translator } from '../../i18n/i18n.ts';
import { offerSays } from '../../i18n/offerWords.ts';
import type { Day } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { contactAddress } from '../../register/siteIn.ts';
import type { Validity } from '../../register/validity.ts';
import { badgeAlt, beingIssued, ownBadge } from '../views/badge.view.ts';
import { holderHref } from '../views/organisation.view.ts';
import { photoLink, photoView } from '../views/photo.view.ts';
import { statusView } from '../views/status.view.ts';
import type { KnownLabel } from './issuedPath.ts';

/** What the page of an offer is made from. */
export interface OfferData extends KnownLabel {
  readonly offer: Entry['offers'][number];
  readonly status: Validity;
  readonly today: Day;
  readonly publicUrl: string;
}

export type OfferPageView = ReturnType<typeof offerPage>;

/** One offer on its own: whether its label holds, who makes it, its plain sheet, as its label stands today. */
export function offerPage({ entry, offer, status, today, asOf, publicUrl }: OfferData, words: Translator) {
  const { number, organisation } = entry;
  const shown = statusView(status, words);
  const label = `/${words.language}/labels/${number}`;
  const badge = beingIssued(status) ? null : ownBadge(number, status, 'large', words.language);
  return {
    status: { ...shown, note: words.t('pages.label.today', { today: words.date(today) }) },
    asOf,
    name: offer.name,
    photo: offer.photo ? photoView(number, offer.photo) : null,
    organisation: organisation.name,
    holder: holderHref(words, organisation.id),
    commune: organisation.commune,
    contact: offer.contact === undefined ? null : contactAddress(offer.contact),
    texts: offerSays(offer, 'text', words),
    facts: factsOf(entry, offer, words),
    others: entry.offers
      .filter(({ id }) => id !== offer.id)
      .map(({ id, name }) => ({ name, href: `${label}/offers/${encodeURIComponent(id)}` })),
    number,
    /** The address that is printed. */
    address: `${publicUrl}/labels/${number}`,
    /** Where something wrong with it is reported. */
    report: `/${words.language}/report?${new URLSearchParams({ number, link: `${publicUrl}${label}/offers/${encodeURIComponent(offer.id)}` })}`,
    /** What indexes of Murmurations read; null where the label does not hold. */
    profile: status.valid
      ? `/api/v1/murmurations/labels/${number}/offers/${encodeURIComponent(offer.id)}`
      : null,
    /** Null while it is being issued. */
    badge: badge && { src: badge, alt: badgeAlt({ entry, status }, words) },
    shared: sharedPicture({ entry, offer, status, publicUrl }, words),
    specimen: entry.specimen,
  };
}

/** What stands for it where a link to it is shared: its photograph, else the badge; null while that is being issued. */
function sharedPicture(
  { entry, offer: { photo }, status, publicUrl }: Pick<OfferData, 'entry' | 'offer' | 'status' | 'publicUrl'>,
  words: Translator,
) {
  const { number } = entry;
  if (photo) {
    return {
      image: photoLink(number, photo, publicUrl).address,
      alt: photo.alt,
      card: 'summary_large_image',
    };
  }
  if (beingIssued(status)) return null;
  const image = `${publicUrl}/badges/${number}.png${status.word === 'superseded' ? '?successor=no' : ''}`;
  return { image, alt: badgeAlt({ entry, status }, words), card: 'summary' };
}

function factsOf(
  { acceptsLeman, organisation, number }: Entry,
  offer: OfferData['offer'],
  words: Translator,
) {
  const { t } = words;
  const { sector } = organisation;
  const madeHere = offer.madeHere === null ? null : words.number(offer.madeHere, 0);
  return [
    ...offerSays(offer, 'fact', words).map(({ field, term, text }) => ({
      term,
      text,
      href: field === 'contact' ? contactAddress(text) : null,
      outside: field === 'contact',
    })),
    {
      term: t('register.offer.facts.madeHere'),
      text: madeHere && t('pages.label.madeHere', { percent: madeHere }),
    },
    { term: t('register.offer.facts.pays'), text: acceptsLeman ? t('register.leman') : null },
    { term: t('register.filters.theme.title'), text: sector && t(`sectors.${sector}`) },
    { term: t('register.offer.facts.label'), text: number, href: `/${words.language}/labels/${number}` },
  ];
}
