import { LabelError } from '../../errors.ts';
import type { Act } from '../../policies/acts.ts';
import { refusedBy } from '../../policies/duties.ts';
import { mayPreviewCertificate, mayReadFile } from '../../policies/file.ts';
import { isInCommittee, isOfficer } from '../../policies/who.ts';
import { type Day, dayOf } from '../../register/day.ts';
import { fileVerdictOf } from '../../scoring/verdict.ts';
import { requestInformation } from '../application/screening/requestInformation.ts';
import { acceptApplication, declareIneligible } from '../application/screening/screenApplication.ts';
import { announcement } from '../committee/decision/announceDecision.ts';
import { recommendApplication } from '../committee/decision/recommendApplication.ts';
import { partsOn } from '../common/actor.ts';
import { dryRun } from '../common/dryRun.ts';
import { minReasonLength } from '../common/requireReason.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { cycleOfCopy } from '../common/schemeOf.ts';
import { announcedDecisions } from '../file/announcedDecisions.ts';
import { conditionsNow } from '../file/applicantAppeal.ts';
import { besideFile } from '../file/besideFile.ts';
import { clockOf } from '../file/clockOf.ts';
import { expiredProofs, oldestCounting } from '../file/documentsOf.ts';
import { filePlaces } from '../file/filePlaces.ts';
import { frozenFile } from '../file/frozenFile.ts';
import { sentRounds } from '../file/openRound.ts';
import { makesCertificate, settledOf } from '../file/reviewMarks.ts';
import {
  type ReviewedPlace,
  reviewedPlaces,
  type SettledPlace,
  settledPlaces,
} from '../file/settledPlaces.ts';
import type { Appeal } from '../items/decidingItems.ts';
import type { Application, Review } from '../items/items.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { looksForPeople } from '../review/assignment/inviteReviewer.ts';
import { staffApplication } from '../review/assignment/staffApplication.ts';
import { suggestReviewers } from '../review/assignment/suggestReviewers.ts';
import { findingLines } from '../review/findings/findingLines.ts';
import { fileVisits } from '../review/visits.ts';
import { fileMail } from './mail/fileMail.ts';

export type OfficeFile = Awaited<ReturnType<typeof viewFile>>;

/** A submitted file for an officer of another organisation, or for a committee member who may write its recommendation. */
export async function viewFile(deps: Deps, asker: Asker, applicationId: string) {
  const officer = isOfficer(asker);
  if (!officer && !isInCommittee(asker)) throw new LabelError('forbidden');
  const file = await frozenFile(deps, applicationId);
  const { published, snapshot, reviews } = file;
  requireVisible(mayReadFile(asker, file));
  const appeals = await deps.store.appealsOf(applicationId);
  const now = deps.clock.now().toISOString();
  const application = sealed(file.application, appeals[0], dayOf(now));
  const settled = settledOf({ ...file, application });
  const { rapporteur } = application.context;
  const held = await partsOn(deps, asker, application);
  const may = (act: Act) => refusedBy(act, held).length === 0;
  const invites = officer && looksForPeople(application) && may('application.invite');
  const assigning = invites ? await suggestReviewers(deps, application) : null;
  const visits = await fileVisits(deps, file);
  const verdict = settled && fileVerdictOf(published.whole, cycleOfCopy(snapshot.content), settled);
  const settledLevels = settledPlaces(file);
  const levels: readonly (ReviewedPlace & Partial<Pick<SettledPlace, 'settled'>>)[] | null =
    settledLevels ?? reviewedPlaces(file);
  return {
    ...file,
    application,
    places: filePlaces(file),
    /** Both reviews side by side, with the level that counts once there is one; null until both are delivered. */
    levels,
    /** Criteria that only old documents prove today, while a recommendation is to be written. */
    expired:
      application.state === 'recommendation' ? expiredProofs(settledLevels ?? [], oldestCounting(deps)) : [],
    /** What follows from the levels that count; null until they are settled. */
    verdict,
    /** Whether this person is shown what the certificate would be; false where none would be issued. */
    mayPreview: mayPreviewCertificate(asker, file) && makesCertificate(file),
    reviewers: await Promise.all(reviews.map((review) => reviewerOf(deps, review))),
    rapporteur: rapporteur === null ? null : await deps.store.person(rapporteur),
    /** Null where no clock runs. */
    clock: clockOf(application, snapshot.content.organisation.region, now),
    beside: await besideFile(deps, file),
    /** The newest appeal against a decision on it, as anyone who works on the file may know of it; null while there is none. */
    appeal: appeals[0] ?? null,
    /** For the office: letters about it, and whom they do not reach. */
    mail: officer
      ? await fileMail(deps, { file: application.id, organisationId: application.context.organisationId })
      : null,
    findings: await findingLines(deps, asker, application),
    visits: { ...visits, open: visits.open && may('application.recordVisit') },
    /** Every decision announced on it, the first one first. */
    decisions: announcedDecisions(await deps.store.records(`applications/${application.id}`)),
    /** Whether this person invites reviewers now, and whether they take a review from someone. */
    invites,
    releases: officer && may('application.releaseReviewer'),
    /** Who could be invited, best fit first; empty unless this person invites, reviewers or who settles their reviews. */
    suggestions: assigning?.suggestions ?? [],
    /** Whether the next one invited waits as a substitute, because the team is complete. */
    teamComplete: assigning !== null && assigning.team.length >= assigning.rule.size,
    /** What refuses each action now, for this person; an action without reasons can be offered. */
    blockers: await refusals(deps, asker, application),
  };
}

/** A file with today's conditions, without unsent answers, and without its decision until that is announced: the committee reads it elsewhere. */
function sealed(file: Application, newest: Appeal | undefined, today: Day): Application {
  const application = { ...file, information: sentRounds(file) };
  const { context } = file;
  if (file.state === 'decided')
    return { ...application, context: { ...context, outcome: null, conditions: [] }, decisionReason: '' };
  const conditions = conditionsNow(context.conditions, newest, today);
  return { ...application, context: { ...context, conditions } };
}

export type FileReviewer = Awaited<ReturnType<typeof reviewerOf>>;

async function reviewerOf(deps: Pick<Deps, 'store'>, review: Review) {
  const records = review.state === 'declined' ? await deps.store.records(`reviews/${review.id}`) : [];
  const event = records.at(-1)?.event;
  return {
    review,
    person: requireVisible(await deps.store.person(review.context.personId)),
    declined: event?.type === 'decline' ? event.reason : '',
  };
}

async function refusals(deps: Deps, asker: Asker, { id, revision }: Application) {
  const at = { applicationId: id, revision };
  const draft = { ...at, draft: 'granted', reason: '.' } as const;
  const items = [{ place: null, question: '?' }];
  const reason = '.'.repeat(minReasonLength);
  return {
    accept: await dryRun(deps, (dry) => acceptApplication(dry, asker, at)),
    requestInformation: await dryRun(deps, (dry) => requestInformation(dry, asker, { ...at, items })),
    declareIneligible: await dryRun(deps, (dry) => declareIneligible(dry, asker, { ...at, reason })),
    staff: await dryRun(deps, (dry) => staffApplication(dry, asker, at)),
    recommend: await dryRun(deps, (dry) => recommendApplication(dry, asker, draft)),
    announce: await dryRun(deps, (dry) => announcement(dry, asker, at)),
  };
}
