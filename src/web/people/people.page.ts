import { peoplePage } from '../../../templates/pages/people/people.ts';
import { personPage } from '../../../templates/pages/people/person.ts';
import { staffRoles } from '../../commands/items/items.ts';
import { letPersonBack, removePerson } from '../../commands/people/accounts/removePerson.ts';
import { confirmRoles, declineRoles, proposeRoles } from '../../commands/people/accounts/roles.ts';
import { resetPasskeys } from '../../commands/people/signIn/passkeys.ts';
import { listPeople } from '../../commands/people/views/listPeople.ts';
import { type PersonPage, viewPerson } from '../../commands/people/views/viewPerson.ts';
import { admitReviewer, suspendReviewer } from '../../commands/review/reviewers/admission.ts';
import { seats } from '../../policies/reviewer.ts';
import { sectors } from '../../register/sector.ts';
import { askedText, pagesBeside } from '../forms/address.ts';
import { boxes, tickedIn } from '../forms/boxes.ts';
import { choice, revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { formsBelow } from '../forms/formsBelow.ts';
import { placeFields } from '../forms/place.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { listExport } from '../papers/sendList.ts';
import { returnedText } from '../views/mail/returnedMail.view.ts';
import { standingOf } from '../views/reviewerProfile.view.ts';
import { peopleList } from './peopleList.view.ts';

/** What an administrator admits a reviewer for; the field of work is a peer's. */
const seatFields = { seat: choice(seats), sector: placeFields.sector };

/** Everyone whom the service knows, for administrators, and what each holds for the service. */
export function peoplePages(router: WebRouter): void {
  listExport(router, '/people', (deps, ctx) =>
    peopleList(deps, askerOf(ctx), askedText(ctx.query.q), ctx.words),
  );
  router.get('/people', async (ctx) => {
    const [q, after] = [askedText(ctx.query.q), askedText(ctx.query.after)];
    const { next, ...page } = await listPeople(ctx.deps, askerOf(ctx), { beginning: q, after });
    const pages = pagesBeside(`/${ctx.words.language}/people`, { q, after }, next);
    const asked = q === '' ? '' : `${new URLSearchParams({ q })}`;
    ctx.render(peoplePage, { ...page, ...pages, query: q, asked });
  });

  const idOf = (ctx: WebContext) => ctx.params.id ?? '';
  const hrefOf = (ctx: WebContext) => `/${ctx.words.language}/people/${idOf(ctx)}`;
  const page = {
    template: personPage,
    load: (ctx: WebContext) => viewPerson(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (person: PersonPage, ctx: WebContext) => ({
      ...person,
      href: hrefOf(ctx),
      mailWarning: person.returned && returnedText(person.returned, ctx.words),
      standing: standingOf(person.reviewer, person.unavailable, ctx.words),
      staffRoles,
      seats,
      sectors,
    }),
  };
  const done = (ctx: WebContext) => `${hrefOf(ctx)}?saved=1`;

  formPage(router, '/people/:id', {
    ...page,
    shape: { revision, ...boxes('', staffRoles) },
    submit: async (input, { person }, ctx) => {
      const roles = tickedIn(input, '', staffRoles);
      await proposeRoles(ctx.deps, askerOf(ctx), { personId: person.id, revision: input.revision, roles });
      return done(ctx);
    },
  });

  const about = (_: WebContext, { person }: PersonPage) => ({ personId: person.id });
  const form = formsBelow(router, '/people/:id', { ...page, about, next: done });
  form('confirm-roles', { revision }, confirmRoles);
  form('decline-roles', { revision }, declineRoles);
  form('admit', { revision, ...seatFields }, admitReviewer);
  form('suspend', { revision }, suspendReviewer);
  form('remove', { revision }, removePerson);
  form('reset-passkeys', { revision }, resetPasskeys);
  form('let-back', { revision }, letPersonBack);
}
