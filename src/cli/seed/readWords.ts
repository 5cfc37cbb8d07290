import * as z from 'zod';
import { offerTypes } from '../../criteria/offer.ts';
import { languages } from '../../criteria/scheme.ts';
import { readYaml } from '../../parseYaml.ts';
import { schemeFile } from '../../profile/schemeFile.ts';
import { legalForms } from '../../register/legalForm.ts';
import { sectors } from '../../register/sector.ts';

const text = z.string().min(1);
const texts = z.array(text).min(1);
/** A list in running text. */
const list = z
  .string()
  .transform((written) => written.split(', '))
  .pipe(texts);
/** A type of offer, and what the offer is called in each language. */
const offer = z
  .string()
  .transform((written) => written.split(' / '))
  .pipe(z.tuple([z.enum(offerTypes), text, text, text, text]))
  .transform(([type, fr, de, it, en]) => ({ type, fr, de, it, en }));

/** A text in each language. */
const inLanguages = z
  .string()
  .transform((written) => written.split(' / '))
  .pipe(z.tuple([text, text, text, text]))
  .transform(([fr, de, it, en]) => ({ fr, de, it, en }));

const shape = z.strictObject({
  communes: list,
  evocations: list,
  complements: list,
  forms: z.record(z.enum(legalForms), texts),
  sheets: z.record(z.enum(languages), texts),
  pictures: z.record(z.enum(offerTypes), inLanguages),
  sectors: z.record(z.enum(sectors), z.strictObject({ kinds: list, offers: z.array(offer).min(3) })),
});

/** What specimens of the register are made from. */
export type SpecimenWords = z.infer<typeof shape>;

/** The words of organisations that do not exist, with the communes of the region. */
export function readWords(): SpecimenWords {
  return readYaml(schemeFile('specimens/register.yaml'), shape);
}
