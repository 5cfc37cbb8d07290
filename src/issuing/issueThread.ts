import { workerData } from 'node:worker_threads';
import type { Issuing } from '../commands/ports/issuingPorts.ts';
import { didDocument } from '../register/didDocument.ts';
import { serveThread } from '../threads/serveThread.ts';
import { signCredential } from './credential/signCredential.ts';
import { buildStatusList } from './credential/statusList.ts';
import { makeKey } from './keys/credentialKeys.ts';
import type { IssuerSettings } from './keys/issuerSettings.ts';
import { openIssuer } from './keys/openIssuer.ts';
import { makeRevision } from './makeRevision.ts';

const settings: IssuerSettings = workerData;

/** Opened each time, because a key that is rotated signs from then on: to read a few small files takes less than to sign. */
async function opened() {
  const issuer = await openIssuer(settings);
  const publicKey = { id: issuer.key.name, multibase: issuer.key.multibase };
  return { issuer, publicKey };
}

serveThread({
  revision: async (paper) => makeRevision((await opened()).issuer, paper),
  statusList: async (paper) => {
    const { issuer, publicKey } = await opened();
    const unsigned = await buildStatusList(paper);
    const document = didDocument(issuer.did, [publicKey]);
    return JSON.stringify(await signCredential(unsigned, issuer.key, document, paper.at));
  },
  keys: async () => {
    const { issuer, publicKey } = await opened();
    return { credential: publicKey, anchor: issuer.sealer.chain[0] ?? '' };
  },
  makeKey: () => makeKey(settings.folder, new Date().getUTCFullYear()),
} satisfies Issuing);
