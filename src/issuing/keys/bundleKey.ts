import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LabelError } from '../../errors.ts';
import { didOf } from '../../register/didDocument.ts';
import { metadataKey } from '../../register/trust/signedMetadata.ts';
import { makeRoot, signRoot, type TrustRoot } from '../../register/trust/trustRoot.ts';
import { createOnce } from './createOnce.ts';
import type { IssuerSettings } from './issuerSettings.ts';

/** Of a root of development: as long as its seal. */
const specimenDays = 20 * 365;

/** The key that signs trust bundles, made first where that is allowed; otherwise an error that says what to put where. */
export async function bundleKey({ folder, make }: IssuerSettings): Promise<KeyObject> {
  const file = join(folder, 'bundle.pem');
  if (make) await makeEd25519(file);
  const pem = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    const cause = `${folder} holds no key for trust bundles: make one with "made-in-ess root key ${file}", and a root that names it`;
    throw new LabelError('issuerUnavailable', { cause });
  });
  return createPrivateKey(pem);
}

/** A first root for this key; whoever signs it is kept nowhere, and nothing else can ever be signed so. */
export async function specimenRoot(settings: IssuerSettings, at: string): Promise<TrustRoot | null> {
  if (!settings.make) return null;
  const { privateKey } = generateKeyPairSync('ed25519');
  const root = makeRoot({
    did: didOf(settings.publicUrl),
    version: 1,
    at,
    days: specimenDays,
    threshold: 1,
    rootKeys: [metadataKey(privateKey)],
    bundleKeys: [metadataKey(await bundleKey(settings))],
  });
  return signRoot(root, privateKey);
}

/** Makes an Ed25519 key in a new file; null where one is there already, which stays. */
export async function makeEd25519(file: string): Promise<KeyObject | null> {
  const { privateKey } = generateKeyPairSync('ed25519');
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const isMade = await createOnce(file, String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
  return isMade ? privateKey : null;
}
