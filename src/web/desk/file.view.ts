import { personName } from '../../../templates/staffWords.ts';
import type { FileReviewer, OfficeFile } from '../../commands/desk/viewFile.ts';
import { failedOffers } from '../../commands/file/reviewMarks.ts';
import { aboutLabel } from '../../i18n/aboutLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dutyReasonsAmong } from '../../policies/dutyReasons.ts';
import { isModeration } from '../../policies/reviewTask.ts';
import { staffBeside } from '../application/submission/beside.view.ts';
import { staffOrganisation } from '../views/fileOrganisation.view.ts';
import { findingCards } from '../views/findingCards.view.ts';
import { expiredRows, roundViews } from '../views/information.view.ts';
import { settledTable } from '../views/levels.view.ts';
import { returnedText } from '../views/mail/returnedMail.view.ts';
import { readingOf } from '../views/reading.view.ts';
import { mayOf } from '../views/staffWords.view.ts';
import { staffVerdict } from '../views/verdict.view.ts';
import { visitsView } from '../views/visits.view.ts';
import { staffClaims } from './claims.view.ts';
import { letterRow } from './letterRow.view.ts';
import { suggestionsView } from './suggestions.view.ts';

export type StaffFile = ReturnType<typeof staffFile>;

/** The steps of a file that are one person's, by the state in which they are due. */
const stepsIn = {
  screening: ['accept'],
  assignment: ['staff'],
  recommendation: ['recommend'],
  decided: ['announce'],
} as const;

const underWay: readonly FileReviewer['review']['state'][] = ['invited', 'scoring', 'delivered'];

/** A file as officers and rapporteurs work on it; `query` is the beginning of a name among those who could review it. */
export function staffFile(file: OfficeFile, words: Translator, query = '') {
  const { application, published, snapshot, blockers } = file;
  const { offers } = snapshot.content;
  const reading = readingOf(published, offers, words);
  const assigning = application.state === 'assignment';
  const moderating = application.state === 'moderation';
  const asks = assigning || (moderating && !file.teamComplete && file.suggestions.length > 0);
  const isReleasable = ({ review }: FileReviewer) =>
    underWay.includes(review.state) && (!moderating || isModeration(review));
  return {
    ...file,
    href: `/${words.language}/files/${application.id}`,
    about: aboutLabel(application.context, words),
    /** Offers that a reconsideration would take off its label at the settled levels. */
    lost: application.context.kind === 'reconsideration' ? failedOffers(file).map(({ name }) => name) : [],
    organisation: staffOrganisation(snapshot.content, words),
    beside: staffBeside(file.beside, { published, offers, hrefOf: () => '' }, words),
    mail: file.mail && {
      rows: file.mail.letters.map((one) =>
        letterRow(one, file.mail?.readers.get(one.personId ?? '') ?? null, words),
      ),
      returned: file.mail.returned.map(({ person, mail }) => ({
        name: personName(person),
        text: returnedText(mail, words),
      })),
    },
    findings: findingCards(file.findings, reading),
    expired: expiredRows(file.expired, reading),
    visits: visitsView(file.visits, reading),
    claims: staffClaims(file.places, snapshot, reading),
    /** Reviews under way. A delivered one is among them, and refused: the form does not tell who is done. */
    releasable:
      file.releases && ['assignment', 'evaluation', 'moderation'].includes(application.state)
        ? file.reviewers
            .filter(isReleasable)
            .map(({ review, person }) => ({ value: review.id, text: personName(person) }))
        : [],
    levels: file.levels && settledTable(file.levels, reading),
    verdict: file.verdict && staffVerdict(file.verdict, reading),
    may: mayOf(blockers),
    /** Why this person's parts keep them from the step that is due, where its button would be. */
    barred: barredSteps(file),
    rounds: roundViews(application.information ?? [], reading),
    /** The first thing that keeps the file from being handed to its reviewers. */
    staffBlockers: assigning ? blockers.staff.slice(0, 1) : [],
    /** A decided file cannot be announced before the minutes are approved. */
    waitsForMinutes: application.state === 'decided' && blockers.announce.includes('minutesApproved'),
    assigning: file.invites && asks ? suggestionsView(file, query, words) : null,
  };
}

function barredSteps({ application: { state }, blockers }: Pick<OfficeFile, 'application' | 'blockers'>) {
  const due = state in stepsIn ? stepsIn[state as keyof typeof stepsIn] : [];
  return due
    .map((step) => ({ step, reasons: dutyReasonsAmong(blockers[step]) }))
    .filter(({ reasons }) => reasons.length > 0);
}
