import { decideApplication } from '../../commands/decision/decideApplication.ts';
import { type Deliberation, viewDeliberation } from '../../commands/decision/viewDeliberation.ts';
import { choice, line, lines, optionalDay, optionalLines, revision, ticked } from '../forms/fields.ts';
import { formAction } from '../forms/formPage.ts';
import { noRefusal } from '../forms/refusal.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { staffDeliberation } from '../presenters/staffDeliberation.ts';
import type { WebContext, WebRouter } from '../state.ts';
import { outcomes } from './outcomes.ts';

const count = line(3)
  .refine((value) => /^\d*$/.test(value), 'notANumber')
  .transform(Number);

/** A file before the committee; the chair enters who sat, how they voted and what was decided. */
export function staffDeliberationPage(router: WebRouter): void {
  const path = '/committee/:applicationId';
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const page = {
    template: 'staff/deliberation',
    load: (ctx: WebContext) => viewDeliberation(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (file: Deliberation, ctx: WebContext) => ({ ...staffDeliberation(file, ctx.words) }),
  };

  router.get(path, async (ctx) => {
    const view = page.page(await page.load(ctx), ctx);
    ctx.render(page.template, { ...view, values: {}, refusal: noRefusal });
  });

  formAction(router, `${path}/decide`, {
    ...page,
    shape: (file) => ({
      revision,
      outcome: choice(outcomes),
      reason: lines(4000),
      for: count,
      against: count,
      abstained: count,
      condition: optionalLines(1000),
      conditionDue: optionalDay,
      ...seats(file),
    }),
    submit: async (input, file, ctx) => {
      const { outcome, reason, condition: text, conditionDue: due } = input;
      await decideApplication(ctx.deps, askerOf(ctx), {
        applicationId: idOf(ctx),
        revision: input.revision,
        outcome,
        reason,
        vote: {
          present: tickedOf('present', input, file),
          recused: [...tickedOf('recused', input, file), ...outsideOf(file)],
          for: input.for,
          against: input.against,
          abstained: input.abstained,
          casting: null,
        },
        conditions: text === '' && due === '' ? [] : [{ text, due }],
      });
      return `/${ctx.words.language}/committee/${idOf(ctx)}`;
    },
  });
}

/** Two boxes for everyone who may sit on this file: `present.<person>` and `recused.<person>`. */
function seats({ members }: Deliberation): Record<string, typeof ticked> {
  const free = members.filter(({ part }) => part === null);
  return Object.fromEntries(
    free
      .flatMap(({ person }) => [`present.${person.id}`, `recused.${person.id}`])
      .map((name) => [name, ticked]),
  );
}

function tickedOf(
  box: 'present' | 'recused',
  input: Readonly<Record<string, unknown>>,
  { members }: Deliberation,
): string[] {
  return members.map(({ person }) => person.id).filter((id) => input[`${box}.${id}`] === true);
}

/** Members with a part of their own in the file: recused whatever the form says. */
function outsideOf({ members }: Deliberation): string[] {
  return members.filter(({ part }) => part !== null).map(({ person }) => person.id);
}
