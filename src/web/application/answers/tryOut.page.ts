import type { Refusal } from '../../../../templates/frame.ts';
import { tryPage } from '../../../../templates/pages/application/tryOut.ts';
import { type Trial, tryAssessment } from '../../../commands/application/selfAssessment/tryAssessment.ts';
import { answersFileOf } from '../../../commands/application/transfer/answersFile.ts';
import { openScheme } from '../../../commands/common/schemeOf.ts';
import type { PublishedScheme, Scheme } from '../../../criteria/scheme.ts';
import { LabelError } from '../../../errors.ts';
import { memoize } from '../../../i18n/memoize.ts';
import { schemeId } from '../../../profile/schemeFile.ts';
import { parse } from '../../forms/parse.ts';
import { explains, named, noRefusal, refusalOf, textsOf } from '../../forms/refusal.ts';
import { body } from '../../http/body.ts';
import { clientKey } from '../../http/clientKey.ts';
import type { Web, WebContext, WebRouter } from '../../http/state.ts';
import { withNames } from './facts.form.ts';
import { textOf } from './fields.form.ts';
import { trialOf, tryShape } from './tryOut.form.ts';
import { tryView } from './tryOut.view.ts';
import { tryPartOf, tryParts } from './tryParts.form.ts';

/** How many versions' forms are kept: the open one and, around the day of a change, the one before. */
const maxVersions = 2;

/**
 * The whole self-assessment without an account. A form that comes is computed and forgotten: nothing is kept, no session is
 * read, so there is nothing that a form from another site could change.
 */
export function tryRoutes(router: WebRouter, { deps }: Web): void {
  /** The form of the version that is open on the day of a request: another one may open while the service runs. */
  const openForm = (): TryForm => tryForm(openScheme(deps));

  router.use('/try', async (ctx, next) => {
    await deps.limits.take('trialsFromClient', clientKey(ctx.ip));
    await next();
  });
  router.get('/try', (ctx) => {
    const { published, nothing } = openForm();
    show(ctx, published, nothing, noRefusal, 'figures');
  });
  router.post('/try', body, async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    const { published, shape, nothing } = openForm();
    const { scheme } = published;
    try {
      const typed = parse(shape, ctx.request.body);
      const trial = trialOf(scheme, typed);
      await withNames(published, ctx.words, () => tryAssessment(scheme, trial));
      if (typed.go === 'download') return download(ctx, published, trial);
      show(
        ctx,
        published,
        trial,
        { ...noRefusal, typed: textsOf(ctx.request.body) },
        textOf(typed, 'go') ?? 'result',
      );
    } catch (error) {
      if (!(error instanceof LabelError) || !explains(ctx, error)) throw error;
      const refusal = refusalOf(error, ctx.request.body, ctx.words);
      show(ctx, published, nothing, refusal, faultyPart(scheme, error, refusal.typed.at));
      ctx.status = error.status;
    }
  });
}

/** What the form of a version takes, and what it is before anything was typed. */
interface TryForm {
  readonly published: PublishedScheme;
  readonly shape: ReturnType<typeof tryShape>;
  readonly nothing: Trial;
}

const tryForm = memoize(maxVersions, (published: PublishedScheme): TryForm => {
  const shape = tryShape(published.scheme);
  return { published, shape, nothing: trialOf(published.scheme, parse(shape, {})) };
});

function show(ctx: WebContext, published: PublishedScheme, trial: Trial, refusal: Refusal, at: string): void {
  const { names, ...view } = tryView(published, tryAssessment(published.scheme, trial), at, ctx.words);
  const values = { ...view.values, ...refusal.typed };
  ctx.render(tryPage, { ...view, values, refusal: named(refusal, names, ctx.words) });
}

/** Where the first field is that is not right, or the part that was sent where no part has it. */
function faultyPart(scheme: Scheme, { faults }: LabelError, sent = ''): string {
  const parts = tryParts(scheme);
  const [first] = faults.flatMap(({ field }) => tryPartOf(parts, field) ?? []);
  return first ?? parts.find(({ id }) => id === sent)?.id ?? 'figures';
}

/** The file that an application imports; an offer without any content is none. */
function download(ctx: WebContext, { scheme }: PublishedScheme, trial: Trial): void {
  const { facts, answers, type: _, ...texts } = trial.offer;
  const described = Object.values(texts).some(Boolean) || answers.length > 0 || Object.keys(facts).length > 0;
  const assessment = tryAssessment(scheme, trial);
  const file = answersFileOf(assessment, described ? assessment.offersNamed : [], scheme.version);
  ctx.attachment(`${schemeId}.json`);
  ctx.body = `${JSON.stringify(file, null, 2)}\n`;
}
