import { readinessOf } from '../../../commands/application/selfAssessment/submitGate.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import { factsOfScope, missingFacts } from '../../../criteria/figures.ts';
import type { Offer } from '../../../criteria/offer.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { applicationHref, frameView } from '../../views/applicationFrame.view.ts';
import { offerPictogram } from '../../views/offer.view.ts';
import { themePictogram } from '../../views/themePictogram.view.ts';
import { earlierSummary } from './earlierAnswer.view.ts';
import { criteriaIn, levelIn, scopePart } from './scope.view.ts';
import { scoreView } from './score.view.ts';

/** One thing to do, and how far it is. */
export interface TaskView {
  readonly href: string;
  readonly pictogram: string;
  readonly title: string;
  readonly line: string;
  readonly state: StateView;
}

/** Where a task is: a word, and the tone of its pill. */
export interface StateView {
  readonly tone: '' | 'sun' | 'leaf' | 'lake';
  readonly text: string;
}

/** The application as a list of things to do. */
export type TasksView = ReturnType<typeof tasksView>;

const nothingToSay: StateView = { tone: '', text: '' };

/** The view of a draft. */
export function tasksView(file: ApplicantFile, words: Translator) {
  const { assessment, published, application } = file;
  const { scheme, texts } = published;
  const text = texts[words.language];
  const href = (below: string) => applicationHref(words, application.id, below);
  const asked = factsOfScope(scheme, 'organisation').length;
  const given = asked - missingFacts(scheme, 'organisation', assessment.facts).length;
  const computed = criteriaOf(scheme, 'organisation').filter(({ number }) => number).length;
  const themes = scheme.themes.filter(({ scope }) => scope === 'organisation');
  return {
    frame: frameView(file, words),
    score: scoreView(file, words),
    /** What a renewal begins with; null for any other application. */
    earlier: earlierSummary(file.earlier, text.criteria, words),
    prepare: [
      {
        href: href('figures'),
        pictogram: 'sum',
        title: words.t('applicant.figures.title'),
        line: words.t('applicant.tasks.figuresLine', { count: computed }),
        state: stateOf(given, asked, words),
      },
      {
        href: href('evidence'),
        pictogram: 'document',
        title: words.t('evidence.task'),
        line: words.t('evidence.taskLine'),
        state: nothingToSay,
      },
    ],
    themes: themes.map(({ id }) => {
      const { done, of } = answeredIn(file, id, '');
      return {
        href: href(`themes/${id}`),
        pictogram: themePictogram(id),
        title: text.themes[id]?.title ?? id,
        line: words.t('applicant.tasks.themeLine', { count: of }),
        state: choosing(file, id, '', words) ?? stateOf(done, of, words),
      };
    }),
    offers: [
      ...assessment.offersNamed.map((offer) => offerProgress(file, offer, words)),
      {
        href: href('offers'),
        pictogram: 'basket',
        title: words.t(
          assessment.offersNamed.length === 0 ? 'applicant.tasks.firstOffer' : 'applicant.tasks.moreOffers',
        ),
        line: words.t('applicant.tasks.offersLine'),
        state: assessment.offersNamed.length === 0 ? stateOf(0, 1, words) : nothingToSay,
      },
    ],
    finish: [
      {
        href: href('sponsors'),
        pictogram: 'hands',
        title: words.t('sponsorship.task'),
        line: words.t('sponsorship.taskLine'),
        state: nothingToSay,
      },
      {
        href: href('submit'),
        pictogram: 'shield',
        title: words.t('applicant.submit.title'),
        line: words.t('applicant.tasks.submitLine'),
        state:
          application.state === 'draft'
            ? readyState(file, words)
            : ({ tone: 'leaf', text: words.t('applicant.state.sent') } satisfies StateView),
      },
    ],
  };
}

/** One offer with how many of its criteria have a level. */
export function offerProgress(file: ApplicantFile, offer: Offer, words: Translator): TaskView {
  const themes = file.published.scheme.themes.filter(({ scope }) => scope === 'offer');
  const counts = themes.map(({ id }) => answeredIn(file, id, offer.id));
  const sum = (pick: 'done' | 'of') => counts.reduce((total, count) => total + count[pick], 0);
  return {
    href: applicationHref(words, file.application.id, `offers/${offer.id}`),
    pictogram: offerPictogram(offer.type),
    title: offer.name,
    line: words.t(`offerTypes.${offer.type}`),
    state: choosing(file, null, offer.id, words) ?? stateOf(sum('done'), sum('of'), words),
  };
}

function answeredIn({ assessment, published }: ApplicantFile, theme: string, offerId: string) {
  const part = scopePart(assessment, offerId);
  const criteria = criteriaIn(published.scheme, theme);
  return { of: criteria.length, done: criteria.filter((one) => levelIn(one, part).level !== null).length };
}

/** Two people answered at once: choosing comes before all else. Null where nothing waits for it. */
function choosing(
  { assessment, published }: ApplicantFile,
  theme: string | null,
  offerId: string,
  words: Translator,
): StateView | null {
  const within = theme === null ? null : new Set(criteriaIn(published.scheme, theme).map(({ id }) => id));
  const count = (assessment.rivals ?? []).filter(
    (rival) => rival.offerId === offerId && (within?.has(rival.answer.criterion) ?? true),
  ).length;
  return count === 0 ? null : { tone: 'sun', text: words.t('saving.rival.open', { count }) };
}

function stateOf(done: number, of: number, words: Translator): StateView {
  if (done === 0) return { tone: '', text: words.t('applicant.state.todo') };
  if (done < of) return { tone: 'sun', text: words.t('applicant.state.part', { done, of }) };
  return { tone: 'leaf', text: words.t('applicant.state.done') };
}

function readyState({ assessment, documents, published }: ApplicantFile, words: Translator): StateView {
  const { rivals, verdict, evidenceMissing, noOffer, floorsMissed, mandatoryUnmet, unanswered } = readinessOf(
    published.scheme,
    assessment,
    documents,
  );
  const missing = [rivals, evidenceMissing, floorsMissed, mandatoryUnmet, unanswered].some(
    (list) => list.length > 0,
  );
  const ready = verdict.organisation.complete && !noOffer && !missing;
  return ready
    ? { tone: 'lake', text: words.t('applicant.state.ready') }
    : { tone: '', text: words.t('applicant.state.notYet') };
}
