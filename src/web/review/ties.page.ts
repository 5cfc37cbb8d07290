import { conflictsPage } from '../../../templates/pages/review/conflicts.ts';
import { ownTiesPage } from '../../../templates/pages/review/ownTies.ts';
import { declarableKinds, declareTie, endTie } from '../../commands/review/ties/declareTie.ts';
import { type Conflicts, listConflicts, listTies } from '../../commands/review/views/listTies.ts';
import { addressOf, askedText, pagesBeside } from '../forms/address.ts';
import { choice, day, line, optionalLines, optionalNumber } from '../forms/fields.ts';
import { formAction, formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { listExport } from '../papers/sendList.ts';
import { ownTiesList } from './reviewLists.view.ts';

/** The fields of a tie; the share (percent) applies to clients and suppliers only. */
export const tieFields = {
  kind: choice(declarableKinds),
  share: optionalNumber.refine((value) => value === null || (value >= 0 && value <= 100), 'wrongType'),
  since: day,
  note: optionalLines(500),
};

/** A person's own ties to organisations, which bar them, with a form for a new one; an officer ends them. */
export function tiesPage(router: WebRouter): void {
  listExport(router, '/ties', (deps, ctx) => ownTiesList(deps, askerOf(ctx), ctx.words));
  formPage(router, '/ties', {
    template: ownTiesPage,
    load: (ctx) => {
      const { q, after } = searchIn(ctx);
      return listTies(ctx.deps, askerOf(ctx), { beginning: q, after });
    },
    page: ({ next, ...page }, ctx) => {
      const path = `/${ctx.words.language}/ties`;
      const search = searchIn(ctx);
      return {
        ...page,
        ...pagesBeside(path, search, next),
        query: search.q,
        // The form is sent to the page that it stands on, so that it still offers the same organisations when it is refused.
        action: addressOf(path, search),
        kinds: declarableKinds,
      };
    },
    shape: { organisation: line(60), ...tieFields },
    submit: async ({ organisation: organisationId, ...tie }, _, ctx) => {
      const asker = askerOf(ctx);
      await declareTie(ctx.deps, asker, { ...tie, personId: asker.id, organisationId });
      return `/${ctx.words.language}/ties?saved=1`;
    },
  });
}

function searchIn({ query }: WebContext) {
  return { q: askedText(query.q), after: askedText(query.after) };
}

/** The register of conflicts towards the organisation of a file, as officers keep it. */
export function fileTiesPage(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const path = '/files/:applicationId/ties';
  const page = {
    template: conflictsPage,
    load: (ctx: WebContext) => listConflicts(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (conflicts: Conflicts) => ({ ...conflicts, kinds: declarableKinds }),
  };
  const done = (ctx: WebContext) => `/${ctx.words.language}/files/${idOf(ctx)}/ties?saved=1`;

  formPage(router, path, {
    ...page,
    shape: { person: line(60), ...tieFields },
    submit: async ({ person: personId, ...tie }, { organisation }, ctx) => {
      await declareTie(ctx.deps, askerOf(ctx), { ...tie, personId, organisationId: organisation.id });
      // An officer who declares a tie of their own no longer sees this file.
      return personId === askerOf(ctx).id ? `/${ctx.words.language}/ties?saved=1` : done(ctx);
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
