import { registerOrganisation } from '../../commands/organisations/registerOrganisation.ts';
import { regions } from '../../register/region.ts';
import { choice, line, once, optionalLine } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { placeFields, placeIn } from '../forms/placeFields.ts';
import { askerOf } from '../middleware/signedIn.ts';
import type { WebRouter } from '../state.ts';

const legalForms = ['association', 'cooperative', 'foundation', 'company', 'selfEmployed', 'public'] as const;

/** Registering an organisation; who does it is its owner. */
export function organisationPage(router: WebRouter): void {
  formPage(router, '/organisations/new', {
    template: 'applicant/organisation',
    shape: {
      name: line(120),
      legalForm: choice(legalForms),
      identifier: optionalLine(40),
      ...placeFields,
      once,
    },
    load: () => null,
    page: (_, ctx) => ({ legalForms, regions, values: { once: ctx.deps.ids.next() } }),
    submit: async ({ once: mark, ...input }, _, ctx) => {
      await registerOrganisation(ctx.deps, askerOf(ctx), { ...placeIn(input), once: mark });
      return `/${ctx.words.language}/my?saved=1`;
    },
  });
}
