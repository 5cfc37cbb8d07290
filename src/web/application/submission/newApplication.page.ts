import * as z from 'zod';
import { newOrganisationPage } from '../../../../templates/pages/application/newOrganisation.ts';
import { startApplication } from '../../../commands/application/selfAssessment/startApplication.ts';
import { openScheme } from '../../../commands/common/schemeOf.ts';
import {
  isKnownNumber,
  organisationFaults,
} from '../../../commands/people/organisations/organisationFaults.ts';
import { registerOrganisation } from '../../../commands/people/organisations/registerOrganisation.ts';
import { dayOf } from '../../../register/day.ts';
import { legalForms } from '../../../register/legalForm.ts';
import { regions } from '../../../register/region.ts';
import { sectors } from '../../../register/sector.ts';
import { line, once } from '../../forms/fields.ts';
import { formPage } from '../../forms/formPage.ts';
import { identityFields, placeFields } from '../../forms/place.ts';
import { asMember } from '../../http/session/sections.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { exclusionFields, exclusionShape, saidExclusions } from '../answers/exclusions.form.ts';

/** Registering an organisation; who does it is its owner, and who came to apply goes on to the first question. */
export function organisationPage(router: WebRouter): void {
  const rules = (ctx: WebContext) => openScheme(ctx.deps).scheme;
  const fields = {
    name: line(120),
    ...identityFields,
    ...placeFields,
    once,
    /** Whether a file is opened at once. */
    start: z.literal('yes').optional(),
  };
  formPage(router, '/organisations/new', {
    template: newOrganisationPage,
    shape: (_: null, ctx): typeof fields => ({ ...fields, ...exclusionShape(rules(ctx)) }),
    load: () => null,
    page: (_, ctx) => {
      const from = { ...ctx.query, ...(ctx.request.body as object | undefined) };
      const said = exclusionFields(saidExclusions(rules(ctx), from));
      const start = from.start === 'yes';
      return {
        ...{ legalForms, regions, sectors, start },
        carried: start ? { start: 'yes', ...said } : said,
        values: { once: ctx.deps.ids.next() },
      };
    },
    check: (input, _, ctx) => {
      const today = dayOf(ctx.deps.clock.now().toISOString());
      return organisationFaults(input, { today, publicUrl: ctx.deps.publicUrl });
    },
    submit: async ({ start, ...typed }, _, ctx) => {
      const asker = askerOf(ctx);
      const exclusions = saidExclusions(rules(ctx), typed);
      const input = Object.fromEntries(
        Object.keys(fields).map((name) => [name, typed[name as keyof typeof typed]]),
      );
      const organisationId = await registerOrganisation(ctx.deps, asker, input as typeof typed);
      const known = await isKnownNumber(ctx.deps, { organisationId, identifier: typed.identifier });
      if (!start || known) return `/${ctx.words.language}/my?saved=1${known ? '&known=1' : ''}`;
      const own = await asMember(ctx);
      // Pressed twice, it opens one file.
      const [draft] = await own.deps.store.applicationsOf([organisationId]);
      const id = draft?.id ?? (await startApplication(own.deps, own.asker, { organisationId, exclusions }));
      return applicationHref(ctx.words, id, 'figures');
    },
  });
}
