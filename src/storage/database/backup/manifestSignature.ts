import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { keyIdOf, type MetadataKey, metadataKey } from '../../../register/trust/signedMetadata.ts';
import type { BackupSignature } from './format.ts';

/** Signs the bytes of a manifest, which has the digests of all that is in a backup. */
export function signManifest(manifest: Uint8Array, key: KeyObject): BackupSignature {
  return { key: keyIdOf(metadataKey(key)), signature: sign(null, signed(manifest), key).toString('hex') };
}

/** Whether a key signed the bytes of a manifest. */
export function isSignedManifest(
  manifest: Uint8Array,
  { signature }: BackupSignature,
  { keyval }: MetadataKey,
): boolean {
  const x = Buffer.from(keyval.public, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, signed(manifest), key, Buffer.from(signature, 'hex'));
}

/** Not what the same key signs elsewhere, which is metadata in JSON. */
function signed(manifest: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from('made-in-ess backup\n'), manifest]);
}

/** SHA-256 (hex) of a file of a backup. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
