import { addDays, dayOf, endOfDay } from '../../../register/day.ts';
import { digestOf } from '../../../workflow/canonicalJson.ts';
import type { StoredFinding } from '../../../workflow/stored.ts';
import { currentVersion } from '../../../workflow/versions.ts';
import type { EventMeta } from '../../common/actor.ts';
import { addItem } from '../../common/noteOn.ts';
import type { FrozenFile } from '../../file/frozenFile.ts';
import { countedReviews } from '../../file/reviewMarks.ts';
import { isSamePlace } from '../../items/assessmentItems.ts';
import type { Finding, SettledGrade } from '../../items/decidingItems.ts';
import type { Application, Review } from '../../items/items.ts';
import type { Change, Deps } from '../../ports/ports.ts';

/** An evaluation that is complete: who says so and when, what was delivered, and until when major findings are to be corrected. */
interface Complete {
  readonly application: Application;
  readonly reviews: readonly Pick<Review, 'scores'>[];
  readonly settled?: readonly SettledGrade[];
  readonly eventMeta: EventMeta;
  readonly correctionDueAt: string;
}

/**
 * The findings that an evaluation begins with, each as a new item, for the commit that completes it. What was raised in the
 * same words in an earlier round and is closed stays closed.
 */
export async function raiseFindings(deps: Deps, complete: Complete) {
  const { application, reviews, settled, eventMeta, correctionDueAt } = complete;
  const closed = (await deps.store.findingsOf(application.id)).filter(({ state }) => state === 'closed');
  const raised = raisedFindings(reviews, settled).filter((one) => !closed.some(isRaisedAs(one)));
  const minorDueAt = endOfDay(addDays(dayOf(eventMeta.at), deps.procedure.findings.minorDays));
  const dueAt = ({ grade }: Raised) => (grade === 'major' ? correctionDueAt : minorDueAt);
  return {
    changes: raised.map((one) => newFinding(deps, application, one, eventMeta, dueAt(one))),
    majors: raised.filter(({ grade }) => grade === 'major').length,
  };
}

function newFinding(
  deps: Pick<Deps, 'ids'>,
  { context }: Application,
  { place, grade, text }: Raised,
  eventMeta: EventMeta,
  dueAt: string,
): Change {
  const id = deps.ids.next();
  const stored: StoredFinding = {
    machineVersion: currentVersion.finding,
    state: 'raised',
    context: {
      findingId: id,
      applicationId: context.applicationId,
      organisationId: context.organisationId,
      grade,
      reviewers: context.reviewers.map(({ personId }) => personId),
      dueAt,
      labelNumber: null,
    },
  };
  const after = { id, ...stored, place, text, raisedAt: eventMeta.at, words: [] };
  const data = { stored, place, text: digestOf({ text }) };
  return addItem(deps, 'findings', after, { ...eventMeta, facts: ['finding.raised'], data });
}

/** A finding of a delivered review, with the grade that counts. */
interface Raised {
  readonly place: Finding['place'];
  readonly grade: SettledGrade['grade'];
  readonly text: string;
}

/** What the counted reviews found not met, review by review; a grade that a third person settled counts for both. */
function raisedFindings(reviews: Complete['reviews'], settled: readonly SettledGrade[] = []): Raised[] {
  return reviews.flatMap(({ scores }) =>
    scores.flatMap(({ offerId, criterion, finding }): Raised[] => {
      if (!finding) return [];
      const place = { offerId, criterion };
      const grade = settled.find((one) => isSamePlace(one, place))?.grade ?? finding.grade;
      return [{ place, grade, text: finding.text }];
    }),
  );
}

/** Whether a finding of a file is this one, as it was raised. */
function isRaisedAs({ place, text }: Raised): (finding: Finding) => boolean {
  return (finding) => isSamePlace(finding.place, place) && finding.text === text;
}

/** How many of the findings of both reviews are neither closed nor carried as graded ones: none may be skipped. */
export async function ungradedFindings(deps: Pick<Deps, 'store'>, { application, reviews }: FrozenFile) {
  const graded = (await deps.store.findingsOf(application.id)).filter(({ state }) => state !== 'dropped');
  const raised = raisedFindings(countedReviews(application, reviews), application.settledGrades);
  return raised.filter((one) => !graded.some(isRaisedAs(one))).length;
}
