import { erasedPage } from '../../../templates/pages/privacy/erased.ts';
import { eraseOrganisationPage } from '../../../templates/pages/privacy/eraseOrganisation.ts';
import { erasePersonPage } from '../../../templates/pages/privacy/erasePerson.ts';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Person } from '../../commands/items/items.ts';
import { blankName } from '../../commands/privacy/blank.ts';
import { eraseOrganisation } from '../../commands/privacy/eraseOrganisation.ts';
import { erasePerson } from '../../commands/privacy/erasePerson.ts';
import { erasedWith, partsUnderWay } from '../../commands/privacy/partsUnderWay.ts';
import { exportOrganisation } from '../../commands/privacy/views/exportOrganisation.ts';
import { exportPerson } from '../../commands/privacy/views/exportPerson.ts';
import { speaksFor } from '../../policies/organisation.ts';
import { email, line } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { parse } from '../forms/parse.ts';
import { rotate } from '../http/session/sessionOf.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { sendExport } from '../papers/sendExport.ts';

/** Erasing one's own account, someone's for an administrator, and an organisation that never sent anything. */
export function erasurePages(router: WebRouter): void {
  const person = async (ctx: WebContext, id: string): Promise<Person> => {
    const known = requireVisible(await ctx.deps.store.person(id));
    return requireVisible(known.email === '' ? null : known);
  };
  const page = async (known: Person, ctx: WebContext) => {
    const own = known.id === askerOf(ctx).id;
    // Named to themselves only: an administrator may be tied to one of them.
    const organisations = own ? await erasedWith(ctx.deps, known) : [];
    return {
      own,
      email: known.email,
      organisations: organisations.map(({ name }) => name).join(', '),
      action: ctx.path,
      blockers: await partsUnderWay(ctx.deps, known),
    };
  };
  const ofPerson = (idOf: (ctx: WebContext) => string) => ({
    template: erasePersonPage,
    shape: { typed: email },
    load: (ctx: WebContext) => person(ctx, idOf(ctx)),
    page,
  });
  formPage(router, '/account/erase', {
    ...ofPerson((ctx) => askerOf(ctx).id),
    submit: async ({ typed }, known, ctx) => {
      await erasePerson(ctx.deps, askerOf(ctx), { personId: known.id, typed });
      await rotate(ctx, {});
      return `/${ctx.words.language}/sign-in/erased`;
    },
  });
  router.get('/sign-in/erased', (ctx) => ctx.render(erasedPage, null));
  formPage(router, '/people/:id/erase', {
    ...ofPerson((ctx) => ctx.params.id ?? ''),
    submit: async ({ typed }, known, ctx) => {
      await erasePerson(ctx.deps, askerOf(ctx), { personId: known.id, typed });
      return `/${ctx.words.language}/people`;
    },
  });
  formPage(router, '/organisations/:id/erase', {
    template: eraseOrganisationPage,
    shape: { typed: line(120) },
    load: async (ctx) => {
      const organisation = requireVisible(await ctx.deps.store.organisation(ctx.params.id ?? ''));
      requireVisible(speaksFor(askerOf(ctx), organisation.id) && organisation.name !== blankName);
      return { organisation, files: await ctx.deps.store.applicationsOf([organisation.id]) };
    },
    page: ({ organisation, files }, ctx) => ({
      name: organisation.name,
      action: ctx.path,
      blockers: files.some(({ context }) => context.snapshots > 0) ? ['organisationSubmitted'] : [],
    }),
    submit: async ({ typed }, { organisation }, ctx) => {
      await eraseOrganisation(ctx.deps, askerOf(ctx), { organisationId: organisation.id, typed });
      return `/${ctx.words.language}/my`;
    },
  });
}

/** The buttons that give people what is kept of them, and owners what is kept of their organisation. */
export function exportRoutes(router: WebRouter): void {
  const exports = (
    path: string,
    read: (ctx: WebContext) => ReturnType<typeof exportPerson | typeof exportOrganisation>,
  ) =>
    router.post(path, async (ctx) => {
      parse({}, ctx.request.body);
      await ctx.deps.limits.take('exportsOfPerson', askerOf(ctx).id);
      sendExport(ctx, await read(ctx));
    });
  exports('/account/export', (ctx) => exportPerson(ctx.deps, askerOf(ctx)));
  exports('/organisations/:id/export', (ctx) =>
    exportOrganisation(ctx.deps, askerOf(ctx), { organisationId: ctx.params.id ?? '' }),
  );
}
