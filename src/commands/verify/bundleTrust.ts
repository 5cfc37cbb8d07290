import type * as z from 'zod';
import type { RegisterRow } from '../../register/registerRow.ts';
import { bundleHead, bundlePaper, bundleRow } from '../../register/trust/bundleLines.ts';
import {
  type BundleSignature,
  bundleSignature,
  isBundleOf,
  signedBytes,
} from '../../register/trust/bundleSignature.ts';
import { isWholeRoot, newestRoot, type TrustRoot } from '../../register/trust/trustRoot.ts';
import { logByRoot } from '../transparency/trustedLog.ts';
import { type ReadBundle, readBundle } from './bundleLines.ts';
import type { Trust } from './trust.ts';

/** A trust bundle that was saved, and found to be signed by whom its reader trusts. */
export interface SavedTrust extends Trust {
  /** When it was made (ISO instant), and its version. */
  readonly at: string;
  readonly version: number;
  /** The newest root that the trusted one leads to. */
  readonly root: TrustRoot;
}

/** Whom a reader trusts: the newest root that it knows, and the version of bundle below which it was here already. */
export interface Trusted {
  readonly root: TrustRoot;
  readonly least: number;
}

/** Why a bundle is not believed, in the order in which it is looked at. */
export const bundleFaults = [
  'notBundle',
  'rootNotSigned',
  'otherIssuer',
  'rootNotFollowed',
  'notSigned',
  'changed',
  'replayed',
  'ahead',
  'tooOld',
  'rootTooOld',
] as const;
export type BundleFault = (typeof bundleFaults)[number];

/** What is given back for a bundle that is not believed; `at` where its time is known to be its own. */
export interface RefusedBundle {
  readonly fault: BundleFault;
  readonly at?: string;
}

/** A clock may be off by so much (ms). */
const maxAheadMs = 86_400_000;

/**
 * Checks a saved bundle against whom its reader trusts, and then answers from it: `open` begins anew whenever it is called, once for
 * this check and once a question. Each reads the bundle to its end and holds it against the signed hash before a line of it counts.
 */
export async function openBundle(
  open: () => AsyncIterable<Uint8Array>,
  trusted: Trusted,
  now: Date,
): Promise<SavedTrust | RefusedBundle> {
  let first: Buffer = Buffer.alloc(0);
  const read = await readBundle(open(), (line, n) => {
    if (n === 0) first = line;
  });
  const head = parsed(bundleHead, first);
  const signature = parsed(bundleSignature, read.last);
  if (!head) return { fault: 'notBundle' };
  if (!isWholeRoot(trusted.root)) return { fault: 'rootNotSigned' };
  if (head.did.id !== trusted.root.signed.did) return { fault: 'otherIssuer' };
  const root = newestRoot(trusted.root, head.roots);
  if (!root) return { fault: 'rootNotFollowed' };
  if (!signature || !isBundleOf(root, signature)) return { fault: 'notSigned' };
  if (!isSigned(read, signature)) return { fault: 'changed' };
  const { at } = head;
  const { version, expires } = signature.signed;
  // Who lost a key of bundles had whatever version they liked: a root that names others begins anew.
  const least = hasSameBundleKeys(root, trusted.root) ? trusted.least : 0;
  if (version < least) return { fault: 'replayed', at };
  if (Date.parse(at) > now.getTime() + maxAheadMs) return { fault: 'ahead', at };
  if (Date.parse(expires) <= now.getTime()) return { fault: 'tooOld', at };
  if (Date.parse(root.signed.expires) <= now.getTime()) return { fault: 'rootTooOld', at };
  const find = (text: string, isIt: (row: RegisterRow) => boolean) =>
    lineIn(open(), signature, text, bundleRow, isIt);
  const { did, anchors, timeAnchors, statusLists, log } = head;
  return {
    at,
    version,
    root,
    keys: async () => ({ did, anchors, timeAnchors, statusLists, log: logByRoot(root, log) }),
    row: (number) => find(number, (row) => row.number === number),
    paper: async (digest) => {
      const found = await lineIn(open(), signature, digest, bundlePaper, ({ paper }) => paper === digest);
      return found && { kind: found.kind, on: found.on };
    },
    file: async (digest) => {
      const row = await find(digest, ({ files }) => files.some((file) => file.digest === digest));
      const file = row?.files.findLast((one) => one.digest === digest);
      return row && file ? { row, revision: file.revision } : null;
    },
  };
}

/** Only a line that holds the text is taken apart. */
async function lineIn<T>(
  bytes: AsyncIterable<Uint8Array>,
  signature: BundleSignature,
  text: string,
  shape: z.ZodType<T>,
  isIt: (line: T) => boolean,
): Promise<T | null> {
  let found: T | null = null;
  const read = await readBundle(bytes, (line, n) => {
    if (n === 0 || found || !line.includes(text)) return;
    const row = parsed(shape, line);
    if (row && isIt(row)) found = row;
  });
  if (!isSigned(read, signature)) throw new Error('the trust bundle was changed while it was read');
  return found;
}

function isSigned({ length, sha256 }: ReadBundle, signature: BundleSignature): boolean {
  const signed = signedBytes(signature);
  return length === signed.length && sha256 === signed.sha256;
}

function hasSameBundleKeys(one: TrustRoot, other: TrustRoot): boolean {
  const [a, b] = [one, other].map(({ signed }) => signed.roles.targets.keyids);
  return a?.length === b?.length && (a?.every((id) => b?.includes(id)) ?? false);
}

function parsed<T>(shape: z.ZodType<T>, line: Buffer): T | null {
  try {
    return shape.safeParse(JSON.parse(String(line))).data ?? null;
  } catch {
    return null;
  }
}
