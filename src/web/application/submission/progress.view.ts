import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { openRound } from '../../../commands/file/openRound.ts';
import { agreementDigest } from '../../../commands/items/agreementText.ts';
import type { Deps } from '../../../commands/ports/ports.ts';
import { outcomeOn } from '../../../i18n/aboutLabel.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { stagesBeforeCommittee } from '../../../policies/stages.ts';
import { startsStay } from '../../../policies/suspensiveEffect.ts';
import { dayOf } from '../../../register/day.ts';
import { frameView } from '../../views/applicationFrame.view.ts';
import { appealable } from '../../views/ownAppeal.view.ts';
import { standingView } from '../../views/standing.view.ts';
import { turnedAway } from '../../views/timeline.view.ts';
import { applicantKit } from '../answers/kit.view.ts';

export type ProgressView = ReturnType<typeof progressView>;

const withdrawable = [...stagesBeforeCommittee, 'deliberation'];
/** Each of these froze one snapshot. */
const freezing: readonly string[] = ['application.submitted', 'application.answered'];

/** A sent application at an instant: where it stands, who acts, and what was decided once that is announced. */
export function progressView(
  file: ApplicantFile,
  { agreement, procedure }: Pick<Deps, 'agreement' | 'procedure'>,
  now: string,
  words: Translator,
) {
  const { application, role, acts, label, information, history, appeals } = file;
  const { state, decision, revision } = application;
  const sent = history.filter(({ fact }) => freezing.includes(fact));
  const can = appeals.length === 0 ? appealable(file, now) : null;
  return {
    frame: frameView(file, words),
    ...standingView(file, { procedure, now }, words),
    /** What a grant means for the label that is there; empty of any other file. */
    decidedOn: decidedOn(file, words),
    /** It was not let in. */
    ineligible: turnedAway(history),
    /** What the secretariat asked for. */
    asked: openRound({ state, information })?.items.map(({ question }) => question) ?? [],
    /** Whether there was a question at all. */
    exchanged: information.length > 0,
    mayAnswer: role !== 'reader',
    mayCorrect: acts,
    mayWithdraw: role === 'owner' && withdrawable.includes(state),
    decision: decision && {
      ...decision,
      text: outcomeOn(application, decision.outcome, words),
      /** Until when a first appeal can be lodged; null where none can. */
      appealBy: can?.open ? can.dueAt : null,
      /** A day of a condition was moved by an appeal. */
      moved: decision.conditions.length > 0 && appeals.some(isMoved),
      /** The names of who evaluated it, as a list; empty where they are not told. */
      evaluatedBy: new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(file.evaluatedBy),
    },
    /** Whether an appeal was ever lodged. */
    appealed: appeals.length > 0,
    /** When every decision so far was announced; a new evaluation takes none of their letters away. */
    letters: file.decisions.map(({ announcedAt }) => announcedAt),
    /** The agreement to sign; `mine` when the asker may. */
    agreement:
      state === 'agreement'
        ? {
            ...agreement.texts[words.language],
            version: agreement.version,
            textDigest: agreementDigest(agreement, words.language),
            mine: role === 'owner',
            revision,
          }
        : null,
    signed: application.agreement,
    kit: label && applicantKit(label, file.organisation.specimen, dayOf(now), words),
    /** When each submission was sent, the first one first; empty where that is not known. */
    submissions: Array.from({ length: application.snapshots }, (_, i) => sent[i]?.at ?? ''),
  };
}

const isMoved = ({ words }: ApplicantFile['appeals'][number]): boolean => words.some(startsStay);

function decidedOn({ application, assessment, label, decisions }: ApplicantFile, words: Translator): string {
  const { state, kind, scope } = application;
  if (!scope || state !== 'granted') return '';
  if (kind === 'reconsideration') {
    const { lost = [] } = decisions.at(-1)?.letter ?? {};
    return lost.length > 0
      ? words.t('scope.decided.reduced', { number: scope.label, offers: lost.join(', ') })
      : words.t('scope.decided.reconsideration', { number: scope.label });
  }
  const named = assessment.offersNamed.map(({ id }) => id);
  const isThere = label?.offers.some(({ id }) => named.includes(id)) || label?.state === 'active';
  return words.t(isThere ? 'scope.decided.extension' : 'scope.decided.waits', { number: scope.label });
}
