import { type Readiness, readinessOf } from '../../../commands/application/selfAssessment/submitGate.ts';
import { cycleOfCopy } from '../../../commands/common/schemeOf.ts';
import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { shown } from '../../../scoring/shown.ts';
import { isMandatory } from '../../../scoring/verdict.ts';
import { radar } from '../../views/radar.view.ts';
import { notesOf } from './notes.view.ts';
import type { AssessedFile } from './scope.view.ts';

/** Where a working copy stands, beside every page of it. */
export type ScoreView = ReturnType<typeof scoreView>;

/** The score of a file with what is missing, in words. Criteria of an offer count once at least: a file without offer is not complete. */
export function scoreView(file: AssessedFile, words: Translator) {
  const { scheme, texts } = file.published;
  const readiness = readinessOf(scheme, file.assessment, file.documents);
  const { score, threshold } = readiness.verdict.organisation;
  const points = shown(score.overall ?? 0);
  const floor = scheme.thresholds.organisation[cycleOfCopy(file.assessment)].themeFloor;
  const themes = score.themes.map((theme) => ({
    label: texts[words.language].themes[theme.theme]?.short ?? theme.theme,
    score: theme.points,
    text: theme.points === null ? words.t('deposit.paper.notApplicable') : words.number(shown(theme.points)),
  }));
  const title = words.t('applicant.score.radar', {
    scores: themes.map(({ label, text }) => `${label} ${text}`).join(', '),
  });
  return {
    score: words.number(points),
    needed: words.t('applicant.score.needed', { threshold }),
    /** From 0 to 100, for the bar. */
    value: points,
    answered: answeredOf(file, readiness),
    notes: notesOf(file, readiness, mandatoryOf(file, readiness), words),
    radar: radar({ themes, floor, title }),
  };
}

function answeredOf({ assessment, published }: AssessedFile, { unanswered, naContradicted }: Readiness) {
  const offers = assessment.offersNamed.length;
  const perOffer = criteriaOf(published.scheme, 'offer').length;
  const max = criteriaOf(published.scheme, 'organisation').length + perOffer * Math.max(1, offers);
  return { max, value: max - unanswered.length - naContradicted.length - (offers === 0 ? perOffer : 0) };
}

/** How many mandatory criteria a first request has, and how many are met. */
function mandatoryOf({ assessment, published: { scheme } }: AssessedFile, readiness: Readiness) {
  const due = (scope: 'organisation' | 'offer') =>
    criteriaOf(scheme, scope).filter((criterion) => isMandatory(criterion, cycleOfCopy(assessment))).length;
  const offers = assessment.offersNamed.length;
  const max = due('organisation') + due('offer') * Math.max(1, offers);
  return { max, met: max - readiness.mandatoryUnmet.length - (offers === 0 ? due('offer') : 0) };
}
