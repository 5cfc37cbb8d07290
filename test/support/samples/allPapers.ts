import type { WithdrawalPaper } from '../../../src/commands/items/papers.ts';
import type { PaperContents } from '../../../src/commands/items/sealedPaper.ts';
import type { Language } from '../../../src/criteria/scheme.ts';
import { agreementSample } from './agreementSample.ts';
import { decisionSample } from './decisionSample.ts';
import { minutesSample } from './minutesSample.ts';
import { fileSample, proofSample } from './paperSample.ts';
import { questionnaireSample } from './questionnaireSample.ts';
import { yearReportSample } from './yearReportSample.ts';

/** The letter of a label that was withdrawn. */
export const withdrawalSample: WithdrawalPaper = {
  language: 'fr',
  labelNumber: 'MIE-26-00042-D',
  organisation: decisionSample().organisation,
  outcome: 'withdrawn',
  code: 'misuse',
  reason: 'Le macaron figure depuis un an sur des produits d’ailleurs.',
  decidedAt: '2026-12-20T18:00:00.000Z',
  appealBy: '2027-02-02T22:59:59.999Z',
  removeBy: '2027-01-19',
  repairBy: null,
  address: 'https://label.example/fr/organisations/T1/labels/MIE-26-00042-D/hearing',
};

/** One of every kind of paper that is handed out sealed, in a language. */
export function allPapers(language: Language): PaperContents {
  return {
    proof: { ...proofSample(), language },
    file: { ...fileSample(), language },
    decision: decisionSample({ language }),
    withdrawal: { ...withdrawalSample, language },
    agreement: agreementSample(language),
    minutes: minutesSample({ language }),
    questionnaire: questionnaireSample(language),
    yearReport: yearReportSample(language),
  };
}
