import type { SubmissionBlockers } from '../../../commands/application/selfAssessment/submissionBlockers.ts';
import type { Readiness } from '../../../commands/application/selfAssessment/submitGate.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import type { CriterionPlace } from '../../../commands/items/assessmentItems.ts';
import type { HeldCertificate } from '../../../commands/items/heldCertificate.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import type { PlainNamesIn } from '../../../messages.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { ofOffer, placeView } from '../evidence/evidencePlaces.view.ts';
import { type AssessedFile, keyOf, levelIn, scopePart } from './scope.view.ts';

interface MissingView {
  readonly title: string;
  /** What there is to do, each with the place where it is done. */
  readonly items: readonly { readonly text: string; readonly href: string }[];
}

/** Every reason that would hold an application back, grouped by what there is to do; each leads to its place. */
export function missingOf(file: AssessedFile, readiness: Readiness, words: Translator): MissingView[] {
  const { published } = file;
  const text = published.texts[words.language];
  const href = (below: string) => applicationHref(words, file.application.id, below);
  const part = (key: PlainNamesIn<'applicant.submit.missing'>, items: MissingView['items']) => ({
    title: words.t(`applicant.submit.missing.${key}`),
    items,
  });
  const criteria = (places: readonly CriterionPlace[], field = '') =>
    places.map((place) => {
      const card = placeView(file, place, words);
      return { text: card.text, href: `${card.href}${field}` };
    });
  const figure = (key: string) => {
    const [offerId = '', fact = ''] = key.split(' ');
    return {
      text: `${text.facts[fact]?.label ?? fact}${ofOffer(file, offerId, words)}`,
      href: `${href(offerId === '' ? 'figures' : `offers/${offerId}`)}#${fact}`,
    };
  };
  const floor = ({ offerId, theme }: Readiness['floorsMissed'][number]) => ({
    text:
      theme === null
        ? `${words.t('applicant.submit.overall')}${ofOffer(file, offerId, words)}`
        : (text.themes[theme]?.title ?? theme),
    href: href(offerId !== '' ? `offers/${offerId}` : theme === null ? 'tasks' : `themes/${theme}`),
  });
  const firstOffer = { text: words.t('applicant.tasks.firstOffer'), href: href('offers') };
  const uncomputed = figuresMissing(file, readiness.unanswered);
  const figures = [...new Set(uncomputed.flatMap(({ facts }) => facts))].sort();
  const answers = readiness.unanswered.filter((place) => !uncomputed.some((one) => one.place === place));
  const key = ({ offerId, criterion }: CriterionPlace) => keyOf(offerId, criterion);
  const others = new Set([...readiness.unanswered, ...readiness.naContradicted].map(key));
  const unmet = readiness.mandatoryUnmet.filter((place) => !others.has(key(place)));
  return [
    part('figures', figures.map(figure)),
    part('rivals', criteria(readiness.rivals)),
    part('answers', criteria(answers)),
    part('naContradicted', criteria(readiness.naContradicted)),
    part('naUnexplained', criteria(readiness.naUnexplained, '.comment')),
    part('mandatory', criteria(unmet)),
    part('evidence', criteria(readiness.evidenceMissing, '.evidence')),
    part('offer', readiness.noOffer ? [firstOffer] : []),
    part('points', readiness.floorsMissed.filter(({ offerId }) => isComplete(readiness, offerId)).map(floor)),
  ].filter(({ items }) => items.length > 0);
}

/** What blocks a draft outside of it: its version, or another application. */
export function aroundOf(
  { application }: Pick<ApplicantFile, 'application'>,
  { versionOpen, other, label, over }: SubmissionBlockers,
  words: Translator,
): MissingView[] {
  if (application.state !== 'draft') return [];
  const around: MissingView[] = [];
  if (!versionOpen) {
    const text = words.t('deposit.gate.versionText', { version: application.criteriaVersion });
    around.push({ title: words.t('deposit.gate.version'), items: [{ text, href: `/${words.language}/my` }] });
  }
  if (other !== null) {
    const item = {
      text: words.t('deposit.gate.otherText', { number: other }),
      href: applicationHref(words, other),
    };
    around.push({ title: words.t('deposit.gate.other'), items: [item] });
  }
  if (over.length > 0) {
    around.push({ title: words.t('certificates.over'), items: overItems(over, application.id, words) });
  }
  if (label && !label.holds) {
    const text = words.t('scope.submit.labelText', { number: label.number });
    around.push({ title: words.t('scope.submit.label'), items: [{ text, href: `/${words.language}/my` }] });
  }
  return around;
}

/** Certificates that are over, each with what to do and where. */
export function overItems(over: readonly HeldCertificate[], applicationId: string, words: Translator) {
  return over.map(({ certificate, name, until }) => ({
    text: words.t('certificates.overText', { name, until: words.date(until) }),
    href: applicationHref(words, applicationId, `certificates/${certificate}`),
  }));
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
