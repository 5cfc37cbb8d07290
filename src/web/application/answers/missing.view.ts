import type { SubmissionBlockers } from '../../../commands/application/selfAssessment/submissionBlockers.ts';
import type { Readiness } from '../../../commands/application/selfAssessment/submitGate.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import type { CriterionPlace } from '../../../commands/items/assessmentItems.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import type { PlainNamesIn } from '../../../messages.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { type AssessedFile, levelIn, scopePart } from './scope.view.ts';

/** Something to do before sending, with the place where it is done. */
export interface MissingView {
  readonly title: string;
  readonly items: readonly { readonly text: string; readonly href: string }[];
}

/** Every reason that would hold an application back, grouped by what there is to do; each leads to its place. */
export function missingOf(file: AssessedFile, readiness: Readiness, words: Translator): MissingView[] {
  const { published } = file;
  const text = published.texts[words.language];
  const part = (key: PlainNamesIn<'applicant.submit.missing'>, items: MissingView['items']) => ({
    title: words.t(`applicant.submit.missing.${key}`),
    items,
  });
  const criteria = (places: readonly CriterionPlace[], asAnchor = '') =>
    places.map((place) => ({
      text: `${place.criterion} ${text.criteria[place.criterion]?.title ?? ''}${ofOffer(file, place.offerId, words)}`,
      href: `${placeOf(file, place, words)}${asAnchor}`,
    }));
  const silent = figuresMissing(file, readiness.unanswered);
  const figures = [...new Set(silent.flatMap(({ facts }) => facts))].sort();
  const answers = readiness.unanswered.filter((place) => !silent.some((one) => one.place === place));
  const unmet = readiness.mandatoryUnmet.filter(
    ({ offerId, criterion }) =>
      ![...readiness.unanswered, ...readiness.naContradicted].some(
        (u) => u.offerId === offerId && u.criterion === criterion,
      ),
  );
  const offers = applicationHref(words, file.application.id, 'offers');
  return [
    part(
      'figures',
      figures.map((key) => {
        const [offerId = '', fact = ''] = key.split(' ');
        return {
          text: `${text.facts[fact]?.label ?? fact}${ofOffer(file, offerId, words)}`,
          href: `${applicationHref(words, file.application.id, offerId === '' ? 'figures' : `offers/${offerId}`)}#${fact}`,
        };
      }),
    ),
    part('rivals', criteria(readiness.rivals)),
    part('answers', criteria(answers)),
    part('naContradicted', criteria(readiness.naContradicted)),
    part('naUnexplained', criteria(readiness.naUnexplained, '.comment')),
    part('mandatory', criteria(unmet)),
    part('evidence', criteria(readiness.evidenceMissing, '.evidence')),
    part('offer', readiness.noOffer ? [{ text: words.t('applicant.tasks.firstOffer'), href: offers }] : []),
    part(
      'points',
      readiness.floorsMissed
        .filter(({ offerId }) => isComplete(readiness, offerId))
        .map(({ offerId, theme }) => ({
          text:
            theme === null
              ? `${words.t('applicant.submit.overall')}${ofOffer(file, offerId, words)}`
              : (text.themes[theme]?.title ?? theme),
          href: applicationHref(
            words,
            file.application.id,
            offerId !== '' ? `offers/${offerId}` : theme === null ? 'tasks' : `themes/${theme}`,
          ),
        })),
    ),
  ];
}

/** What blocks a draft outside of it: its version, or another application. */
export function aroundOf(
  { application }: Pick<ApplicantFile, 'application'>,
  { versionOpen, other }: SubmissionBlockers,
  words: Translator,
): MissingView[] {
  if (application.state !== 'draft') return [];
  const version = application.criteriaVersion;
  return [
    {
      title: words.t('deposit.gate.version'),
      items: versionOpen
        ? []
        : [{ text: words.t('deposit.gate.versionText', { version }), href: `/${words.language}/my` }],
    },
    {
      title: words.t('deposit.gate.other'),
      items:
        other === null
          ? []
          : [
              {
                text: words.t('deposit.gate.otherText', { number: other }),
                href: applicationHref(words, other),
              },
            ],
    },
  ];
}

function isComplete({ verdict }: Readiness, offerId: string): boolean {
  const offer = verdict.offers.find((one) => one.offerId === offerId);
  return (offer?.verdict ?? verdict.organisation).complete;
}

/** Computed criteria that wait for figures, with these: "<offer> <fact>". */
function figuresMissing({ published, assessment }: AssessedFile, places: readonly CriterionPlace[]) {
  return places.flatMap((place) => {
    const criterion = published.scheme.criteria.find(({ id }) => id === place.criterion);
    if (!criterion?.number) return [];
    const missing = levelIn(criterion, scopePart(assessment, place.offerId)).computed?.missing ?? [];
    return missing.length === 0 ? [] : [{ place, facts: missing.map((fact) => `${place.offerId} ${fact}`) }];
  });
}

function placeOf(
  { application, published }: AssessedFile,
  { offerId, criterion }: CriterionPlace,
  words: Translator,
): string {
  const theme = published.scheme.criteria.find(({ id }) => id === criterion)?.theme ?? '';
  const below = offerId === '' ? `themes/${theme}` : `offers/${offerId}`;
  return `${applicationHref(words, application.id, below)}#${criterion}`;
}

function ofOffer({ assessment }: AssessedFile, offerId: string, words: Translator): string {
  const offer = assessment.offersNamed.find(({ id }) => id === offerId);
  return offer ? ` ${words.t('applicant.submit.ofOffer', { offer: offer.name })}` : '';
}
