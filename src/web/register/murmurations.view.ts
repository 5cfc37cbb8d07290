import { branchOf } from '../../criteria/category.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { profile } from '../../profile/profile.ts';
import { addDays } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { countryOf } from '../../register/region.ts';
import { contactAddress } from '../../register/siteIn.ts';
import type { Validity } from '../../register/validity.ts';
import type { MurmurationsOffer, MurmurationsOrganisation } from '../schemas/murmurations.ts';
import { photoLink } from '../views/photo.view.ts';

/** Addresses of the profiles of a label: its holder's, then one of each offer. */
export function profileAddresses({ number, offers }: Entry, publicUrl: string): string[] {
  const holder = `${publicUrl}/api/v1/murmurations/labels/${number}`;
  return [holder, ...offers.map(({ id }) => `${holder}/offers/${encodeURIComponent(id)}`)];
}

/** The holder of a label that holds, in the language of its certificate. */
export function organisationProfile(
  entry: Entry,
  words: Translator,
  publicUrl: string,
): MurmurationsOrganisation {
  const { number, organisation, offers } = entry;
  const { name, sector, commune, postcode } = organisation;
  const label = `${publicUrl}/labels/${number}`;
  const country = countryOf(postcode ?? '');
  return {
    linked_schemas: ['organizations_schema-v1.0.0'],
    name: name.slice(0, 200),
    primary_url: organisation.website ?? label,
    urls: [{ name: profile.name, url: label }],
    tags: tags(entry, [
      sector && words.t(`sectors.${sector}`),
      words.t(`legalForms.${organisation.legalForm}`),
      ...offers.flatMap((offer) => categoryWords(offer, words)),
    ]),
    description: `${profile.name} ${number}: ${offers.map((offer) => offer.name).join(', ')}`,
    status: 'active',
    full_address: [postcode, commune].filter(Boolean).join(' '),
    ...(country && { country_iso_3166: country }),
    image: `${publicUrl}/badges/${number}.png`,
    geographic_scope: 'regional',
    relationships: [{ predicate_url: 'https://schema.org/hasCertification', object_url: label }],
    unique_id: organisation.id,
  };
}

/** One offer of a label that holds, until the label's last day. */
export function offerProfile(
  entry: Entry,
  offer: Entry['offers'][number],
  { until }: Validity,
  words: Translator,
  publicUrl: string,
): MurmurationsOffer {
  const details = `${publicUrl}/${words.language}/labels/${entry.number}/offers/${encodeURIComponent(offer.id)}`;
  const contact = contactAddress(offer.contact ?? '') ?? details;
  const isMail = contact.startsWith('mailto:');
  return {
    linked_schemas: ['offers_wants_schema-v0.1.0'],
    exchange_type: 'offer',
    item_type: offer.type === 'service' ? 'service' : 'good',
    transaction_type: ['buy-sell'],
    tags: tags(entry, [words.t(`offerTypes.${offer.type}`), ...categoryWords(offer, words)]),
    title: offer.name,
    description: offer.sheet || `${offer.name}, ${entry.organisation.name}`,
    ...(offer.photo && { image: photoLink(entry.number, offer.photo, publicUrl).address }),
    details_url: details,
    geographic_scope: 'regional',
    contact_details: isMail ? { email: contact.slice('mailto:'.length) } : { contact_form: contact },
    ...(until !== null && { expires_at: Date.parse(addDays(until, 1)) / 1000 }),
  };
}

/** The schemas know no specimens: a word that people search by says so. */
function tags({ specimen, organisation }: Entry, words: readonly (string | null)[]): string[] {
  const all = [profile.name, ...(specimen ? ['specimen'] : []), organisation.commune, ...words];
  return [...new Set(all.flatMap((word) => (word ? [word.slice(0, 100)] : [])))].slice(0, 100);
}

function categoryWords({ category }: Entry['offers'][number], words: Translator): string[] {
  if (category === undefined) return [];
  const branch = branchOf(category);
  return [...(branch ? [branch] : []), category].map((name) => words.t(`categories.${name}`));
}
