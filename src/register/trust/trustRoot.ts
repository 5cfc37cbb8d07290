import type { KeyObject } from 'node:crypto';
import { Metadata, MetadataKind, type Root, type Targets } from '@tufjs/models';
import * as z from 'zod';
import {
  digestOf,
  keyIdOf,
  keyShape,
  type MetadataKey,
  metadataTime,
  sha256Shape,
  signaturesShape,
  signer,
} from './signedMetadata.ts';

const role = z.looseObject({
  keyids: z.array(sha256Shape).min(1).max(20),
  threshold: z.int().min(1).max(20),
});
const keys = z
  .record(sha256Shape, keyShape)
  .refine((named) => Object.entries(named).every(([id, key]) => keyIdOf(key) === id));

/** The public log that proofs are believed of, its witnesses, and how many of them a reader waits for (C2SP verifier keys). */
const pinnedLog = z.strictObject({
  vkey: z.string().min(1).max(300),
  witnesses: z.array(z.string().min(1).max(4000)).max(32),
  quorum: z.int().nonnegative(),
});
export type PinnedLog = z.infer<typeof pinnedLog>;

/** Root metadata (TUF 1.0, 4.3): who must sign the next one, and which keys sign trust bundles. `did` is the issuer it is of. */
export const trustRoot = z
  .strictObject({
    signatures: signaturesShape,
    signed: z.looseObject({
      _type: z.literal('root'),
      spec_version: z.string(),
      version: z.int().positive(),
      expires: z.iso.datetime(),
      consistent_snapshot: z.boolean(),
      keys,
      roles: z.looseObject({ root: role, targets: role, snapshot: role, timestamp: role }),
      did: z.string().startsWith('did:web:'),
      log: pinnedLog.optional(),
    }),
  })
  .meta({ id: 'TrustRoot' });
export type TrustRoot = z.infer<typeof trustRoot>;

/** What root metadata is made of. */
export interface RootPaper {
  readonly did: string;
  readonly version: number;
  /** Instant from which it is in force, and for how many days. */
  readonly at: string;
  readonly days: number;
  /** Those of them that must sign. */
  readonly threshold: number;
  /** Kept offline, by people: they sign root metadata alone. */
  readonly rootKeys: readonly MetadataKey[];
  /** Kept by the service: they sign trust bundles, each alone. */
  readonly bundleKeys: readonly MetadataKey[];
  /** The public log whose proofs are believed; undefined leaves it to the issuer. */
  readonly log?: PinnedLog | undefined;
}

/** Root metadata that nobody signed yet. The service's keys have all that TUF leaves to machines: bundles alone are signed. */
export function makeRoot(paper: RootPaper): TrustRoot {
  const { did, version, at, days, threshold, rootKeys, bundleKeys, log } = paper;
  const [people, service] = [rootKeys, bundleKeys].map((list) => [...new Set(list.map(keyIdOf))]);
  if (!people || people.length < threshold || people.length < rootKeys.length)
    throw new Error(`${threshold} different root keys are needed at least`);
  const online = { keyids: service, threshold: 1 };
  const all = [...rootKeys, ...bundleKeys].map((key) => [keyIdOf(key), key]);
  return trustRoot.parse({
    signatures: [],
    signed: {
      _type: 'root',
      spec_version: '1.0.31',
      version,
      expires: metadataTime(at, days),
      consistent_snapshot: false,
      keys: Object.fromEntries(all),
      roles: { root: { keyids: people, threshold }, targets: online, snapshot: online, timestamp: online },
      did,
      ...(log && { log }),
    },
  });
}

/** The same metadata, signed with one more key. */
export function signRoot(root: TrustRoot, key: KeyObject): TrustRoot {
  const metadata = rootOf(root);
  metadata.sign(signer(key));
  return trustRoot.parse(metadata.toJSON());
}

/** By what people compare two roots: the digest of what is signed, whoever signed it. */
export function rootDigest({ signed }: TrustRoot): string {
  return digestOf(signed);
}

/** The same for eyes. */
export function shownRootDigest(root: TrustRoot): string {
  return digestForEyes(rootDigest(root));
}

/** A digest in groups of four. */
export function digestForEyes(digest: string): string {
  return digest.replace(/.{4}(?=.)/g, '$& ');
}

/** Whether so many of its own keys signed it as it asks for itself. */
export function isWholeRoot(root: TrustRoot): boolean {
  return isSignedBy(root, 'root', () => rootOf(root));
}

/**
 * The newest root that one which is trusted leads to: each next version is signed by the keys of the one before as well as by its own.
 * Null where a link is missing, or not signed so.
 */
export function newestRoot(trusted: TrustRoot, chain: readonly TrustRoot[]): TrustRoot | null {
  let newest = trusted;
  for (const next of chain.filter(({ signed }) => signed.version > trusted.signed.version)) {
    const follows =
      next.signed.version === newest.signed.version + 1 && next.signed.did === trusted.signed.did;
    if (!follows || !isSignedBy(newest, 'root', () => rootOf(next)) || !isWholeRoot(next)) return null;
    newest = next;
  }
  return newest;
}

/** Whether enough keys that a root names for a part signed this; what is no metadata is not signed. */
export function isSignedBy(
  root: TrustRoot,
  part: 'root' | 'targets',
  metadata: () => Metadata<Root> | Metadata<Targets>,
): boolean {
  try {
    rootOf(root).verifyDelegate(part, metadata());
    return true;
  } catch {
    return false;
  }
}

function rootOf(root: TrustRoot): Metadata<Root> {
  return Metadata.fromJSON(MetadataKind.Root, JSON.parse(JSON.stringify(root)));
}
