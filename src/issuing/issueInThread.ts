import type { Issuing, MadeFile } from '../commands/ports/issuingPorts.ts';
import { threadClient } from '../threads/threadClient.ts';
import { buildConformity } from './conformity/buildConformity.ts';
import { buildCredential } from './credential/buildCredential.ts';
import { contentDigest } from './credential/contentDigest.ts';
import type { IssuerSettings } from './keys/issuerSettings.ts';
import { createWitnesses } from './log/createWitnesses.ts';

/** How long one revision may take (ms): a hundred times what it takes on a slow machine. */
const timeoutMs = 120_000;

/** Bytes come from the thread as plain ones. */
const whole = (file: MadeFile) => ({ ...file, bytes: Buffer.from(file.bytes) });

/** Makes and signs in a thread of its own, which alone reads the keys. */
export function issueInThread(settings: IssuerSettings): Issuing {
  const options = { beside: import.meta.url, name: 'issueThread', timeoutMs, workerData: settings };
  const thread = threadClient<Omit<Issuing, 'witnesses' | 'contentOf' | 'conformityContentOf'>>(options);
  return {
    revision: async (paper) => {
      const made = await thread.revision(paper);
      return made.map(whole);
    },
    // No key is needed to say what will be signed.
    contentOf: async (paper, salt) => contentDigest(buildCredential(paper), salt),
    conformity: async (...asked) => whole(await thread.conformity(...asked)),
    conformityContentOf: async (paper, certificate, salt) =>
      contentDigest(buildConformity(paper, certificate), salt),
    statusList: (paper) => thread.statusList(paper),
    seal: (paper) => thread.seal(paper),
    tokenStatusList: (paper) => thread.tokenStatusList(paper),
    walletLabel: (paper) => thread.walletLabel(paper),
    walletRequest: (paper) => thread.walletRequest(paper),
    keys: () => thread.keys(),
    keyFolder: () => thread.keyFolder(),
    makeKey: () => thread.makeKey(),
    logKey: () => thread.logKey(),
    makeLogKey: (origin) => thread.makeLogKey(origin),
    signHead: (head) => thread.signHead(head),
    bundleKey: () => thread.bundleKey(),
    bundle: (paper) => thread.bundle(paper),
    specimenRoot: (at) => thread.specimenRoot(at),
    // No thread is started to say so.
    lasts: async () => settings.timestampUrl !== undefined,
    lengthen: async (document) => {
      const { bytes, ...lengthened } = await thread.lengthen(document);
      return { ...lengthened, bytes: Buffer.from(bytes) };
    },
    witnesses: createWitnesses({ witnesses: settings.witnesses ?? [], quorum: settings.quorum ?? 0 }),
  };
}
