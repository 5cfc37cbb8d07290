import type { FileAction, FileReviewer, OfficeFile } from '../../commands/desk/viewFile.ts';
import { declineReasons } from '../../commands/review/evaluation/answerInvitation.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { isModeration } from '../../policies/reviewTask.ts';
import { type SignedView, signedView } from '../application/submission/agreement.view.ts';
import { type StaffBeside, staffBeside } from '../application/submission/beside.view.ts';
import {
  type StaffDecision,
  type StaffRecommendation,
  staffDecision,
  staffRecommendation,
} from '../views/decision.view.ts';
import { decisionLetters, type LetterView } from '../views/decisionLetters.view.ts';
import { type EvidenceRow, evidenceRows } from '../views/evidenceRows.view.ts';
import { type ExpiredRow, expiredRows } from '../views/expiredEvidence.view.ts';
import { type ClockView, clockView } from '../views/fileClock.view.ts';
import { type StaffOrganisation, staffOrganisation } from '../views/fileOrganisation.view.ts';
import { type FindingCard, findingCards } from '../views/findingCards.view.ts';
import { type RoundView, roundViews } from '../views/information.view.ts';
import { type LevelsTable, settledTable } from '../views/levels.view.ts';
import { dueDay, personName, reasonTexts } from '../views/staffWords.view.ts';
import { type StaffVerdict, staffVerdict } from '../views/verdict.view.ts';
import { type VisitsView, visitsView } from '../views/visits.view.ts';
import { type StaffClaims, staffClaims } from './claims.view.ts';
import { type SuggestionsView, suggestionsView } from './suggestions.view.ts';

/** A file as an officer works on it: what is possible now comes first. */
export interface StaffFile {
  readonly href: string;
  readonly number: string;
  readonly revision: number;
  readonly state: string;
  readonly submitted: string;
  readonly due: string;
  readonly version: string;
  readonly digest: string;
  /** Which of the submissions the secretariat works on. */
  readonly submission: number;
  readonly organisation: StaffOrganisation;
  readonly evidence: readonly EvidenceRow[];
  readonly beside: StaffBeside;
  readonly findings: readonly FindingCard[];
  readonly expired: readonly ExpiredRow[];
  readonly visits: VisitsView;
  readonly claims: StaffClaims;
  readonly reviewers: readonly { readonly name: string; readonly state: string; readonly line: string }[];
  /** Reviews under way. A delivered one is among them, and refused: the form does not tell who is done. */
  readonly releasable: readonly { readonly value: string; readonly text: string }[];
  readonly recommendation: StaffRecommendation | null;
  readonly decision: StaffDecision | null;
  /** Where the certificate is shown as it would be issued; empty where there is none. */
  readonly preview: string;
  readonly signed: SignedView | null;
  /** Where its label is kept; empty while it opened none. */
  readonly labelHref: string;
  readonly letters: readonly LetterView[];
  readonly levels: LevelsTable | null;
  readonly verdict: StaffVerdict | null;
  /** What this person can do now; the keys are the actions. */
  readonly may: Readonly<Record<FileAction, boolean>>;
  /** The first thing that keeps the file from being handed to its reviewers. */
  readonly staffAgainst: readonly string[];
  /** Why a decided file cannot be announced yet; empty otherwise. */
  readonly announceAgainst: string;
  /** The appeal against a decision on it, and whether that is without effect meanwhile; null while there is none. */
  readonly appeal: { readonly href: string; readonly text: string; readonly stayed: boolean } | null;
  /** What was asked of the organisation, and its answers. */
  readonly rounds: readonly RoundView[];
  readonly clock: ClockView | null;
  /** Who could review it, while it looks for its reviewers and this person invites. */
  readonly assigning: SuggestionsView | null;
}

const underWay: readonly FileReviewer['review']['state'][] = ['invited', 'scoring', 'delivered'];

