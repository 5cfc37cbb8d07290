import { workbenchSaved } from '../../../templates/pages/review/standing.ts';
import { workbenchPage } from '../../../templates/pages/review/workbench.ts';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { ReviewScore } from '../../commands/items/items.ts';
import { lacksOf, scoreCriterion } from '../../commands/review/evaluation/scoreCriterion.ts';
import { type DeskPlace, type ReviewDesk, viewReview } from '../../commands/review/views/viewReview.ts';
import { LabelError } from '../../errors.ts';
import { requireVersion } from '../application/answers/fields.form.ts';
import { formPage } from '../forms/formPage.ts';
import { allowWorker } from '../http/allowScripts.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { placeKey } from '../views/place.view.ts';
import { typedScore, type WorkbenchInput, workbenchFields } from './workbench.form.ts';
import { scoreToken, workbench } from './workbench.view.ts';
import { placeHref } from './workbenchJump.view.ts';

interface Loaded {
  readonly desk: ReviewDesk;
  readonly place: DeskPlace;
}

const path = '/review/:reviewId/:place';

/** One criterion on a reviewer's desk. What is typed is kept as it is, complete or not; once delivered it takes nothing. */
export function staffWorkbenchPage(router: WebRouter): void {
  formPage(router, path, {
    template: workbenchPage,
    parts: workbenchSaved,
    load,
    page: model,
    shape: ({ place }) => workbenchFields(place),
    submit: async (input, loaded, ctx) => {
      return nextAddress(input.go, loaded, await save(ctx, input, loaded), ctx);
    },
  });
}

async function load(ctx: WebContext): Promise<Loaded> {
  const desk = await viewReview(ctx.deps, askerOf(ctx), ctx.params.reviewId ?? '');
  return {
    desk,
    place: requireVisible(desk.places.find((place) => placeKey(place) === ctx.params.place) ?? null),
  };
}

function model({ desk, place }: Loaded, ctx: WebContext) {
  allowWorker(ctx, 'pdfWorker.js');
  const fields = ['level', 'comment', 'finding', 'missing', 'note'] as const;
  const names = Object.fromEntries(fields.map((name) => [name, ctx.words.t(`workbench.fields.${name}`)]));
  return { ...workbench(desk, place, String(ctx.query.saved ?? ''), ctx.words), names };
}

/** Writes what differs from what is there, and gives what is there then; `stale` when another window wrote there since this one was shown. */
async function save(ctx: WebContext, input: WorkbenchInput, { desk, place }: Loaded) {
  if (desk.stage === 'delivered') throw new LabelError('refused', { reasons: ['reviewLocked'] });
  const score = typedScore(input, place);
  const now = scoreToken(place.own);
  if (scoreToken(score) === now || (place.own === null && isEmpty(input))) return place.own;
  requireVersion(input.versionToken, now);
  await scoreCriterion(ctx.deps, askerOf(ctx), { reviewId: desk.review.id, score, before: place.own });
  return score;
}

/** Nothing was entered: moving on to the next criterion stores no score. */
function isEmpty({ level, comment, finding, note }: WorkbenchInput): boolean {
  return level === undefined && !comment && !note && (finding === undefined || finding === 'none');
}

/**
 * A criterion that delivery would refuse is shown once more before the next one: from there the button goes on all the same. What
 * comes is seen from its first line on, the head of the page above the window: there is room for all of it.
 */
function nextAddress(
  go: WorkbenchInput['go'],
  { desk, place }: Loaded,
  score: ReviewScore | null,
  ctx: WebContext,
): string {
  const isHeld = go === 'next' && score !== null && lacksOf(place.claim.level, score).length > 0;
  const step = isHeld ? 0 : { stay: 0, next: 1, despite: 1, previous: -1 }[go];
  const next = desk.places[desk.places.indexOf(place) + step];
  const saved = `?saved=${encodeURIComponent(placeKey(place))}`;
  if (!next) return `/${ctx.words.language}/review/${desk.review.id}${saved}`;
  return `${placeHref(desk.review.id, next, ctx.words)}${saved}${isHeld ? '#lacks' : '#at'}`;
}
