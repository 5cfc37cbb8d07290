import * as z from 'zod';
import { offerTypes } from '../../criteria/offer.ts';
import { type Language, languages } from '../../criteria/scheme.ts';
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
/** A text in each language of the label, in the order of its profile. */
const inLanguages = z
  .string()
  .transform((written) => written.split(' / '))
  .pipe(texts.length(languages.length))
  .transform(byLanguage);
/** A type of offer, and what the offer is called in each language. */
const offer = z
  .string()
  .transform((written) => written.split(' / '))
  .pipe(z.tuple([z.enum(offerTypes)], text).refine((parts) => parts.length === languages.length + 1))
  .transform(([type, ...names]) => ({ type, names: byLanguage(names) }));

const shape = z.strictObject({
  communes: list,
  evocations: list,
  complements: list,
  forms: z.partialRecord(z.enum(legalForms), texts),
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

function byLanguage(said: readonly string[]): Readonly<Record<Language, string>> {
  return Object.fromEntries(languages.map((language, i) => [language, said[i]])) as Record<Language, string>;
}
