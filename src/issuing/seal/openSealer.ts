import { createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import type { SealKey } from './demoAuthority.ts';
import { explain } from './explain.ts';
import { issued, validAt } from './leadsTo.ts';
import { readPkcs12 } from './readPkcs12.ts';
import type { Sealer } from './sealer.ts';

/** A seal as an operator keeps it: one protected file, or a key beside its certificates. */
export type SealMaterial = { readonly pkcs12: Uint8Array; readonly password: string } | SealKey;

const algorithms: Readonly<Record<string, Sealer['algorithm']>> = { rsa: 'rsa', ec: 'ecdsa' };

/**
 * Opens a seal whose key is in this process. Throws, in words for the operator, when the password is wrong, when the key
 * is not the certificate's or neither RSA nor EC, and when a certificate is not valid at the moment.
 */
export async function openSealer(
  material: SealMaterial,
  at: Date,
  { timestamp, get }: Pick<Sealer, 'timestamp' | 'get'> = {},
): Promise<Sealer> {
  const { key, algorithm, chain } = await readMaterial(material);
  for (const certificate of chain) requireValid(certificate, at);
  return {
    chain: chain.map(String),
    algorithm,
    // Here and now: the thread that seals has nothing else to do, and to hand it on takes as long as to do it.
    sign: async (data) => sign('sha256', data, key),
    ...(timestamp && { timestamp }),
    ...(get && { get }),
  };
}

/** The key of a seal and its certificates, its own first, whether or not they are valid; throws like `openSealer` for the rest. */
export async function readMaterial(material: SealMaterial) {
  const { key: pem, chain } =
    'pkcs12' in material ? await readPkcs12(material.pkcs12, material.password) : material;
  const unreadable = 'the key of the seal cannot be read: give it as PEM without a password';
  const key = explain(unreadable, () => createPrivateKey(pem));
  const algorithm = algorithms[key.asymmetricKeyType ?? ''];
  if (!algorithm) throw new Error('the key of the seal is neither RSA nor EC: ask for another certificate');
  return { key, algorithm, chain: inOrder(certificatesOf(chain), key) };
}

/** A file may hold several certificates one below the other. */
function certificatesOf(chain: readonly string[]): X509Certificate[] {
  const blocks = chain.flatMap((pem) => pem.split(/(?<=-----END CERTIFICATE-----)/u));
  return explain('the certificate of the seal cannot be read: give it and its issuers’ as PEM', () =>
    blocks.filter((block) => block.trim() !== '').map((block) => new X509Certificate(block)),
  );
}

/** The certificate of the key, and those that it leads to. */
function inOrder(given: readonly X509Certificate[], key: KeyObject): X509Certificate[] {
  const own = given.find((certificate) => certificate.checkPrivateKey(key));
  if (!own) throw new Error('the key of the seal belongs to none of its certificates: give the pair');
  const chain = [own];
  for (let last = own; ; ) {
    const issuer = given.find((other) => !chain.includes(other) && issued(other, last));
    if (!issuer) return chain;
    chain.push(issuer);
    last = issuer;
  }
}

function requireValid(certificate: X509Certificate, at: Date): void {
  if (validAt(certificate, at)) return;
  const { subject, validFrom, validTo } = certificate;
  const whose = subject.replaceAll('\n', ', ');
  throw new Error(
    `the certificate of the seal is valid from ${validFrom} to ${validTo} only (${whose}): renew it`,
  );
}
