import * as z from 'zod';
import { readWords } from '../../i18n/readWords.ts';

const keys = [
  'name',
  'strapline',
  'documentTitle',
  'heading',
  'headingProvisional',
  'sentenceOne',
  'sentenceMany',
  'moreOne',
  'moreMany',
  'continued',
  'scores',
  'label',
  'labelRevised',
  'criteria',
  'valid',
  'from',
  'to',
  'signatory',
  'placeAndDate',
  'sealed',
  'codeText',
  'linkText',
  'credentialText',
  'page',
  'specimen',
  'specimenNote',
  'preview',
  'previewNote',
] as const;

export type CertificateWords = Readonly<Record<(typeof keys)[number], string>>;

const shape = z.strictObject({
  reviewed: z.boolean(),
  ...(Object.fromEntries(keys.map((key) => [key, z.string()])) as Record<(typeof keys)[number], z.ZodString>),
});

/** What the certificate says in each language, from templates/certificate. */
export const certificateWords = readWords('certificate', shape);
