import { peoplePage } from '../../../templates/pages/people/people.ts';
import { personPage } from '../../../templates/pages/people/person.ts';
import { staffRoles } from '../../commands/items/items.ts';
import { letPersonBack, removePerson } from '../../commands/people/accounts/removePerson.ts';
import { confirmRoles, declineRoles, proposeRoles } from '../../commands/people/accounts/roles.ts';
import { resetPasskeys } from '../../commands/people/signIn/passkeys.ts';
import { listPeople } from '../../commands/people/views/listPeople.ts';
import { type PersonPage, viewPerson } from '../../commands/people/views/viewPerson.ts';
import { admitReviewer, suspendReviewer } from '../../commands/review/reviewers/admission.ts';
import { seatFields } from '../committee/seat.form.ts';
import { revision, ticked } from '../forms/fields.ts';
import { formAction, formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { admissionView } from '../views/reviewerProfile.view.ts';
import { peopleView, personHref, personView } from './people.view.ts';

const roleFields = Object.fromEntries(staffRoles.map((role) => [role, ticked])) as Record<
  (typeof staffRoles)[number],
  typeof ticked
>;

/** Everyone whom the service knows, for administrators, and what each holds for the service. */
export function peoplePages(router: WebRouter): void {
  router.get('/people', async (ctx) => {
    const search = { beginning: textOf(ctx, 'q'), after: textOf(ctx, 'after') };
    const page = await listPeople(ctx.deps, askerOf(ctx), search);
    ctx.render(peoplePage, peopleView(page, search, ctx.words));
  });

  const form = {
    template: personPage,
    load: (ctx: WebContext) => viewPerson(ctx.deps, askerOf(ctx), ctx.params.id ?? ''),
    page: (page: PersonPage, ctx: WebContext) => ({
      ...personView(page, ctx.words),
      admission: admissionView(page, ctx.words),
    }),
  };
  const done = (ctx: WebContext) => `${personHref(ctx.words, ctx.params.id ?? '')}?saved=1`;

  formPage(router, '/people/:id', {
    ...form,
    shape: { revision, ...roleFields },
    submit: async ({ revision: seen, ...held }, { person }, ctx) => {
      const roles = staffRoles.filter((role) => held[role]);
      await proposeRoles(ctx.deps, askerOf(ctx), { personId: person.id, revision: seen, roles });
      return done(ctx);
    },
  });
  for (const [step, answer] of [
    ['confirm', confirmRoles],
    ['decline', declineRoles],
  ] as const) {
    formAction(router, `/people/:id/${step}-roles`, {
      ...form,
      shape: { revision },
      submit: async (input, { person }, ctx) => {
        await answer(ctx.deps, askerOf(ctx), { ...input, personId: person.id });
        return done(ctx);
      },
    });
  }
  formAction(router, '/people/:id/admit', {
    ...form,
    shape: { revision, ...seatFields },
    submit: async ({ sector, ...input }, { person }, ctx) => {
      const admitted = { ...input, sector: sector === '' ? null : sector, personId: person.id };
      await admitReviewer(ctx.deps, askerOf(ctx), admitted);
      return done(ctx);
    },
  });
  formAction(router, '/people/:id/suspend', {
    ...form,
    shape: { revision },
    submit: async (input, { person }, ctx) => {
      await suspendReviewer(ctx.deps, askerOf(ctx), { ...input, personId: person.id });
      return done(ctx);
    },
  });
  formAction(router, '/people/:id/remove', {
    ...form,
    shape: { revision },
    submit: async (input, { person }, ctx) => {
      await removePerson(ctx.deps, askerOf(ctx), { ...input, personId: person.id });
      return done(ctx);
    },
  });
  formAction(router, '/people/:id/reset-passkeys', {
    ...form,
    shape: { revision },
    submit: async (_, { person }, ctx) => {
      await resetPasskeys(ctx.deps, askerOf(ctx), { personId: person.id });
      return done(ctx);
    },
  });
  formAction(router, '/people/:id/let-back', {
    ...form,
    shape: { revision },
    submit: async (input, { person }, ctx) => {
      await letPersonBack(ctx.deps, askerOf(ctx), { ...input, personId: person.id });
      return done(ctx);
    },
  });
}

function textOf(ctx: WebContext, name: string): string {
  const value = ctx.query[name];
  return typeof value === 'string' ? value.trim().slice(0, 100) : '';
}
