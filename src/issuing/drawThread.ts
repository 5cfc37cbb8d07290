import type { Papers } from '../commands/items/papers.ts';
import type { PaperDrawers } from '../commands/items/sealedPaper.ts';
import { serveThread } from '../threads/serveThread.ts';
import { makeCertificate } from './certificate/certificate.ts';
import { qrPath } from './drawing/qrPath.ts';
import { makeAgreement } from './paper/agreement.ts';
import { makeDecisionLetter } from './paper/decisionLetter.ts';
import { makeDepositProof } from './paper/depositProof.ts';
import { makeMinutes } from './paper/minutes.ts';
import { makeQuestionnaire } from './paper/questionnaire.ts';
import { makeWholeFile } from './paper/wholeFile.ts';
import { makeWithdrawalLetter } from './paper/withdrawalLetter.ts';
import { makeYearReport } from './paper/yearReport.ts';

serveThread({
  proof: makeDepositProof,
  file: makeWholeFile,
  certificatePreview: (paper) => makeCertificate({ ...paper, preview: true }),
  decision: makeDecisionLetter,
  withdrawal: makeWithdrawalLetter,
  agreement: makeAgreement,
  minutes: makeMinutes,
  questionnaire: makeQuestionnaire,
  yearReport: makeYearReport,
  code: async (address) => qrPath(address),
} satisfies Papers & PaperDrawers);
