import * as z from 'zod';
import { offerShape } from '../../criteria/offer.ts';
import { readYaml } from '../../parseYaml.ts';
import { schemeFile } from '../../profile/schemeFile.ts';
import { legalForms } from '../../register/legalForm.ts';
import { sectors } from '../../register/sector.ts';

const text = z.string().min(1);
const organisation = z.strictObject({
  name: text,
  legalForm: z.enum(legalForms),
  sector: z.enum(sectors),
  street: text,
  postcode: text,
  commune: text,
  offers: z.array(z.strictObject(offerShape)).min(1),
});

/** An organisation that does not exist, and what it offers. */
export type LivingOrganisation = z.infer<typeof organisation>;

/** The organisations of the demonstration, by where their file waits. */
export function readOrganisations(): Readonly<Record<string, LivingOrganisation>> {
  return readYaml(schemeFile('specimens/living.yaml'), z.record(z.string(), organisation));
}
