import type { publicOrganisation } from '../../commands/register/publicOrganisation.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Day } from '../../register/day.ts';
import { unitKind } from '../../register/identifier.ts';
import { validityToday } from '../../register/validity.ts';
import { offerView } from '../views/offer.view.ts';
import { statusView } from '../views/status.view.ts';
import { websiteView } from '../views/website.view.ts';
import { asLookedUp } from './lookUpAll.ts';
import { severalView } from './several.view.ts';

export type PublicOrganisationView = ReturnType<typeof organisationPageView>;

/** A holder for everybody: its story, all offers of its labels that hold today, what it commits to, what it looks for, every label. */
export function organisationPageView(
  { labels, story, needs }: Awaited<ReturnType<typeof publicOrganisation>>,
  today: Day,
  words: Translator,
) {
  const holding = labels.filter((entry) => validityToday(entry, today).valid);
  const [newest] = labels;
  const { organisation, specimen } = holding[0] ?? newest;
  const { name, commune, postcode = '', sector, website, identifier, legalForm } = organisation;
  const { t, tOf } = words;
  return {
    name,
    specimen,
    where: `${postcode} ${commune}`.trim(),
    story,
    facts: [
      { term: t('pages.label.fact.legalForm'), text: t(`legalForms.${legalForm}`) },
      { term: t('register.filters.theme.title'), text: sector && t(`sectors.${sector}`) },
      ...(identifier === undefined
        ? []
        : [{ term: tOf(`pages.label.fact.${unitKind(identifier)}`), text: identifier }]),
      ...(website === undefined
        ? []
        : [{ term: t('pages.label.fact.website'), ...websiteView(website), outside: true as const }]),
    ],
    offers: holding.flatMap((entry) =>
      entry.offers.map((offer) => ({
        ...offerView(offer, entry, words),
        href: `/${words.language}/labels/${entry.number}/offers/${encodeURIComponent(offer.id)}`,
      })),
    ),
    /** What each label that holds binds it to. */
    commitments: holding.map((entry) => ({
      status: statusView(validityToday(entry, today), words),
      criteria: t('register.holder.criteria', { version: entry.criteria.version }),
      href: `/${words.language}/criteria/${entry.criteria.version}`,
    })),
    needs: needs.map(({ title, place, kind }) => ({ title, place, kind: t(`exchange.kinds.${kind}.name`) })),
    list: severalView(asLookedUp(labels, today, today), words),
  };
}
