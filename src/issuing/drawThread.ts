import { parentPort } from 'node:worker_threads';
import { LabelError } from '../errors.ts';
import { makeCertificate } from './certificate/certificate.ts';
import type { Drawing, Drawn } from './drawInThread.ts';
import { makeAgreement } from './paper/agreement.ts';
import { makeDecisionLetter } from './paper/decisionLetter.ts';
import { makeDepositProof } from './paper/depositProof.ts';
import { makeMinutes } from './paper/minutes.ts';
import { makeWholeFile } from './paper/wholeFile.ts';

parentPort?.on('message', async (drawing: Drawing) => parentPort?.postMessage(await drawn(drawing)));

async function drawn(drawing: Drawing): Promise<Drawn> {
  try {
    return { bytes: await bytesOf(drawing) };
  } catch (error) {
    if (error instanceof LabelError) return { faults: error.faults };
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function bytesOf(drawing: Drawing): Promise<Buffer> {
  switch (drawing.kind) {
    case 'proof':
      return makeDepositProof(drawing.paper);
    case 'file':
      return makeWholeFile(drawing.paper);
    case 'certificatePreview':
      return makeCertificate({ ...drawing.paper, preview: true });
    case 'decision':
      return makeDecisionLetter(drawing.paper);
    case 'agreement':
      return makeAgreement(drawing.paper);
    case 'minutes':
      return makeMinutes(drawing.paper);
  }
}
