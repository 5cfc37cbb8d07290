import { readWords, sentences } from '../../i18n/readWords.ts';

/** What a credential says in each language, from templates/credential. */
export const credentialWords = readWords(
  'credential',
  sentences(
    'issuer name conditional provisional specimen achievement description criteria offers evidence logged',
    'certificate criterionTheme criterionOffers withConditions',
  ),
);
