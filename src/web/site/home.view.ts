import type { Scheme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Entry } from '../../register/entry.ts';
import { offerPictogram } from '../views/offer.view.ts';

/** What the front page is made from; `entries` are valid labels, newest first. */
export interface HomeData {
  readonly entries: readonly Entry[];
  readonly scheme: Scheme;
}

/** The front page: how the label is got, and who got it last. */
export interface HomeView {
  readonly steps: readonly { readonly pictogram: string; readonly title: string; readonly text: string }[];
  readonly latest: readonly {
    readonly href: string;
    readonly pictogram: string;
    readonly offers: string;
    readonly organisation: string;
    readonly line: string;
  }[];
}

const steps = [
  ['selfAssessment', 'assess'],
  ['reviewers', 'review'],
  ['table', 'decide'],
  ['shield', 'show'],
] as const;

/** The view of the front page; the number of questions is counted in the open criteria. */
export function homeView({ entries, scheme }: HomeData, words: Translator): HomeView {
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
