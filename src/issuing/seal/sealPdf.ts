import { X509Certificate } from 'node:crypto';
import { SignPdf } from '@signpdf/signpdf';
import { lengthen } from './longTerm/lengthen.ts';
import { PadesSigner } from './padesSigner.ts';
import type { Sealer } from './sealer.ts';

const range = '/ByteRange';

/** Kept, because reading a chain takes as long as sealing with it (row 8b of docs/performance.md). */
const signers = new WeakMap<Sealer, PadesSigner>();

function signerOf(sealer: Sealer): PadesSigner {
  const signer = signers.get(sealer) ?? new PadesSigner(sealer);
  signers.set(sealer, signer);
  return signer;
}

/**
 * The document sealed in the place kept for it; the same bytes for the same document, with an RSA key and no timestamp.
 * With an authority of time and a way to lists of revoked certificates, the proof is one for long (PAdES B-LTA). Throws when no place was
 * kept, when it is too small for the chain or the token, when the key is not the certificate's, and when an authority gives no time or
 * no list.
 */
export async function sealPdf(bytes: Buffer, sealer: Sealer): Promise<Buffer> {
  // A text that looks like the place would be overwritten instead of it.
  if (bytes.indexOf(range) !== bytes.lastIndexOf(range)) {
    throw new Error(`the document names ${range} more than once`);
  }
  const sealed = await new SignPdf().sign(bytes, signerOf(sealer));
  const { timestamp, get } = sealer;
  return timestamp && get ? lengthen(sealed, { timestamp, get }, new Date()) : sealed;
}

/**
 * The same, where somebody waits for it: an authority that gives no time is done without, and so are lists of revoked certificates, for
 * what is in other hands cannot be lengthened year by year.
 */
export function sealAnyway(bytes: Buffer, { timestamp, get: _, ...sealer }: Sealer): Promise<Buffer> {
  const plain = () => sealPdf(bytes, sealer);
  return timestamp ? sealPdf(bytes, { ...sealer, timestamp }).catch(plain) : plain();
}

/**
 * The moment that a seal claims for a paper (ISO instant): the paper's own, or the first one of the seal's certificates where the
 * paper is older, for a seal of before its certificate is trusted by nobody. The same paper gives the same moment, however late
 * it is sealed.
 */
export function sealedAt({ chain }: Pick<Sealer, 'chain'>, createdAt: string): string {
  const begins = chain.map((pem) => Date.parse(new X509Certificate(pem).validFrom));
  return new Date(Math.max(Date.parse(createdAt), ...begins)).toISOString();
}
