import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { openRound } from '../../../commands/file/openRound.ts';
import type { Deps } from '../../../commands/ports/ports.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { stagesBeforeCommittee } from '../../../policies/stages.ts';
import { dayOf } from '../../../register/day.ts';
import { applicationHref, frameView } from '../../views/applicationFrame.view.ts';
import { decisionLetters } from '../../views/decision.view.ts';
import { appealable } from '../../views/ownAppeal.view.ts';
import { timelineOf, turnedAway } from '../../views/timeline.view.ts';
import { applicantKit } from '../answers/kit.view.ts';
import { agreementView, signedView } from './agreement.view.ts';

export type ProgressView = ReturnType<typeof progressView>;

const yourTurn = ['informationRequested', 'correction', 'agreement'];
const withdrawable = [...stagesBeforeCommittee, 'deliberation'];
const ended = ['granted', 'refused', 'closed', 'withdrawn', 'lapsed'];

/** A sent application at an instant: where it stands, who acts, and what was decided once that is announced. */
export function progressView(
  file: ApplicantFile,
  { agreement }: Pick<Deps, 'agreement'>,
  now: string,
  words: Translator,
) {
  const { application, role, label, information } = file;
  const { state, dueAt, decision } = application;
  const yours = yourTurn.includes(state);
  const away = state === 'refused' && turnedAway(file.history);
  const due = dueAt === null ? '' : words.date(dueAt);
  return {
    frame: frameView(file, words),
    state: words.t(away ? 'applicant.ineligible.title' : `states.application.${state}`),
    /** Who has to act now, and until when. */
    turn: ended.includes(state)
      ? null
      : {
          yours,
          text: words.t(`applicant.turn.${yours ? 'you' : 'us'}`),
          due: yours && due !== '' ? words.t('applicant.turn.due', { due }) : '',
        },
    timeline: timelineOf(file, words),
    /** What the secretariat asked for. */
    asked: openRound({ state, information })?.items.map(({ question }) => question) ?? [],
    /** Whether there was a question at all. */
    exchanged: information.length > 0,
    mayAnswer: role !== 'reader',
    mayWithdraw: role === 'owner' && withdrawable.includes(state),
    decision: decision && {
      good: decision.outcome !== 'refused',
      title: words.t(away ? 'applicant.ineligible.title' : `outcomes.${decision.outcome}`),
      heading: words.t(away ? 'applicant.ineligible.heading' : 'applicant.decision.title'),
      by: away ? words.t('applicant.ineligible.text') : '',
      reason: decision.reason,
      conditions: decision.conditions.map(({ text, due: by }) => ({ text, due: words.date(by) })),
      appeal: appealView(file, now, words),
      moved:
        decision.conditions.length > 0 && file.appeals.some(isMoved) ? words.t('appeals.stay.moved') : '',
      evaluatedBy: evaluators(file.evaluatedBy, words),
    },
    /** Whether an appeal was ever lodged. */
    appealed: file.appeals.length > 0,
    /** The letters of every decision so far; a new evaluation takes none away. */
    letters: decisionLetters(file.decisions, applicationHref(words, application.id), words),
    /** The agreement to sign; `mine` when the asker may. */
    agreement:
      state === 'agreement'
        ? {
            text: agreementView(agreement, words),
            mine: role === 'owner',
            revision: application.revision,
          }
        : null,
    signed: signedView(application.agreement, applicationHref(words, application.id), words),
    kit: label && applicantKit(label, file.organisation.specimen, dayOf(now), words),
  };
}

function evaluators(names: readonly string[], words: Translator): string {
  if (names.length === 0) return '';
  const list = new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(names);
  return words.t('workbench.evaluatedBy', { names: list });
}

function appealView(file: ApplicantFile, now: string, words: Translator) {
  const can = appealable(file, now);
  if (file.appeals.length > 0) {
    const running = file.application.state === 'appealed';
    return { text: running ? words.t('appeals.running') : '', link: words.t('appeals.own.see') };
  }
  if (!can?.open) return null;
  const text = words.t('appeals.own.untilShort', { due: words.date(can.dueAt) });
  return { text, link: words.t('appeals.own.go') };
}

const isMoved = ({ words: said }: ApplicantFile['appeals'][number]): boolean =>
  said.some(({ step }) => step === 'grantStay');
