import { X509Certificate } from 'node:crypto';
import type { Kept, KeptSeal, KeyFolder } from '../../commands/ports/issuing/keyFolder.ts';
import { LabelError } from '../../errors.ts';
import { didOf, type PublicKey } from '../../register/didDocument.ts';
import { keyIdOf, metadataKey } from '../../register/trust/signedMetadata.ts';
import { openLogKey } from '../log/logKey.ts';
import { readLogMark } from '../log/logMark.ts';
import { isSpecimenSeal } from '../seal/demoAuthority.ts';
import { readMaterial } from '../seal/openSealer.ts';
import { bundleKey } from './bundleKey.ts';
import { newestKey, newestTokenKey } from './credentialKeys.ts';
import type { IssuerSettings } from './issuerSettings.ts';
import { readSealMaterial, readTimeAnchors } from './sealKeys.ts';

/** Looks at everything in KEYS_DIR, and makes nothing. */
export async function readKeyFolder(settings: IssuerSettings): Promise<KeyFolder> {
  const { folder, publicUrl } = settings;
  const did = didOf(publicUrl);
  const [credential, token, seal, log, bundle, time] = await Promise.all([
    kept(async () => publicHalf(await newestKey(folder, did))),
    kept(async () => publicHalf(await newestTokenKey(folder, did))),
    kept(() => sealIn(settings)),
    kept(async () => {
      const key = await openLogKey(folder);
      return key && { origin: key.origin, vkey: key.vkey, signed: await readLogMark(settings) };
    }),
    kept(async () => ({ id: keyIdOf(metadataKey(await bundleKey({ ...settings, make: false }))) })),
    kept(() => timeIn(settings)),
  ]);
  return { credential, token, seal, log, bundle, time };
}

async function kept<T>(read: () => Promise<T | null>): Promise<Kept<T>> {
  try {
    return (await read()) ?? 'missing';
  } catch (error) {
    return error instanceof LabelError && error.code === 'issuerUnavailable' ? 'missing' : 'unread';
  }
}

function publicHalf(key: { readonly name: string; readonly multibase: string } | null): PublicKey | null {
  return key && { id: key.name, multibase: key.multibase };
}

async function sealIn(settings: IssuerSettings): Promise<KeptSeal | null> {
  const material = await readSealMaterial(settings);
  if (!material) return null;
  const { chain } = await readMaterial(material);
  const [first] = chain.map(endOf).sort();
  const [own] = chain;
  return first && own ? { until: first, specimen: isSpecimenSeal(own) } : null;
}

async function timeIn(settings: IssuerSettings): Promise<(KeyFolder['time'] & object) | null> {
  const anchors = await readTimeAnchors(settings);
  if (anchors === null) return null;
  const last = anchors
    .map((pem) => endOf(new X509Certificate(pem)))
    .sort()
    .at(-1);
  if (!last) throw new Error('no certificate is in it');
  return { until: last };
}

function endOf({ validTo }: X509Certificate): string {
  return new Date(validTo).toISOString();
}
