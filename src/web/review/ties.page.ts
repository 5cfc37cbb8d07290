import { conflictsPage } from '../../../templates/pages/review/conflicts.ts';
import { ownTiesPage } from '../../../templates/pages/review/ownTies.ts';
import { declarableKinds, declareTie, endTie } from '../../commands/review/ties/declareTie.ts';
import { listConflicts, listTies, type TieSearch } from '../../commands/review/views/listTies.ts';
import { askedText } from '../forms/address.ts';
import { choice, day, line, optionalLines, optionalNumber } from '../forms/fields.ts';
import { formAction, formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { fileTies, ownTies } from './ties.view.ts';

/** The fields of a tie; the share (percent) applies to clients and suppliers only. */
export const tieFields = {
  kind: choice(declarableKinds),
  share: optionalNumber.refine((value) => value === null || (value >= 0 && value <= 100), 'wrongType'),
  since: day,
  note: optionalLines(500),
};

/** One's own ties: what bars one from which organisation, and how to say a new one. An officer says their end. */
export function tiesPage(router: WebRouter): void {
  formPage(router, '/ties', {
    template: ownTiesPage,
    load: (ctx) => listTies(ctx.deps, askerOf(ctx), searchIn(ctx)),
    page: (ties, ctx) => ownTies(ties, searchIn(ctx), ctx.words),
    shape: { organisation: line(60), ...tieFields },
    submit: async ({ organisation, ...told }, _, ctx) => {
      const asker = askerOf(ctx);
      await declareTie(ctx.deps, asker, { ...told, personId: asker.id, organisationId: organisation });
      return `/${ctx.words.language}/ties?saved=1`;
    },
  });
}

function searchIn({ query }: WebContext): TieSearch {
  return { beginning: askedText(query.q), after: askedText(query.after) };
}

/** The register of conflicts towards the organisation of a file, as officers keep it. */
export function fileTiesPage(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const path = '/files/:applicationId/ties';
  const page = {
    template: conflictsPage,
    load: (ctx: WebContext) => listConflicts(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: fileTies,
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
