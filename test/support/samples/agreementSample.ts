import { loadAgreement } from '../../../src/boot/loadAgreement.ts';
import type { AgreementPaper } from '../../../src/commands/items/papers.ts';
import { contentSample } from './paperSample.ts';

/** The current agreement, signed in a language. */
export function agreementSample(
  language: AgreementPaper['signed']['language'] = 'fr',
  change: Partial<AgreementPaper> = {},
): AgreementPaper {
  const { version, texts } = loadAgreement('criteria/made-in-ess/agreement');
  return {
    applicationId: 'A-2026-000042',
    labelNumber: 'MIE-26-00042-D',
    organisation: contentSample().organisation,
    conditions: [],
    text: texts[language],
    signed: {
      version,
      language,
      textDigest: 'ab'.repeat(32),
      name: 'Spécimen owner',
      role: 'Présidence',
      personId: 'P1',
      at: '2026-11-24T09:31:07.000Z',
      digest: 'cd'.repeat(32),
    },
    ...change,
  };
}
