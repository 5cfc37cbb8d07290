import {
  attachedAmong,
  provenBy,
  resultGroups,
} from '../../../commands/application/questionnaire/attachResult.ts';
import { maxQuestionnaireDays } from '../../../commands/application/questionnaire/openQuestionnaire.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import type { Questionnaire } from '../../../commands/items/questionnaire.ts';
import {
  agreementSteps,
  answeredBy,
  fewestAnswers,
  meanStep,
  type StepCounts,
} from '../../../criteria/answerCounts.ts';
import { meanings } from '../../../criteria/meanings.ts';
import { statements } from '../../../criteria/questionnaire.ts';
import { languages } from '../../../criteria/scheme.ts';
import type { I18n, Translator } from '../../../i18n/i18n.ts';
import { addDays, type Day } from '../../../register/day.ts';
import type { WebContext } from '../../http/state.ts';
import { applicationHref, frameView } from '../../views/applicationFrame.view.ts';
import { placeView } from '../evidence/evidencePlaces.view.ts';

export type QuestionnairesView = ReturnType<typeof questionnairesView>;
export type QuestionnaireView = ReturnType<typeof questionnaireView>;

/** Days that a questionnaire takes answers where nobody says otherwise. */
const usualDays = 30;

/** The questionnaires of an application, and the form that opens one. */
export function questionnairesView(
  file: ApplicantFile,
  all: readonly Questionnaire[],
  today: Day,
  words: Translator,
) {
  const { facts } = file.assessment;
  const shown = all.map((one) => ({ ...stateOf(one, today), href: hrefOf(words, one), id: one.id }));
  const people = Number(facts[meanings.paidPeople]);
  return {
    frame: frameView(file, words),
    all: shown,
    isOpen: shown.some(({ isOpen }) => isOpen),
    statements: statements.map(({ text }) => text[words.language]),
    maxDays: maxQuestionnaireDays,
    href: applicationHref(words, file.application.id, 'questionnaires'),
    values: {
      // How many are paid, as the figures say: where others work as well, people put it right.
      working: people >= fewestAnswers ? String(people) : '',
      closesOn: addDays(today, usualDays),
      byCode: '',
    },
    names: {
      working: words.t('questionnaire.working'),
      closesOn: words.t('questionnaire.closesOn'),
      byCode: words.t('questionnaire.byCode'),
    },
  };
}

/** One of them: the address to give while it is open, its result once it is closed. */
export function questionnaireView(
  file: ApplicantFile,
  questionnaire: Questionnaire,
  today: Day,
  i18n: I18n,
  { words, deps }: Pick<WebContext, 'words' | 'deps'>,
) {
  const { token, organisation, closesOn, working, answers } = questionnaire;
  const linkIn = (language: string) => `${deps.publicUrl}/${language}/questionnaires/${token}`;
  const attached = attachedAmong(file.documents, questionnaire.id);
  return {
    ...stateOf(questionnaire, today),
    frame: frameView(file, words),
    href: hrefOf(words, questionnaire),
    link: linkIn(words.language),
    mails: languages.map((code) => {
      const { t, date } = i18n[code];
      return {
        code,
        text: t('questionnaire.mailText', { organisation, day: date(closesOn), link: linkIn(code) }),
      };
    }),
    /** How many of a hundred answered; null where more did than work there. */
    share: answers === null || answers > working ? null : Math.round((100 * answers) / working),
    groups: resultGroups(questionnaire, file.published, words.language).map(({ statements, ...group }) => ({
      ...group,
      statements: statements.map(({ text, counts }) => ({ text, told: counts && drawn(counts) })),
    })),
    /** The criteria that the result speaks to, and the document that it became; null before it is joined. */
    places: provenBy(questionnaire, file.published).map((criterion) =>
      placeView(file, { offerId: '', criterion }, words),
    ),
    document: attached ? applicationHref(words, file.application.id, `evidence/${attached.id}`) : null,
  };
}

/** Address of one questionnaire for those who write in its application. */
export function questionnaireHref(words: Translator, applicationId: string, id: string): string {
  return applicationHref(words, applicationId, `questionnaires/${id}`);
}

function hrefOf(words: Translator, { applicationId, id }: Questionnaire): string {
  return questionnaireHref(words, applicationId, id);
}

function stateOf(
  { openedAt, closesOn, closedAt, answers, working, counts, byCode }: Questionnaire,
  today: Day,
) {
  const isOpen = closedAt === null && closesOn >= today;
  return { openedAt, closesOn, closedAt, answers, working, byCode, isOpen, isTold: counts !== null };
}

/** The steps of a statement side by side, in per cent of those who chose one. */
function drawn(counts: StepCounts) {
  const all = answeredBy(counts);
  const steps = agreementSteps.map((step, at) => {
    const before = counts.slice(0, at).reduce((sum, count) => sum + count, 0);
    const count = counts[at] ?? 0;
    return { step, count, x: (100 * before) / all, width: (100 * count) / all };
  });
  return { mean: meanStep(counts), steps, none: counts[agreementSteps.length] ?? 0 };
}
