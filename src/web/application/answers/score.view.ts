import { readinessOf } from '../../../commands/application/selfAssessment/submitGate.ts';
import { cycleOfCopy } from '../../../commands/common/schemeOf.ts';
import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import type { Criterion, Cycle, Scope } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { shown } from '../../../scoring/shown.ts';
import { type FileVerdict, isMandatory, verdictOf } from '../../../scoring/verdict.ts';
import { radar } from '../../views/radar.view.ts';
import { notesOf } from './notes.view.ts';
import type { AssessedFile } from './scope.view.ts';

export type ScoreView = ReturnType<typeof scoreView>;

/** Where a working copy stands, beside every page of it: its score with what is missing, in words. */
export function scoreView(file: AssessedFile, words: Translator) {
  const { whole, texts } = file.published;
  const cycle = cycleOfCopy(file.assessment);
  const readiness = readinessOf(whole, file.assessment, file.documents);
  const { verdict, unanswered, naContradicted, mandatoryUnmet } = readiness;
  const { score } = verdict.organisation;
  const shownScore = ofOffers(file) ? lowestOffer(file, cycle, verdict) : verdict.organisation;
  const themes = score.themes.map((theme) => ({
    label: texts[words.language].themes[theme.theme]?.short ?? theme.theme,
    score: theme.points,
    text: theme.points === null ? words.t('deposit.paper.notApplicable') : words.number(shown(theme.points)),
  }));
  const scores = themes.map(({ label, text }) => `${label} ${text}`).join(', ');
  const floor = whole.thresholds.organisation[cycle].themeFloor;
  const mandatory = countOf(file, (criterion) => isMandatory(criterion, cycle), mandatoryUnmet.length);
  return {
    /** From 0 to 100. */
    value: shown(shownScore.score.overall ?? 0),
    needed: words.t('applicant.score.needed', { threshold: shownScore.threshold }),
    answered: countOf(file, () => true, unanswered.length + naContradicted.length),
    notes: notesOf(file, readiness, mandatory, words),
    /** Null where no criterion of the organisation is asked. */
    radar: ofOffers(file)
      ? null
      : radar({ themes, floor, title: words.t('applicant.score.radar', { scores }) }),
  };
}

/** Whether a file asks for criteria of offers alone, as an extension does. */
function ofOffers({ published }: AssessedFile): boolean {
  return criteriaOf(published.scheme, 'organisation').length === 0;
}

/** The verdict on the offer that is furthest from the label; on one without any answer while there is none. */
function lowestOffer({ published }: AssessedFile, cycle: Cycle, { offers }: FileVerdict) {
  const nothing = verdictOf(published.whole, 'offer', cycle, []);
  return offers
    .map(({ verdict }) => verdict)
    .reduce(
      (low, one) => ((one.score.overall ?? 0) < (low.score.overall ?? 0) ? one : low),
      offers[0]?.verdict ?? nothing,
    );
}

/** How many criteria count, and how many of them are not `open`. An offer's count once at least: a file needs an offer to be complete. */
function countOf(file: AssessedFile, counts: (criterion: Criterion) => boolean, open: number) {
  const of = (scope: Scope) => criteriaOf(file.published.scheme, scope).filter(counts).length;
  const offers = file.assessment.offersNamed.length;
  const max = of('organisation') + of('offer') * Math.max(1, offers);
  return { max, value: max - open - (offers === 0 ? of('offer') : 0) };
}
