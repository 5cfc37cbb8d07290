import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import { claimsOf } from '../../../src/commands/file/reviewMarks.ts';
import type { ReviewScore } from '../../../src/commands/items/items.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { releaseReviewer } from '../../../src/commands/review/assignment/releaseReviewer.ts';
import { staffApplication } from '../../../src/commands/review/assignment/staffApplication.ts';
import { suggestReviewers } from '../../../src/commands/review/assignment/suggestReviewers.ts';
import { answerInvitation } from '../../../src/commands/review/evaluation/answerInvitation.ts';
import { deliverReview } from '../../../src/commands/review/evaluation/deliverReview.ts';
import { insertScores } from '../../support/insertAnswers.ts';
import type { Known } from '../known.ts';
import { move } from '../move.ts';
import { fileAt, filesIn, reason } from '../targets.ts';

const reviewsIn =
  (...states: readonly string[]) =>
  (known: Known) =>
    known.all('reviews').filter(({ state }) => states.includes(state));
/** Reviews of a file that lies with its reviewers. */
const toDeliver = (known: Known) =>
  reviewsIn('scoring')(known).filter(
    ({ context: { task, applicationId } }) =>
      task === undefined && known.one('applications', applicationId)?.state === 'evaluation',
  );

/** How many are asked for a file, or said yes already. */
const askedOn = (known: Known, id: string, ...states: readonly string[]) =>
  reviewsIn(...(states.length > 0 ? states : ['invited', 'scoring']))(known).filter(
    ({ context }) => context.applicationId === id,
  ).length;

/** Reviewers: they are asked, decline, accept, are let go, and score, now and then otherwise than the other one. */
export const moves = [
  move({
    name: 'inviteReviewer',
    weight: 20,
    targets: (known) => [
      ...filesIn('assignment')(known).filter(({ id }) => askedOn(known, id) < 2),
      ...filesIn('moderation')(known).filter(({ id }) => askedOn(known, id) < 1),
    ],
    act: async ({ at, staff }, file, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      const { suggestions } = await suggestReviewers(deps, file);
      const free = suggestions.filter(({ blockers, asked }) => blockers.length === 0 && !asked);
      const personId = free.length > 0 ? draw.one(free).person.id : draw.one(staff.reviewers);
      await inviteReviewer(deps, officer, { applicationId: file.id, personId });
    },
  }),
  move({
    name: 'answerInvitation',
    weight: 32,
    targets: reviewsIn('invited'),
    act: async ({ at }, { id: reviewId, context }, draw) => {
      const [deps, reviewer] = await at('review', context.personId);
      const accept = !draw.once(5);
      await answerInvitation(
        deps,
        reviewer,
        accept ? { reviewId, accept, noConflictDeclared: true } : { reviewId, accept, reason: 'noTime' },
      );
    },
  }),
  move({
    name: 'staffApplication',
    weight: 12,
    targets: (known) => filesIn('assignment')(known).filter(({ id }) => askedOn(known, id, 'scoring') > 1),
    act: async ({ at, staff }, file, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      await staffApplication(deps, officer, fileAt(file));
    },
  }),
  move({
    name: 'releaseReviewer',
    weight: 1 / 4,
    targets: reviewsIn('invited', 'scoring'),
    act: async ({ at, staff }, { id: reviewId, context: { applicationId } }, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      await releaseReviewer(deps, officer, { applicationId, reviewId, reason });
    },
  }),
  move({
    name: 'deliverReview',
    weight: 32,
    targets: toDeliver,
    act: async ({ at, undisturbed }, { id: reviewId, context }, draw) => {
      const [deps, reviewer] = await at('review', context.personId);
      const seen = draw.one(seenOtherwise);
      const { published, snapshot } = await frozenFile(deps, context.applicationId);
      const scored = claimsOf(published.scheme, snapshot.content).map((claim) => ({
        ...claim,
        comment: '',
        ...seen[claim.criterion],
      }));
      await undisturbed(async () => {
        const { scores } = requireVisible(await deps.store.review(reviewId));
        // Scored already by someone who did not come to deliver it.
        if (scores.length === 0) await insertScores(deps, reviewer, reviewId, scored);
      });
      const now = requireVisible(await deps.store.review(reviewId));
      await deliverReview(deps, reviewer, { reviewId, revision: now.revision });
    },
  }),
];

const comment = 'Les documents ne le montrent pas.';
/** What one of them sees otherwise than the applicant: most often nothing, or too little, or something to correct. */
const seenOtherwise: readonly Readonly<Record<string, Omit<ReviewScore, 'offerId' | 'criterion'>>>[] = [
  ...[{}, {}, {}],
  { 'GOU-03': { level: 2, comment } },
  { 'FIN-01': { level: 1, comment } },
  {
    'FIN-01': {
      level: 3,
      comment: '',
      finding: { grade: 'major', text: 'Les statuts ne nomment pas le but.' },
    },
  },
  { 'GOU-02': { level: 3, comment: '', finding: { grade: 'minor', text: 'Le procès-verbal manque.' } } },
];
