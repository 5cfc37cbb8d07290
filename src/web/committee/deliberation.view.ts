import type { Sitting } from '../../commands/committee/decision/sittingOf.ts';
import type { Deliberation } from '../../commands/committee/views/viewDeliberation.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { staffBeside } from '../application/submission/beside.view.ts';
import { staffDecision, staffRecommendation } from '../views/decision.view.ts';
import { staffOrganisation } from '../views/fileOrganisation.view.ts';
import { findingCards } from '../views/findingCards.view.ts';
import { expiredRows } from '../views/information.view.ts';
import { settledTable } from '../views/levels.view.ts';
import { readingOf } from '../views/reading.view.ts';
import { personName } from '../views/staffWords.view.ts';
import { staffVerdict } from '../views/verdict.view.ts';
import { visitsView } from '../views/visits.view.ts';

export type StaffDeliberation = ReturnType<typeof staffDeliberation>;
export type StaffSitting = ReturnType<typeof sittingView>;

/** A frozen file before the committee, with the chair's form, and what was decided on it. */
export function staffDeliberation(file: Deliberation, words: Translator) {
  const { application, published, snapshot } = file;
  const { offers } = snapshot.content;
  const reading = readingOf(published, offers, words);
  const href = `/${words.language}/committee/${application.id}`;
  return {
    href,
    number: application.id,
    revision: application.revision,
    state: words.t(`states.application.${application.state}`),
    version: `${published.scheme.id} ${published.scheme.version}`,
    organisation: staffOrganisation(snapshot.content, words),
    evidence: file.evidence,
    beside: staffBeside(file.beside, { published, offers, hrefOf: () => '' }, words),
    /** Where the certificate is shown as it would be issued; empty where there would be none. */
    preview: file.verdict.labelledOffers.length > 0 ? `${href}/certificate.pdf` : '',
    findings: findingCards(file.findings, reading),
    expired: expiredRows(file.expired, reading),
    visits: visitsView(file.visits, reading),
    verdict: staffVerdict(file.verdict, reading),
    levels: settledTable(file.levels, reading),
    reviewers: file.reviewers.map(personName).join(', '),
    recommendation: staffRecommendation(application, file.rapporteur),
    decision: staffDecision(application),
    /** Null while no session sits on it. */
    sitting: file.sitting && sittingView(file.sitting, application.context.limits.quorum),
    mayDecide: file.mayDecide,
    mayDefer: file.mayDefer,
    /** Who has a part in it and cannot sit on it. */
    outside: file.members.flatMap(({ person, part }) =>
      part === null ? [] : [{ name: personName(person), why: words.t(`staff.part.${part}`) }],
    ),
  };
}

/** The committee on one file, now. */
function sittingView(sitting: Sitting, quorum: number) {
  const { session, chair, voters, waitedFor, recused, recusable, own, mayVote, mayTakeChair } = sitting;
  const { for: inFavour, against, abstained } = sitting.vote;
  return {
    session: { id: session.id, revision: session.revision, plannedFor: session.context.plannedFor },
    /** How many may vote, and how many have to. */
    room: { count: voters.length, quorum },
    waitedFor: waitedFor.map(personName).join(', '),
    /** The count, once everyone in the room has voted. */
    tally: waitedFor.length === 0 && voters.length > 0 && { for: inFavour, against, abstained },
    recused: recused.map(({ person, reason }) => ({ name: personName(person), reason })),
    /** What this person voted, as their form is filled. */
    own,
    chair: chair && personName(chair),
    mayVote,
    mayTakeChair,
    /** Whom this person can note as recused: nobody, themself, or others as well. */
    recusable: recusable.map((person) => ({ value: person.id, text: personName(person) })),
  };
}
