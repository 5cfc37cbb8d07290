import { declarationPage } from '../../../templates/pages/label/declaration.ts';
import { surveillanceListPage } from '../../../templates/pages/label/surveillanceList.ts';
import type { Declaration } from '../../commands/items/surveillance.ts';
import { declareSurveillance } from '../../commands/label/surveillance/declareSurveillance.ts';
import { labelTasks } from '../../commands/label/views/labelTasks.ts';
import { listOwnSurveillances } from '../../commands/label/views/listSurveillances.ts';
import { type OwnSurveillance, viewOwnSurveillance } from '../../commands/label/views/viewSurveillance.ts';
import type { Criterion } from '../../criteria/scheme.ts';
import { factShape, givenFacts, sureIn, withNames } from '../application/answers/facts.form.ts';
import { type FieldShape, type TypedFields, textOf } from '../application/answers/fields.form.ts';
import { choice, optionalLine, optionalLines, revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { labelKitHref } from '../views/organisation.view.ts';
import { declarationView } from './declaration.view.ts';

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
    load: (ctx) => {
      const surveillanceId = ctx.params.surveillanceId ?? '';
      return viewOwnSurveillance(ctx.deps, askerOf(ctx), { surveillanceId, ...of(ctx) });
    },
    shape,
    page: (task, ctx) => declarationView(task, ctx.words),
    submit: async (input, task, ctx) => {
      const { surveillance, asked, published } = task;
      const declared = {
        surveillanceId: surveillance.id,
        revision: Number(input.revision),
        // Every figure that was given, also one that is as it was.
        facts: givenFacts(asked.figures, input, {}),
        sure: sureIn(asked.figures, input),
        stillMet: stillMetIn(asked.mandatory, input),
        text: textOf(input, 'text') ?? '',
        accounts: textOf(input, 'accounts') ?? '',
        name: textOf(input, 'name') ?? '',
        role: textOf(input, 'role') ?? '',
      };
      await withNames(published, ctx.words, () => declareSurveillance(ctx.deps, askerOf(ctx), declared));
      return `${ctx.path}?saved=1`;
    },
  });
}

/** What was said of each criterion that was asked about. */
function stillMetIn(asked: readonly Criterion[], input: TypedFields): Declaration['stillMet'] {
  const said: Record<string, 'yes' | 'no'> = {};
  for (const { id } of asked) {
    const typed = input[`met.${id}`];
    if (typed === 'yes' || typed === 'no') said[id] = typed;
  }
  return said;
}

/** Of a refused form, all that is wrong is told at once: whatever can be left empty here, the command asks for. */
function shape({ asked }: OwnSurveillance): FieldShape {
  const met = asked.mandatory.map(({ id }) => [`met.${id}`, choice(['yes', 'no']).optional()] as const);
  return {
    revision,
    ...factShape(asked.figures),
    ...Object.fromEntries(met),
    text: optionalLines(4000),
    accounts: optionalLine(300),
    name: optionalLine(200),
    role: optionalLine(200),
  };
}
