import * as z from 'zod';
import { newOrganisationPage } from '../../../../templates/pages/application/newOrganisation.ts';
import { startApplication } from '../../../commands/application/selfAssessment/startApplication.ts';
import { openScheme } from '../../../commands/common/schemeOf.ts';
import { inviterOf } from '../../../commands/exchange/views/inviterOf.ts';
import {
  isKnownNumber,
  organisationFaults,
} from '../../../commands/people/organisations/organisationFaults.ts';
import { registerOrganisation } from '../../../commands/people/organisations/registerOrganisation.ts';
import { dayOf } from '../../../register/day.ts';
import { legalForms } from '../../../register/legalForm.ts';
import { regions } from '../../../register/region.ts';
import { sectors } from '../../../register/sector.ts';
import { line, once, optionalLine } from '../../forms/fields.ts';
import { formPage } from '../../forms/formPage.ts';
import { identityFields, placeFields } from '../../forms/place.ts';
import { asMember } from '../../http/session/sections.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { exclusionFields, exclusionShape, saidExclusions } from '../answers/exclusions.form.ts';

type Inviter = Awaited<ReturnType<typeof inviterOf>>;

/** Registering an organisation; who does it is its owner, and who came to apply goes on to the first question. */
export function organisationPage(router: WebRouter): void {
  const rules = (ctx: WebContext) => openScheme(ctx.deps).scheme;
  const organisation = { name: line(120), ...identityFields, ...placeFields, once };
  const fields = {
    ...organisation,
    /** The number of the holder that invites. */
    sponsor: optionalLine(40),
    /** Whether a file is opened at once. */
    start: z.literal('yes').optional(),
  };
  formPage(router, '/organisations/new', {
    template: newOrganisationPage,
    shape: (_: Inviter, ctx): typeof fields => ({ ...fields, ...exclusionShape(rules(ctx)) }),
    load: (ctx) => inviterOf(ctx.deps, sponsorIn(ctx)),
    page: (inviter, ctx) => {
      const from = { ...ctx.query, ...(ctx.request.body as object | undefined) };
      const said = exclusionFields(saidExclusions(rules(ctx), from));
      const start = from.start === 'yes';
      return {
        ...{ legalForms, regions, sectors, start },
        inviter: inviter && { name: inviter.name, number: inviter.number },
        carried: start ? { start: 'yes', ...said } : said,
        values: { once: ctx.deps.ids.next() },
      };
    },
    check: (input, _, ctx) => {
      const today = dayOf(ctx.deps.clock.now().toISOString());
      return organisationFaults(input, { today, publicUrl: ctx.deps.publicUrl });
    },
    submit: async ({ start, ...typed }, inviter, ctx) => {
      const asker = askerOf(ctx);
      const exclusions = saidExclusions(rules(ctx), typed);
      const input = Object.fromEntries(
        Object.keys(organisation).map((name) => [name, typed[name as keyof typeof typed]]),
      );
      const sponsorId = inviter?.id;
      const registering = { ...(input as Omit<typeof typed, 'sponsor'>), sponsorId };
      const organisationId = await registerOrganisation(ctx.deps, asker, registering);
      const known = await isKnownNumber(ctx.deps, { organisationId, identifier: typed.identifier });
      if (!start || known) return `/${ctx.words.language}/my?saved=1${known ? '&known=1' : ''}`;
      const own = await asMember(ctx);
      // Pressed twice, it opens one file.
      const [draft] = await own.deps.store.applicationsOf([organisationId]);
      const id = draft?.id ?? (await startApplication(own.deps, own.asker, { organisationId, exclusions }));
      // Its list, in which figures can wait: not everybody has the accounts at hand.
      return applicationHref(ctx.words, id);
    },
  });
}

/** The number of the holder that invites, from the link or from the form that it led to. */
function sponsorIn({ query, request }: WebContext): string {
  const sent = new Map(Object.entries(request.body ?? {})).get('sponsor') ?? query.sponsor;
  return typeof sent === 'string' ? sent.slice(0, 40) : '';
}
