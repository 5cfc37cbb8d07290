import { workerData } from 'node:worker_threads';
import type { Issuing } from '../commands/ports/issuingPorts.ts';
import { LabelError } from '../errors.ts';
import { signBundle } from '../register/trust/bundleSignature.ts';
import { metadataKey } from '../register/trust/signedMetadata.ts';
import { serveThread } from '../threads/serveThread.ts';
import { buildConformity } from './conformity/buildConformity.ts';
import { makeConformity } from './conformity/makeConformity.ts';
import { signCredential } from './credential/signCredential.ts';
import { buildStatusList } from './credential/statusList.ts';
import { bundleKey, specimenRoot } from './keys/bundleKey.ts';
import { makeKey } from './keys/credentialKeys.ts';
import type { IssuerSettings } from './keys/issuerSettings.ts';
import { readKeyFolder } from './keys/keyFolder.ts';
import { longLifeOf } from './keys/longLife.ts';
import { openIssuer, requireSeal, requireTokenKey } from './keys/openIssuer.ts';
import { readTimeAnchors } from './keys/sealKeys.ts';
import { type LogKey, makeLogKey, openLogKey } from './log/logKey.ts';
import { keepLogMark, readLogMark } from './log/logMark.ts';
import { makeRevision } from './makeRevision.ts';
import { lengthen } from './seal/longTerm/lengthen.ts';
import { stampUntil } from './seal/longTerm/stampUntil.ts';
import { sealAnyway, sealedAt } from './seal/sealPdf.ts';
import { tokenStatusList } from './wallet/tokenStatusList.ts';
import { walletLabel } from './wallet/walletLabel.ts';
import { walletRequest } from './wallet/walletRequest.ts';

const settings: IssuerSettings = workerData;

/** Opened each time, because a key that is rotated signs from then on: to read a few small files takes less than to sign. */
const opened = () => openIssuer(settings);

/** Somebody will put it there: no head is signed until then. */
async function requireLogKey(): Promise<LogKey> {
  const key = await openLogKey(settings.folder);
  if (key) return key;
  throw new LabelError('issuerUnavailable', { cause: `${settings.folder} holds no key of the public log` });
}

const publicHalf = async ({ origin, vkey }: LogKey) => ({
  origin,
  vkey,
  signed: await readLogMark(settings),
});

serveThread({
  revision: async (paper) => makeRevision(await opened(), paper),
  conformity: async (paper, certificate, logged) => {
    const { tokenKey } = await opened();
    if (tokenKey) return makeConformity(buildConformity(paper, certificate), tokenKey, logged);
    throw new LabelError('issuerUnavailable', { cause: `${settings.folder} holds no key for tokens` });
  },
  statusList: async (paper) => {
    const { key, did } = await opened();
    return JSON.stringify(await signCredential(await buildStatusList(paper), key, did, paper.at));
  },
  seal: async (paper) => sealAnyway(paper, (await opened()).sealer),
  tokenStatusList: async (paper) => {
    const { tokenKey } = await opened();
    return tokenKey?.sign('statuslist+jwt', tokenStatusList(paper)) ?? null;
  },
  walletLabel: async (paper) => {
    const key = requireTokenKey(await opened());
    // No claim is hidden: what is said of a label is public, and one without its offers would mislead.
    return `${await key.sign('dc+sd-jwt', walletLabel(paper))}~`;
  },
  walletRequest: async (paper) =>
    requireTokenKey(await opened()).sign('oauth-authz-req+jwt', walletRequest(paper)),
  keys: async () => {
    const { key, tokenKey, sealer } = await opened();
    return {
      credential: { id: key.name, multibase: key.multibase },
      token: tokenKey && { id: tokenKey.name, multibase: tokenKey.multibase },
      anchor: sealer.chain[0] ?? '',
      sealsFrom: sealedAt(sealer, '1970-01-01T00:00:00.000Z'),
      timeAnchors: (await readTimeAnchors(settings)) ?? [],
      timestamped: sealer.timestamp !== undefined,
      anchorIssuers: sealer.chain.slice(1),
    };
  },
  keyFolder: async () => {
    // Development makes what is missing, and what cannot be read says so below.
    if (settings.make) await opened().catch(() => {});
    return readKeyFolder(settings);
  },
  makeKey: async () => {
    // A key that cannot be used would lie there unpublished, and another one beside it after each try.
    if (!settings.make) await requireSeal(settings, new Date());
    const year = new Date().getUTCFullYear();
    await makeKey(settings.folder, 'key', year);
    await makeKey(settings.folder, 'es256', year);
  },
  logKey: async () => {
    const key = await openLogKey(settings.folder);
    return key && publicHalf(key);
  },
  makeLogKey: async (origin) => {
    await makeLogKey(settings.folder, origin);
    return publicHalf(await requireLogKey());
  },
  signHead: async (head) => {
    const key = await requireLogKey();
    await keepLogMark(settings, head);
    return key.checkpoint(head);
  },
  bundleKey: async () => metadataKey(await bundleKey(settings)),
  bundle: async (paper) => signBundle(paper, await bundleKey(settings)),
  specimenRoot: (at) => specimenRoot(settings, at),
  lengthen: async (document) => {
    const life = longLifeOf(settings);
    if (!life) throw new Error('no authority of time is set');
    const bytes = await lengthen(Buffer.from(document), life, new Date());
    const until = stampUntil(bytes);
    if (until === null) throw new Error('a document that was lengthened has no time-stamp');
    return { bytes, stampUntil: until };
  },
} satisfies Omit<Issuing, 'lasts' | 'witnesses' | 'contentOf' | 'conformityContentOf'>);
