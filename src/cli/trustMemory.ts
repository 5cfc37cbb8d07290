import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import type { SavedTrust, Trusted } from '../commands/verify/bundleTrust.ts';
import { schemeFile } from '../profile/schemeFile.ts';
import { sha256Shape } from '../register/trust/signedMetadata.ts';
import { rootDigest, type TrustRoot, trustRoot } from '../register/trust/trustRoot.ts';

/** What is remembered between two checks: the root that was given once, the newest it led to, and the newest bundle that was seen. */
const memoryShape = z.strictObject({ given: sha256Shape, root: trustRoot, least: z.int().min(0) });

/** Whom to trust, and the digest of the root that said so. */
export interface Believed extends Trusted {
  readonly given: string;
}

/**
 * Whom to trust: the root in a file, or the one that is remembered, or that of this release; null where there is none. What was seen since a
 * root was given is remembered, even when it is given again; another one begins anew.
 */
export async function believed(file: string | undefined, memory: string): Promise<Believed | null> {
  const seen = existsSync(memory) ? memoryShape.parse(JSON.parse(await readFile(memory, 'utf8'))) : null;
  const released = schemeFile('trust-root.json');
  const from = file ?? (!seen && existsSync(released) ? released : undefined);
  if (from === undefined) return seen;
  const root = await readRoot(from);
  const given = rootDigest(root);
  return seen?.given === given ? seen : { given, root, least: 0 };
}

/** Reads root metadata of a file; throws for anything else. */
export async function readRoot(file: string | URL): Promise<TrustRoot> {
  return trustRoot.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** Remembers the newest root and the newest bundle that were believed. */
export async function remember(
  memory: string,
  given: string,
  { root, version }: Pick<SavedTrust, 'root' | 'version'>,
): Promise<void> {
  await mkdir(dirname(memory), { recursive: true });
  const half = `${memory}.half`;
  await writeFile(half, `${JSON.stringify({ given, root, least: version })}\n`);
  await rename(half, memory);
}
