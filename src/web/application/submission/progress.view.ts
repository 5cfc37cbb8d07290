import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { openRound } from '../../../commands/file/openRound.ts';
import type { Deps } from '../../../commands/ports/ports.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { stagesBeforeCommittee } from '../../../policies/stages.ts';
import { dayOf } from '../../../register/day.ts';
import { applicationHref, type FrameView, frameView } from '../../views/applicationFrame.view.ts';
import { decisionLetters, type LetterView } from '../../views/decisionLetters.view.ts';
import { appealable } from '../../views/ownAppeal.view.ts';
import { type StationView, timelineOf, turnedAway } from '../../views/timeline.view.ts';
import { type ApplicantKitView, applicantKit } from '../answers/kit.view.ts';
import { type AgreementView, agreementView, type SignedView, signedView } from './agreement.view.ts';

/** A sent application: where it stands, who acts, and what was decided once that is announced. */
export interface ProgressView {
  readonly frame: FrameView;
  readonly state: string;
  /** Who has to act now, and until when. */
  readonly turn: { readonly yours: boolean; readonly text: string; readonly due: string } | null;
  readonly timeline: readonly StationView[];
  /** What the secretariat asked for. */
  readonly asked: readonly string[];
  /** Whether there was a question at all. */
  readonly exchanged: boolean;
  readonly mayAnswer: boolean;
  readonly mayWithdraw: boolean;
  readonly decision: {
    readonly good: boolean;
    readonly title: string;
    readonly heading: string;
    /** Who turned it away where no committee decided, otherwise empty. */
    readonly by: string;
    readonly reason: string;
    readonly conditions: readonly { readonly text: string; readonly due: string }[];
    /** Until when it can be appealed against, or that it is; `moved` says that days without effect are counted in. */
    readonly appeal: { readonly text: string; readonly link: string } | null;
    readonly moved: string;
    /** Who evaluated the file, where the procedure shows it; empty otherwise. */
    readonly evaluatedBy: string;
  } | null;
  /** Whether an appeal was ever lodged. */
  readonly appealed: boolean;
  /** The letters of every decision so far; a new evaluation takes none away. */
  readonly letters: readonly LetterView[];
  /** The agreement to sign; `mine` when the asker may. */
  readonly agreement: {
    readonly text: AgreementView;
    readonly mine: boolean;
    readonly revision: number;
  } | null;
  readonly signed: SignedView | null;
  readonly kit: ApplicantKitView | null;
}

const yourTurn = ['informationRequested', 'correction', 'agreement'];
const withdrawable = [...stagesBeforeCommittee, 'deliberation'];
const ended = ['granted', 'refused', 'closed', 'withdrawn', 'lapsed'];

/** The view of a sent application; `now` is an instant. */
export function progressView(
  file: ApplicantFile,
  { agreement }: Pick<Deps, 'agreement'>,
  now: string,
  words: Translator,
): ProgressView {
  const { application, role, label, information } = file;
  const { state, dueAt, decision } = application;
  const yours = yourTurn.includes(state);
  const away = state === 'refused' && turnedAway(file.history);
  const due = dueAt === null ? '' : words.date(dueAt);
  return {
    frame: frameView(file, words),
    state: words.t(away ? 'applicant.ineligible.title' : `states.application.${state}`),
    turn: ended.includes(state)
      ? null
      : {
          yours,
          text: words.t(`applicant.turn.${yours ? 'you' : 'us'}`),
          due: yours && due !== '' ? words.t('applicant.turn.due', { due }) : '',
        },
    timeline: timelineOf(file, words),
    asked: openRound({ state, information })?.items.map(({ question }) => question) ?? [],
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
    appealed: file.appeals.length > 0,
    letters: decisionLetters(file.decisions, applicationHref(words, application.id), words),
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
