import * as z from 'zod';
import { categories } from '../../criteria/category.ts';
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
const need = z.strictObject({
  /** Whose it is: the first part of the address of its people. */
  of: text,
  kind: z.enum(['need', 'project']),
  title: text,
  text,
  quantity: z.string(),
  place: text,
  category: z.enum(categories),
});
const sentences = z.strictObject({
  granted: text,
  almost: text,
  condition: text,
  refused: text,
  seeFinding: text,
  noPurpose: text,
  noRule: text,
  call: text,
  room: text,
  information: text,
  action: text,
  grounds: text,
  admitted: text,
  proof: text,
  misuse: text,
  todo: text,
  mistake: text,
  complaint: text,
  question: text,
  moved: text,
  tie: text,
  aboutNeed: text,
  answer: text,
});
/** The criteria of the organisation that the file is stopped at. */
const stopped = z.strictObject({ information: text, finding: text, divergence: text });
const shape = z.strictObject({
  organisations: z.record(z.string(), organisation),
  said: sentences,
  needs: z.array(need).min(1),
  stops: stopped,
});

/** An organisation that does not exist, and what it offers. */
export type LivingOrganisation = z.infer<typeof organisation>;

/**
 * What the demonstration is made from: `organisations` by where their file waits, what is `said` while files move on, at which criteria some
 * `stops`, and the `needs` of some of them.
 */
export const { organisations, said, needs, stops } = readYaml(schemeFile('specimens/living.yaml'), shape);
