import { conflictsPage } from '../../../templates/pages/review/conflicts.ts';
import { declareTie, endTie } from '../../commands/review/ties/toldTies.ts';
import { type Conflicts, listConflicts } from '../../commands/review/views/listTies.ts';
import { day, line } from '../forms/fields.ts';
import { formAction, formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { tieFields } from './tie.form.ts';
import { fileTies } from './ties.view.ts';

/** The register of conflicts towards the organisation of a file, as officers keep it. */
export function fileTiesPage(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const path = '/files/:applicationId/ties';
  const page = {
    template: conflictsPage,
    load: (ctx: WebContext) => listConflicts(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (conflicts: Conflicts, ctx: WebContext) => ({
      ...fileTies(conflicts, ctx.words),
    }),
  };
  const done = (ctx: WebContext) => `/${ctx.words.language}/files/${idOf(ctx)}/ties?saved=1`;

  formPage(router, path, {
    ...page,
    shape: { person: line(60), ...tieFields },
    submit: async ({ person, ...told }, { organisation }, ctx) => {
      const tie = { ...told, personId: person, organisationId: organisation.id };
      await declareTie(ctx.deps, askerOf(ctx), tie);
      // An officer who tells of a tie of their own has no such file any more.
      return person === askerOf(ctx).id ? `/${ctx.words.language}/ties?saved=1` : done(ctx);
    },
  });

  formAction(router, `${path}/end`, {
    ...page,
    shape: { person: line(60), tie: line(200), ended: day },
    submit: async ({ person, tie, ended }, _, ctx) => {
      await endTie(ctx.deps, askerOf(ctx), { personId: person, tieId: tie, ended });
      return done(ctx);
    },
  });
}
