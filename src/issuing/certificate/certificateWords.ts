import { readWords, sentences } from '../../i18n/readWords.ts';
import type { Language } from '../../profile/profile.ts';

/** What the certificate says in each language, from templates/certificate. */
export const certificateWords = readWords(
  'certificate',
  sentences(
    'name strapline documentTitle heading headingConditional headingProvisional sentenceOne sentenceMany moreOne moreMany',
    'continued scores label labelRevised criteria valid from to signatory placeAndDate sealed codeText linkText',
    'credentialText page specimen specimenNote preview previewNote',
  ),
);

export type CertificateWords = (typeof certificateWords)[Language];
