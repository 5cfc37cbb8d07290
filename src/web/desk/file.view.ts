import type { FileReviewer, OfficeFile } from '../../commands/desk/viewFile.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { isModeration } from '../../policies/reviewTask.ts';
import { staffBeside } from '../application/submission/beside.view.ts';
import { staffDecision, staffRecommendation } from '../views/decision.view.ts';
import { staffOrganisation } from '../views/fileOrganisation.view.ts';
import { findingCards } from '../views/findingCards.view.ts';
import { expiredRows, roundViews } from '../views/information.view.ts';
import { settledTable } from '../views/levels.view.ts';
import { readingOf } from '../views/reading.view.ts';
import { dueDay, mayOf, personName, reasonTexts } from '../views/staffWords.view.ts';
import { staffVerdict } from '../views/verdict.view.ts';
import { visitsView } from '../views/visits.view.ts';
import { staffClaims } from './claims.view.ts';
import { suggestionsView } from './suggestions.view.ts';

export type StaffFile = ReturnType<typeof staffFile>;

const underWay: readonly FileReviewer['review']['state'][] = ['invited', 'scoring', 'delivered'];

/** A file as officers and rapporteurs work on it; `query` is the beginning of a name among those who could review it. */
export function staffFile(file: OfficeFile, words: Translator, query = '') {
  const { application, published, snapshot, blockers } = file;
  const { offers } = snapshot.content;
  const reading = readingOf(published, offers, words);
  const href = `/${words.language}/files/${application.id}`;
  const assigning = application.state === 'assignment';
  const moderating = application.state === 'moderation';
  const asks = assigning || (moderating && !file.teamComplete && file.suggestions.length > 0);
  return {
    href,
    number: application.id,
    revision: application.revision,
    names: { kind: words.t('visits.kind.label') },
    state: words.t(`states.application.${application.state}`),
    submitted: application.submittedAt === null ? '' : words.date(application.submittedAt),
    due: application.context.dueAt === null ? '' : dueDay(application.context.dueAt, words),
    version: `${published.scheme.id} ${published.scheme.version}`,
    digest: snapshot.digest,
    /** Which of the submissions the secretariat works on. */
    submission: snapshot.n,
    organisation: staffOrganisation(snapshot.content, words),
    evidence: file.evidence,
    beside: staffBeside(file.beside, { published, offers, hrefOf: () => '' }, words),
    findings: findingCards(file.findings, reading),
    expired: expiredRows(file.expired, reading),
    visits: visitsView(file.visits, reading),
    claims: staffClaims(file.places, snapshot, reading),
    reviewers: file.reviewers.map(({ person, review, declined }) => ({
      name: personName(person),
      state: review.state,
      moderates: isModeration(review),
      waits: review.substitute && ['invited', 'scoring'].includes(review.state),
      due: dueDay(review.context.dueAt, words),
      declined,
    })),
    /** Reviews under way. A delivered one is among them, and refused: the form does not tell who is done. */
    releasable:
      file.releases && ['assignment', 'evaluation', 'moderation'].includes(application.state)
        ? file.reviewers
            .filter(({ review }) => underWay.includes(review.state) && (!moderating || isModeration(review)))
            .map(({ review, person }) => ({ value: review.id, text: personName(person) }))
        : [],
    recommendation: staffRecommendation(application, file.rapporteur),
    decision: staffDecision(application),
    preview: file.mayPreview ? `${href}/certificate.pdf` : '',
    signed: application.agreement,
    /** Where its label is kept; empty while it opened none. */
    labelHref: application.agreement ? `${href}/label` : '',
    letters: file.decisions.map(({ announcedAt }) => announcedAt),
    levels: file.levels && settledTable(file.levels, reading),
    verdict: file.verdict && staffVerdict(file.verdict, reading),
    may: mayOf(blockers),
    appeal: file.appeal,
    rounds: roundViews(application.information ?? [], reading),
    clock: file.clock,
    /** The first thing that keeps the file from being handed to its reviewers. */
    staffAgainst: assigning ? reasonTexts(blockers.staff.slice(0, 1), words) : [],
    /** A decided file cannot be announced before the minutes are approved. */
    waitsForMinutes: application.state === 'decided' && blockers.announce.includes('minutesApproved'),
    assigning: file.invites && asks ? suggestionsView(file, query, words) : null,
  };
}
