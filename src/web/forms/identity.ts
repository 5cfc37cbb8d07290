import { legalForms } from '../../register/legalForm.ts';
import { choice, optionalLine } from './fields.ts';

/** What an organisation is in law; its number may be left empty. */
export const identityFields = {
  legalForm: choice(legalForms),
  identifier: optionalLine(40),
};
