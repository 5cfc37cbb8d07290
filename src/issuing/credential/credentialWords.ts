import * as z from 'zod';
import { readWords } from '../../i18n/readWords.ts';

/** What a credential says in each language, from templates/credential. */
export const credentialWords = readWords(
  'credential',
  z.strictObject({
    reviewed: z.boolean(),
    issuer: z.string(),
    name: z.string(),
    provisional: z.string(),
    specimen: z.string(),
    achievement: z.string(),
    description: z.string(),
    criteria: z.string(),
    offers: z.string(),
    evidence: z.string(),
  }),
);
