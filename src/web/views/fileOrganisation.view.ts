import type { Definition } from '../../../templates/components/definitions.ts';
import type { Snapshot } from '../../commands/items/items.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { offerLine, offerSays } from '../../i18n/offerWords.ts';
import type { NamesIn } from '../../messages.ts';
import type { SaidByOrganisation } from '../../register/organisation.ts';
import { offerPictogram } from './offer.view.ts';
import { websiteView } from './website.view.ts';

export type StaffOrganisation = ReturnType<typeof staffOrganisation>;

/** Who asks for the label and for what, as frozen in the file. */
export function staffOrganisation(
  { organisation, offers, advisers = [] }: Pick<Snapshot['content'], 'organisation' | 'offers' | 'advisers'>,
  words: Translator,
) {
  return {
    name: organisation.name,
    facts: [
      ...organisationFacts(organisation, words),
      ...(advisers.length > 0 ? [{ term: words.t('advisers.fact'), text: advisers.join(', ') }] : []),
    ],
    offers: offers.map((offer) => ({
      name: offer.name,
      line: offerLine(offer, words),
      pictogram: offerPictogram(offer),
      texts: offerSays(offer, 'text', words),
    })),
  };
}

/** What an organisation says of itself; what it did not say is left out, but for `noIdentifier`, which stands for one. */
export function organisationFacts(
  organisation: SaidByOrganisation,
  words: Translator,
  noIdentifier = '',
): Definition[] {
  const { legalForm, identifier, street, postcode, commune, region, founded, sector, website } = organisation;
  const fact = (name: NamesIn<'organisation.facts'>, text = '') => ({
    term: words.t(`organisation.facts.${name}`),
    text,
  });
  return [
    fact('legalForm', words.t(`legalForms.${legalForm}`)),
    fact('identifier', identifier || noIdentifier),
    fact('address', `${street}, ${postcode} ${commune}`),
    ...(website ? [{ ...fact('website'), ...websiteView(website), outside: true as const }] : []),
    fact('region', region ? words.tOf(`regions.${region}`) : ''),
    fact('founded', founded ? words.date(founded) : ''),
    fact('sector', sector ? words.t(`sectors.${sector}`) : ''),
  ].filter(({ text }) => text !== '');
}