/** The view of a file for officers and rapporteurs; `query` is the beginning of a name among those who could review it. */
export function staffFile(file: OfficeFile, words: Translator, query = ''): StaffFile {
  const { application, published, snapshot, against } = file;
  const { offers } = snapshot.content;
  const assigning = application.state === 'assignment';
  const moderating = application.state === 'moderation';
  const asks = assigning || (moderating && !file.teamComplete && file.suggestions.length > 0);
  return {
    href: `/${words.language}/files/${application.id}`,
    number: application.id,
    revision: application.revision,
    state: words.t(`states.application.${application.state}`),
    submitted: application.submittedAt === null ? '' : words.date(application.submittedAt),
    due: application.context.dueAt === null ? '' : dueDay(application.context.dueAt, words),
    version: `${published.scheme.id} ${published.scheme.version}`,
    digest: snapshot.digest,
    submission: snapshot.n,
    organisation: staffOrganisation(snapshot.content, words),
    evidence: evidenceRows(file.evidence, words),
    beside: staffBeside(file.beside, { published, offers, hrefOf: () => '' }, words),
    findings: findingCards(file.findings, { published, offers }, words),
    expired: expiredRows(file.expired, offers, published, words),
    visits: visitsView(file.visits, published, words),
    claims: staffClaims(file.places, snapshot, published, words),
    reviewers: file.reviewers.map((reviewer) => ({
      name: personName(reviewer.person),
      state: words.t(`states.review.${reviewer.review.state}`),
      line: lineOf(reviewer, words),
    })),
    releasable:
      file.releases && ['assignment', 'evaluation', 'moderation'].includes(application.state)
        ? file.reviewers
            .filter(({ review }) => underWay.includes(review.state) && (!moderating || isModeration(review)))
            .map(({ review, person }) => ({ value: review.id, text: personName(person) }))
        : [],
    recommendation: staffRecommendation(application, file.rapporteur, words),
    decision: staffDecision(application, words),
    preview: file.mayPreview ? `/${words.language}/files/${application.id}/certificate.pdf` : '',
    signed: signedView(application.agreement, `/${words.language}/files/${application.id}`, words),
    labelHref: application.agreement ? `/${words.language}/files/${application.id}/label` : '',
    letters: decisionLetters(file.decisions, `/${words.language}/files/${application.id}`, words),
    levels: file.levels && settledTable(file.levels, offers, published.texts[words.language], words),
    verdict: file.verdict && staffVerdict(file.verdict, offers, published, words),
    may: {
      accept: against.accept.length === 0,
      requestInformation: against.requestInformation.length === 0,
      declareIneligible: against.declareIneligible.length === 0,
      staff: against.staff.length === 0,
      recommend: against.recommend.length === 0,
      announce: against.announce.length === 0,
    },
    appeal: file.appeal && {
      href: `/${words.language}/appeals/${file.appeal.id}`,
      text: words.t('appeals.onFile', { state: words.t(`states.appeal.${file.appeal.state}`) }),
      stayed: file.appeal.context.stayed,
    },
    rounds: roundViews(application.information ?? [], offers, published, words),
    clock: file.clock && clockView(file.clock, 'staff', words),
    staffAgainst: assigning ? reasonTexts(against.staff.slice(0, 1), words) : [],
    announceAgainst:
      application.state === 'decided' && against.announce.includes('minutesApproved')
        ? words.t('reasons.minutesApproved')
        : '',
    assigning: file.invites && asks ? suggestionsView(file, query, words) : null,
  };
}

function lineOf({ review, declined }: FileReviewer, words: Translator): string {
  const due = dueDay(review.context.dueAt, words);
  return [
    isModeration(review) ? words.t('assignment.moderation.role') : '',
    review.substitute && ['invited', 'scoring'].includes(review.state)
      ? words.t('assignment.substitute')
      : '',
    declined === '' ? '' : words.t('staff.file.declined', { reason: declinedText(declined, words) }),
    review.state === 'invited' ? words.t('staff.file.answerBy', { due }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** A reason at hand in the reader's language, any other as it was written. */
function declinedText(declined: string, words: Translator): string {
  const known = declineReasons.find((reason) => reason === declined);
  return known ? words.t(`assignment.declined.${known}`) : declined;
}
