import { createPrivateKey, X509Certificate } from 'node:crypto';
import { OctetString } from 'asn1js';
import { CertBag, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, type SafeBag, type SafeContents } from 'pkijs';
import type { SealKey } from './demoAuthority.ts';
import { explain } from './explain.ts';

/**
 * The key and the certificates of a PKCS#12 file (RFC 7292), in the order of the file. Throws, in words for the
 * operator, when the password is wrong or the file is of a kind that is not read.
 */
export async function readPkcs12(file: Uint8Array, password: string): Promise<SealKey> {
  const bags = await open(file, password);
  const keys = bags.map((bag) => keyOf(bag, password)).filter((key) => key !== null);
  const [key] = keys;
  if (!key || keys.length > 1)
    throw new Error(`the PKCS#12 file of the seal holds ${keys.length} keys, not one`);
  return { key, chain: bags.map(certificateOf).filter((pem) => pem !== null) };
}

async function open(file: Uint8Array, password: string): Promise<readonly SafeBag[]> {
  const given = Uint8Array.from(Buffer.from(password)).buffer;
  const failWith = (failure: string) => (cause: unknown) => {
    throw new Error(failure, { cause });
  };
  const pfx = explain('the file of the seal is not PKCS#12 (.p12, .pfx)', () => PFX.fromBER(file));
  const wrong = 'the password does not open the PKCS#12 file of the seal: give the one of its export';
  await pfx.parseInternalValues({ password: given, checkIntegrity: true }).catch(failWith(wrong));
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (!safe) throw new Error('the PKCS#12 file of the seal is empty');
  const unread =
    'the PKCS#12 file of the seal is closed with a cipher that is not read: export it again with AES-256';
  const safeContents = safe.safeContents.map(() => ({ password: given }));
  await safe.parseInternalValues({ safeContents }).catch(failWith(unread));
  const parsed = safe.parsedValue as { safeContents: readonly { value: SafeContents }[] };
  return parsed.safeContents.flatMap(({ value }) => value.safeBags);
}

function keyOf({ bagValue }: SafeBag, password: string): string | null {
  if (!(bagValue instanceof PKCS8ShroudedKeyBag || bagValue instanceof PrivateKeyInfo)) return null;
  const key = createPrivateKey({
    key: Buffer.from(bagValue.toSchema().toBER()),
    format: 'der',
    type: 'pkcs8',
    ...(bagValue instanceof PKCS8ShroudedKeyBag && { passphrase: password }),
  });
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function certificateOf({ bagValue }: SafeBag): string | null {
  if (!(bagValue instanceof CertBag && bagValue.certValue instanceof OctetString)) return null;
  return new X509Certificate(Buffer.from(bagValue.certValue.getValue())).toString();
}
