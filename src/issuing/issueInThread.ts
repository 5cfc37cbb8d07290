import type { Issuing, MadeFile } from '../commands/ports/issuingPorts.ts';
import { threadClient } from '../threads/threadClient.ts';
import type { IssuerSettings } from './keys/issuerSettings.ts';
import { createWitnesses } from './log/createWitnesses.ts';

/** How long one revision may take (ms): a hundred times what it takes on a slow machine. */
const timeoutMs = 120_000;

/** Bytes come from the thread as plain ones. */
const whole = (file: MadeFile) => ({ ...file, bytes: Buffer.from(file.bytes) });

/** Makes and signs in a thread of its own, which alone reads the keys. */
export function issueInThread(settings: IssuerSettings): Issuing {
  const options = { beside: import.meta.url, name: 'issueThread', timeoutMs, workerData: settings };
  const thread = threadClient<Omit<Issuing, 'witnesses'>>(options);
  return {
    revision: async (paper) => {
      const made = await thread.revision(paper);
      return made.map(whole);
    },
    conformity: async (paper, certificate) => whole(await thread.conformity(paper, certificate)),
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
