import type { ReadWord } from '../../commands/register/readWords.ts';
import type { RegisterQuery } from '../../commands/register/searchRegister.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Day } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { type FilterName, filters } from '../../register/filters.ts';
import type { Place } from '../../register/places/places.ts';
import { allWords } from '../../register/searchWords.ts';
import { contactAddress } from '../../register/siteIn.ts';
import { type Validity, validityToday } from '../../register/validity.ts';
import { ownBadge } from '../views/badge.view.ts';
import { offerPictogram } from '../views/offer.view.ts';
import { holderHref } from '../views/organisation.view.ts';
import { photoView } from '../views/photo.view.ts';
import { statusView } from '../views/status.view.ts';
import { distanceTo } from './distance.view.ts';

type Offer = Entry['offers'][number];
export type FoundOffer = ReturnType<typeof foundOffers>[number];

/** What the offers were found by. */
interface FoundBy {
  readonly query: RegisterQuery;
  readonly asked: readonly ReadWord[];
  /** The place around which was looked. */
  readonly centre: Place | null;
}

/** Offers of one label in a row; its page has all of them. */
const maxOffers = 4;
/** What an offer has by itself, whatever else its label covers. */
const aboutOffers: readonly FilterName[] = ['category', 'type'];

/** The offers of a label that was found, one a row, as far as they answer. */
export function foundOffers(entry: Entry, { query, asked, centre }: FoundBy, today: Day, words: Translator) {
  const { number, organisation } = entry;
  const status = validityToday(entry, today);
  const shown = statusView(status, words);
  const label = `/${words.language}/labels/${number}`;
  const rows = offersFound(entry, { query, asked }).slice(0, maxOffers);
  const more = entry.offers.length - rows.length;
  return rows.map((offer, at) => ({
    href: `${label}/offers/${encodeURIComponent(offer.id)}`,
    name: offer.name,
    pictogram: offerPictogram(offer),
    photo: offer.photo ? photoView(number, offer.photo) : null,
    organisation: organisation.name,
    label,
    number,
    holder: holderHref(words, organisation.id),
    where: [organisation.postcode ?? '', organisation.commune].join(' ').trim(),
    /** How far that is, where a distance is asked for. */
    distance: centre === null ? '' : distanceTo(organisation, centre, words),
    price: offer.price ?? '',
    delivery: offer.delivery ?? '',
    facts: factsOf(entry, offer, words),
    contact: offer.contact === undefined ? null : contactAddress(offer.contact),
    status: shown,
    /** What follows the word of the status. */
    until: untilOf(status, words) ?? shown.sentence,
    valid: status.valid,
    badge: ownBadge(number, status, 'mark', words.language),
    specimen: entry.specimen,
    /** The offers of the label that are not shown, behind its last one here. */
    more: more > 0 && at === rows.length - 1 ? words.t('register.moreOffers', { count: more }) : '',
  }));
}

/** The offers of a label that answer: those that say most of the words in their names, else in their sheets; all that filters leave where the organisation says them. */
export function offersFound(
  entry: Entry,
  { query, asked }: Pick<FoundBy, 'query' | 'asked'>,
): readonly Offer[] {
  const answering = answeringOffers(entry, query);
  const { organisation } = entry;
  const byOrganisation = said(`${organisation.name} ${organisation.postcode ?? ''} ${organisation.commune}`);
  const sought = asked.filter((word) => !isSaid(word, byOrganisation));
  for (const text of [({ name }: Offer) => name, ({ sheet }: Offer) => sheet]) {
    const hits = answering.map((offer) => sought.filter((word) => isSaid(word, said(text(offer)))).length);
    const most = Math.max(...hits);
    if (most > 0) return answering.filter((_, i) => hits[i] === most);
  }
  return answering;
}

function said(text: string): ReadonlySet<string> {
  return new Set(allWords(text).map(({ term }) => term));
}

function isSaid({ wanted }: ReadWord, terms: ReadonlySet<string>): boolean {
  return wanted.some(({ term }) => terms.has(term));
}

/** The offers of a label that filters leave, as far as they are about offers; all of them where its other fields answered. */
export function answeringOffers(entry: Entry, query: RegisterQuery): readonly Offer[] {
  const answering = entry.offers.filter((offer) => answers(entry, offer, query));
  return answering.length > 0 ? answering : entry.offers;
}

/** Whether an offer by itself is among those that the filters leave, as far as they are about offers. */
function answers(entry: Entry, offer: Offer, query: RegisterQuery): boolean {
  const alone = { ...entry, offers: [offer] };
  return filters.every(({ name, of }) => {
    const wanted = aboutOffers.includes(name) ? query[name] : undefined;
    return wanted === undefined || of?.(alone).includes(wanted);
  });
}

function factsOf({ acceptsLeman }: Entry, { type, category, madeHere }: Offer, { t, number }: Translator) {
  return [
    category ? t(`categories.${category}`) : t(`offerTypes.${type}`),
    madeHere === null ? '' : t('pages.label.madeHere', { percent: number(madeHere, 0) }),
    acceptsLeman ? t('pages.label.leman') : '',
  ].filter((text) => text !== '');
}

/** Until when a label holds; null where no day is known, or where it does not hold. */
function untilOf({ valid, until, word }: Validity, words: Translator): string | null {
  if (!valid || until === null) return null;
  return words.t(word === 'extended' ? 'status.atTheLatest' : 'register.until', { until: words.date(until) });
}
