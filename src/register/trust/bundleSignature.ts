import type { KeyObject } from 'node:crypto';
import { Metadata, MetadataKind, TargetFile, Targets } from '@tufjs/models';
import * as z from 'zod';
import { metadataTime, sha256Shape, signaturesShape, signer } from './signedMetadata.ts';
import { isSignedBy, type TrustRoot } from './trustRoot.ts';

/** How long a bundle is believed (days): what was revoked since it was made is not in it. */
export const bundleDays = 14;

const file = 'trust-bundle';

/** The last line of a bundle: metadata of one target (TUF 1.0, 4.5), which is every line before it. */
export const bundleSignature = z
  .strictObject({
    signatures: signaturesShape,
    signed: z.looseObject({
      _type: z.literal('targets'),
      spec_version: z.string(),
      version: z.int().positive(),
      expires: z.iso.datetime(),
      targets: z.strictObject({
        [file]: z.looseObject({ length: z.int().positive(), hashes: z.looseObject({ sha256: sha256Shape }) }),
      }),
    }),
  })
  .meta({ id: 'BundleSignature' });
export type BundleSignature = z.infer<typeof bundleSignature>;

/** What of a bundle is signed: when it was made (ISO instant), and its bytes. */
export interface BundlePaper {
  readonly at: string;
  readonly length: number;
  readonly sha256: string;
}

/** Signs a bundle; versions are the seconds of its instant, so that each is higher than those before. */
export function signBundle({ at, length, sha256 }: BundlePaper, key: KeyObject): BundleSignature {
  const target = new TargetFile({ path: file, length, hashes: { sha256 } });
  const targets = new Targets({
    version: Math.floor(Date.parse(at) / 1000),
    specVersion: '1.0.31',
    expires: metadataTime(at, bundleDays),
    targets: { [file]: target },
  });
  const metadata = new Metadata(targets);
  metadata.sign(signer(key));
  return bundleSignature.parse(metadata.toJSON());
}

/** Whether a key that the root names for bundles signed this. */
export function isBundleOf(root: TrustRoot, signature: BundleSignature): boolean {
  return isSignedBy(root, 'targets', () =>
    Metadata.fromJSON(MetadataKind.Targets, JSON.parse(JSON.stringify(signature))),
  );
}

/** The bytes that were signed. */
export function signedBytes({ signed }: BundleSignature): Pick<BundlePaper, 'length' | 'sha256'> {
  const { length, hashes } = signed.targets[file];
  return { length, sha256: hashes.sha256 };
}
