import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { signBundle } from '../../../src/register/trust/bundleSignature.ts';
import { metadataKey } from '../../../src/register/trust/signedMetadata.ts';
import { makeRoot, type RootPaper, signRoot, type TrustRoot } from '../../../src/register/trust/trustRoot.ts';

/** A key of its own. */
export const sampleKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

/** Who signs a root, who signs bundles by it, and what else it says. */
export interface RootBy
  extends Partial<Pick<RootPaper, 'did' | 'version' | 'at' | 'days' | 'threshold' | 'log'>> {
  readonly people: readonly KeyObject[];
  readonly online: readonly KeyObject[];
  /** Those who sign it, when they are not all of `people`. */
  readonly signedBy?: readonly KeyObject[];
}

/** A root of label.example from October 2026 on, for two years. */
export function sampleRoot({ people, online, signedBy = people, ...also }: RootBy): TrustRoot {
  const root = makeRoot({
    did: 'did:web:label.example',
    version: 1,
    at: '2026-10-01T00:00:00.000Z',
    days: 730,
    threshold: 1,
    rootKeys: people.map(metadataKey),
    bundleKeys: online.map(metadataKey),
    ...also,
  });
  return signedBy.reduce(signRoot, root);
}

/** The lines of a bundle, signed as made at an instant. */
export function signedLines(lines: readonly object[], at: string, key: KeyObject): Buffer {
  const signed = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const sha256 = createHash('sha256').update(signed).digest('hex');
  const signature = signBundle({ at, length: Buffer.byteLength(signed), sha256 }, key);
  return Buffer.from(`${signed}${JSON.stringify(signature)}\n`);
}
