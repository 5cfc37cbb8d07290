import { declarationPage, savedDeclaration } from '../../../templates/pages/label/declaration.ts';
import { surveillanceListPage } from '../../../templates/pages/label/surveillanceList.ts';
import {
  declarationFaults,
  declareSurveillance,
} from '../../commands/label/surveillance/declareSurveillance.ts';
import { draftDeclaration } from '../../commands/label/surveillance/draftDeclaration.ts';
import { labelTasks } from '../../commands/label/views/labelTasks.ts';
import { listOwnSurveillances } from '../../commands/label/views/listSurveillances.ts';
import { viewOwnSurveillance } from '../../commands/label/views/viewSurveillance.ts';
import { namedFaults, sureIn, withNames } from '../application/answers/facts.form.ts';
import { requireVersion, textOf } from '../application/answers/fields.form.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { labelKitHref } from '../views/organisation.view.ts';
import { declarationShape, typedDeclaration } from './declaration.form.ts';
import { declarationToken, declarationView } from './declaration.view.ts';

/** What the holder of a label declares: each task on a page of its own, and the way to the one that is due first. */
export function declarationPages(router: WebRouter): void {
  const below = '/organisations/:id/labels/:number/declaration';
  const of = ({ params }: WebContext) => ({ organisationId: params.id ?? '', number: params.number ?? '' });
  const hrefOf = (ctx: WebContext) => {
    const { organisationId, number } = of(ctx);
    return labelKitHref(ctx.words, organisationId, number);
  };
  router.get(below, async (ctx) => {
    const [first] = (await labelTasks(ctx.deps, askerOf(ctx), of(ctx))).filter(({ path }) =>
      path.startsWith('declaration/'),
    );
    // Of a label that is not theirs there is no list either.
    if (!first) await listOwnSurveillances(ctx.deps, askerOf(ctx), of(ctx));
    ctx.redirect(`${hrefOf(ctx)}/${first?.path ?? 'declarations'}`);
  });
  router.get('/organisations/:id/labels/:number/declarations', async (ctx) => {
    const label = hrefOf(ctx);
    const list = await listOwnSurveillances(ctx.deps, askerOf(ctx), of(ctx));
    ctx.render(surveillanceListPage, { ...list, label, below: `${label}/declaration` });
  });
  formPage(router, `${below}/:surveillanceId`, {
    template: declarationPage,
    parts: savedDeclaration,
    load: (ctx) => {
      const surveillanceId = ctx.params.surveillanceId ?? '';
      return viewOwnSurveillance(ctx.deps, askerOf(ctx), { surveillanceId, ...of(ctx) });
    },
    shape: declarationShape,
    page: (task, ctx) => declarationView(task, ctx.words),
    check: (input, task, ctx) => {
      // What is kept for tomorrow may be unfinished.
      if (input.go === 'stay') return [];
      const { asked, published, before } = task;
      const declared = { ...typedDeclaration(task, input), sure: sureIn(asked.figures, input) };
      const faults = declarationFaults({ asked, scheme: published.scheme, before }, declared);
      return namedFaults(faults, published, ctx.words);
    },
    submit: async (input, task, ctx) => {
      const { surveillance, asked, published } = task;
      requireVersion(textOf(input, 'versionToken'), declarationToken(task));
      const draft = typedDeclaration(task, input);
      const surveillanceId = surveillance.id;
      const of = { surveillanceId, revision: surveillance.revision, draft };
      // Kept first also where it is sent: what is refused is there tomorrow, on any device.
      const revision = await draftDeclaration(ctx.deps, askerOf(ctx), of);
      if (input.go !== 'stay') {
        const declared = { surveillanceId, revision, ...draft, sure: sureIn(asked.figures, input) };
        await withNames(published, ctx.words, () => declareSurveillance(ctx.deps, askerOf(ctx), declared));
      }
      return `${ctx.path}?saved=1`;
    },
  });
}
