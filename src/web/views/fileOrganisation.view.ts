import type { Snapshot } from '../../commands/items/items.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { offerLine, offerSays } from '../../i18n/offerWords.ts';
import type { PlainNamesIn } from '../../messages.ts';
import { offerPictogram } from './offer.view.ts';
import { websiteView } from './website.view.ts';

type Content = Pick<Snapshot['content'], 'organisation' | 'offers'>;

export type StaffOrganisation = ReturnType<typeof staffOrganisation>;

/** Who asks for the label and for what, as frozen in the file; facts that were not given are left out. */
export function staffOrganisation({ organisation, offers }: Content, words: Translator) {
  const { legalForm, identifier, street, postcode, commune, region, founded, sector, website } = organisation;
  const term = (name: PlainNamesIn<'staff.organisation'>, text: string) => ({
    term: words.t(`staff.organisation.${name}`),
    text,
  });
  return {
    name: organisation.name,
    facts: [
      term('legalForm', words.t(`legalForms.${legalForm}`)),
      term('identifier', identifier),
      term('address', `${street}, ${postcode} ${commune}`),
      // Files that were sent before the region was asked for have none.
      term('region', region ? words.t(`regions.${region}`) : ''),
      // Nor what they work in, before that was asked.
      term('sector', sector ? words.t(`sectors.${sector}`) : ''),
      // Nor a site.
      ...(website ? [{ ...term('website', ''), ...websiteView(website), outside: true as const }] : []),
      term('founded', founded === null ? '' : words.date(founded)),
    ].filter(({ text }) => text !== ''),
    offers: offers.map((offer) => ({
      name: offer.name,
      line: offerLine(offer, words),
      pictogram: offerPictogram(offer.type),
      texts: offerSays(offer, 'text', words),
    })),
  };
}
