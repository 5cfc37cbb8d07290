import { generateKeyPair, type KeyObject, type X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { profile } from '../../profile/profile.ts';
import { certifyKey } from './certifyKey.ts';

/** The key and the certificates of a seal, as PEM. */
export interface SealKey {
  readonly key: string;
  /** The signer's certificate, then its issuer's. */
  readonly chain: readonly string[];
}

const authorityName = `Specimen – ${profile.name} development authority`;
const sealName = `Specimen – ${profile.name} seal`;
const years = 20;

/**
 * A seal of a development authority that is made with it, for where no bought certificate is configured; both names
 * say so. The authority's own key is kept nowhere: nothing else can ever be certified with it.
 */
export async function demoAuthority(at: Date): Promise<SealKey> {
  const [authorityKey, key] = await Promise.all([makeKey(), makeKey()]);
  const until = new Date(at);
  until.setUTCFullYear(until.getUTCFullYear() + years);
  const authority = { name: authorityName, key: authorityKey };
  const period = { from: at, until };
  return {
    key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    chain: [
      certifyKey({ name: sealName, key, usage: 'sealing', ...period }, authority),
      certifyKey({ ...authority, usage: 'certifying', ...period }, authority),
    ],
  };
}

/** Whether a seal is one of development. */
export function isSpecimenSeal({ issuer }: X509Certificate): boolean {
  return issuer.includes(`CN=${authorityName}`);
}

async function makeKey(): Promise<KeyObject> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return privateKey;
}
