import { registerOrganisation } from '../../commands/registerOrganisation.ts';
import { printFaults } from '../../commands/requirePrintable.ts';
import { type Fault, LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { readIdentifier } from '../../register/identifier.ts';
import { choice, line, optionalDay, optionalLine, ticked } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../middleware/signedIn.ts';
import type { Web, WebRouter } from '../state.ts';

const legalForms = ['association', 'cooperative', 'foundation', 'company', 'selfEmployed', 'public'] as const;

/** Registering an organisation; who does it is its owner. */
export function organisationPage(router: WebRouter, { deps }: Web): void {
  formPage(router, '/organisations/new', {
    template: 'applicant/organisation',
    shape: {
      name: line(120),
      legalForm: choice(legalForms),
      identifier: optionalLine(40),
      street: line(120),
      postcode: line(10),
      commune: line(80),
      founded: optionalDay,
      acceptsLeman: ticked,
    },
    load: () => null,
    page: () => ({ legalForms }),
    submit: async (input, _, ctx) => {
      const identifier = readIdentifier(input.identifier);
      const today = dayOf(deps.clock.now().toISOString());
      const faults: Fault[] = [
        ...printFaults('name', input.name),
        ...(input.identifier !== '' && !identifier ? [{ field: 'identifier', code: 'badIdentifier' }] : []),
        ...(/^\d{4,5}$/.test(input.postcode) ? [] : [{ field: 'postcode', code: 'wrongType' }]),
        ...(input.founded > today ? [{ field: 'founded', code: 'badDate' }] : []),
      ];
      if (faults.length > 0) throw new LabelError('invalid', { faults });
      await registerOrganisation(deps, askerOf(ctx), {
        ...input,
        identifier: identifier?.text ?? '',
        founded: input.founded === '' ? null : input.founded,
      });
      return `/${ctx.words.language}/my?saved=1`;
    },
  });
}
