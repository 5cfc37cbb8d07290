import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  AuthenticatedSafe,
  CertBag,
  Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs';
import type { SealKey } from '../../../src/issuing/seal/demoAuthority.ts';

const shroudedKey = '1.2.840.113549.1.12.10.1.2';
const certificate = '1.2.840.113549.1.12.10.1.3';

/** A PKCS#12 file as today's tools export it: AES-256, SHA-256; `keys` times the key in it. */
export async function makePkcs12({ key, chain }: SealKey, password: string, keys = 1): Promise<Buffer> {
  const given = Uint8Array.from(Buffer.from(password)).buffer;
  const cipher = {
    password: given,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: 100,
  };
  const der = createPrivateKey(key).export({ type: 'pkcs8', format: 'der' });
  const bag = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(der) });
  await bag.makeInternalValues(cipher as unknown as Parameters<typeof bag.makeInternalValues>[0]);
  const keyBags = Array.from({ length: keys }, () => new SafeBag({ bagId: shroudedKey, bagValue: bag }));
  const certificates = chain.map((pem) => {
    const parsedValue = Certificate.fromBER(new X509Certificate(pem).raw);
    return new SafeBag({ bagId: certificate, bagValue: new CertBag({ parsedValue }) });
  });
  const safe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        { privacyMode: 0, value: new SafeContents({ safeBags: keyBags }) },
        { privacyMode: 1, value: new SafeContents({ safeBags: certificates }) },
      ],
    },
  });
  await safe.makeInternalValues({ safeContents: [{}, cipher] });
  const file = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } });
  await file.makeInternalValues({
    password: given,
    iterations: 100,
    pbkdf2HashAlgorithm: { name: 'SHA-256' },
    hmacHashAlgorithm: 'SHA-256',
  });
  return Buffer.from(file.toSchema().toBER());
}
