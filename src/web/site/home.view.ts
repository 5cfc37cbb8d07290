import type { Scheme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Entry } from '../../register/entry.ts';
import { offerPictogram } from '../views/offer.view.ts';

export type HomeView = ReturnType<typeof homeView>;

const steps = [
  ['selfAssessment', 'assess'],
  ['reviewers', 'review'],
  ['table', 'decide'],
  ['shield', 'show'],
] as const;

/** The front page: how the label is got, with as many questions as the open criteria have, and who got it last. */
export function homeView(
  { entries, scheme }: { readonly entries: readonly Entry[]; readonly scheme: Scheme },
  words: Translator,
) {
  const count = scheme.criteria.length;
  return {
    steps: steps.map(([pictogram, step]) => ({
      pictogram,
      title: words.t(`pages.home.steps.${step}.title`),
      text: words.t(`pages.home.steps.${step}.text`, { count }),
    })),
    latest: entries.map((entry) => ({
      href: `/${words.language}/labels/${entry.number}`,
      pictogram: offerPictogram(entry.offers[0]?.type ?? 'service'),
      offers: entry.offers.map(({ name }) => name).join(', '),
      organisation: entry.organisation.name,
      line: words.t('pages.home.latestLine', {
        commune: entry.organisation.commune,
        since: words.date(entry.since),
      }),
    })),
  };
}
