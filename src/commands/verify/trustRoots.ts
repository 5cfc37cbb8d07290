import { LabelError } from '../../errors.ts';
import { didOf } from '../../register/didDocument.ts';
import { keyIdOf } from '../../register/trust/signedMetadata.ts';
import { isWholeRoot, newestRoot, type TrustRoot } from '../../register/trust/trustRoot.ts';
import type { PublishedRoot } from '../ports/issuedPorts.ts';
import type { Deps } from '../ports/ports.ts';
import { rootEntry } from '../transparency/statements.ts';

type With = Pick<Deps, 'store' | 'issuing' | 'clock' | 'publicUrl'>;

/** Roots of this issuer, the first one first; development publishes one of its own where there is none, elsewhere there may be none. */
export async function trustRoots(deps: With): Promise<readonly TrustRoot[]> {
  const roots = await readRoots(deps);
  if (roots.length > 0) return roots;
  const at = deps.clock.now().toISOString();
  const specimen = await deps.issuing.specimenRoot(at);
  if (!specimen) return [];
  const published: PublishedRoot = { id: idOf(specimen), since: at, root: specimen };
  if (await deps.store.addRoot(published)) await deps.store.enterInLog(rootEntry(published));
  return readRoots(deps);
}

/** The roots, when the newest one names the key that bundles are signed with here; else `issuerUnavailable`, with what to do. */
export async function rootsForSigning(deps: With) {
  const id = keyIdOf(await deps.issuing.bundleKey());
  const roots = await trustRoots(deps);
  const newest = roots.at(-1);
  if (newest?.signed.roles.targets.keyids.includes(id)) return { roots, newest };
  const cause = newest
    ? `root ${newest.signed.version} does not name the key of trust bundles that is kept here (${id}): have the next root name it`
    : 'there is no root that trust bundles are checked by: make one with "made-in-ess root make" and publish it with "made-in-ess root publish"';
  throw new LabelError('issuerUnavailable', { cause });
}

/** Publishes the next root of this issuer; throws where it does not follow from the one before, or is not signed as it must be. */
export async function publishRoot(deps: Pick<With, 'store' | 'clock' | 'publicUrl'>, root: TrustRoot) {
  const did = didOf(deps.publicUrl);
  if (root.signed.did !== did) throw new Error(`it is a root of ${root.signed.did}, and this is ${did}`);
  const newest = (await readRoots(deps)).at(-1);
  const follows = newest
    ? newestRoot(newest, [root]) === root
    : root.signed.version === 1 && isWholeRoot(root);
  if (!follows) {
    const expected = (newest?.signed.version ?? 0) + 1;
    throw new Error(
      `it is no root ${expected} that enough keys of ${newest ? `root ${expected - 1} and of its own` : 'its own'} signed`,
    );
  }
  const since = deps.clock.now().toISOString();
  const published: PublishedRoot = { id: idOf(root), since, root };
  if (!(await deps.store.addRoot(published)))
    throw new Error(`another root ${root.signed.version} was published meanwhile`);
  await deps.store.enterInLog(rootEntry(published));
}

/** Roots that were published, the first one first; makes none. */
export async function readRoots({
  store,
  publicUrl,
}: Pick<With, 'store' | 'publicUrl'>): Promise<TrustRoot[]> {
  const did = didOf(publicUrl);
  const roots = (await store.publishedRoots())
    .map(({ root }) => root)
    .filter((root) => root.signed.did === did);
  return roots.sort((a, b) => a.signed.version - b.signed.version);
}

const idOf = ({ signed }: TrustRoot): string => `${signed.did} ${signed.version}`;
