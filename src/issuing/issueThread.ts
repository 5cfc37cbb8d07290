import { parentPort, workerData } from 'node:worker_threads';
import { LabelError } from '../errors.ts';
import { didDocument } from '../register/didDocument.ts';
import { signCredential } from './credential/signCredential.ts';
import { buildStatusList } from './credential/statusList.ts';
import type { IssuingAnswer, IssuingQuestion } from './issueInThread.ts';
import { makeKey } from './keys/credentialKeys.ts';
import type { IssuerSettings } from './keys/issuerSettings.ts';
import { openIssuer } from './keys/openIssuer.ts';
import { makeRevision } from './makeRevision.ts';

parentPort?.on('message', async (question: IssuingQuestion) =>
  parentPort?.postMessage(await answered(question)),
);

async function answered(question: IssuingQuestion): Promise<IssuingAnswer> {
  try {
    return { made: await madeOf(question) };
  } catch (error) {
    if (error instanceof LabelError) return { faults: error.faults };
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function madeOf(question: IssuingQuestion): Promise<Extract<IssuingAnswer, { made: unknown }>['made']> {
  const settings = workerData as IssuerSettings;
  if (question.kind === 'makeKey') {
    await makeKey(settings.folder, new Date().getUTCFullYear());
    return null;
  }
  // Opened each time, because a key that is rotated signs from then on: to read a few small files takes less than to sign.
  const issuer = await openIssuer(settings);
  const { did, key, sealer } = issuer;
  const publicKey = { id: key.name, multibase: key.multibase };
  switch (question.kind) {
    case 'revision':
      return makeRevision(issuer, question.paper);
    case 'statusList': {
      const unsigned = await buildStatusList(question.paper);
      const signed = await signCredential(unsigned, key, didDocument(did, [publicKey]), question.paper.at);
      return JSON.stringify(signed);
    }
    case 'keys':
      return { credential: publicKey, anchor: sealer.chain[0] ?? '' };
  }
}
