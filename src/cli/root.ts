import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { issuerSettings } from '../boot/issuerSettings.ts';
import { publishRoot, rootsForSigning } from '../commands/verify/trustRoots.ts';
import { readConfig } from '../config.ts';
import { issueInThread } from '../issuing/issueInThread.ts';
import { makeEd25519 } from '../issuing/keys/bundleKey.ts';
import { didOf } from '../register/didDocument.ts';
import { type MetadataKey, metadataKey } from '../register/trust/signedMetadata.ts';
import {
  makeRoot,
  type PinnedLog,
  shownRootDigest,
  signRoot,
  type TrustRoot,
} from '../register/trust/trustRoot.ts';
import { givenKeys, policyOf } from './logAudit/believed.ts';
import { readRoot } from './trustMemory.ts';
import { withStorage } from './withStorage.ts';

interface MakeOptions {
  /** Address of the service, where it is the first root. */
  readonly issuer?: string;
  /** The root before, whose keys stay where no others are named. */
  readonly after?: string;
  readonly threshold?: string;
  readonly days: string;
  readonly key?: readonly string[];
  readonly bundleKey?: readonly string[];
  /** Verifier key of the public log, and with it those of its witnesses and how many must have signed. */
  readonly log?: string;
  readonly witness?: readonly string[];
  readonly quorum?: string;
}

/** Makes an Ed25519 key in a new file, and its public half beside it. */
export async function rootKey(file: string): Promise<void> {
  const key = await makeEd25519(file);
  if (!key) throw new Error(`${file} exists already: a key is never overwritten.`);
  await writeFile(`${file}.pub`, createPublicKey(key).export({ type: 'spki', format: 'pem' }));
  console.log(`${file} is the secret key; ${file}.pub is the public one.`);
}

/** Writes root metadata that is to be signed: the first of an issuer, or the one after another. */
export async function rootMake(file: string, options: MakeOptions): Promise<void> {
  const before = options.after === undefined ? null : await readRoot(options.after);
  const { issuer, key, bundleKey } = options;
  if (!before && issuer === undefined)
    throw new Error('name the service by --issuer, or the root before by --after');
  const root = makeRoot({
    did: before?.signed.did ?? didOf(issuer ?? ''),
    version: (before?.signed.version ?? 0) + 1,
    at: new Date().toISOString(),
    days: numberOf('--days', options.days),
    threshold: numberOf('--threshold', options.threshold ?? before?.signed.roles.root.threshold ?? 2),
    rootKeys: key ? await publicKeys(key) : keysIn(before, 'root'),
    bundleKeys: bundleKey ? await publicKeys(bundleKey) : keysIn(before, 'targets'),
    log: pinnedLog(options) ?? before?.signed.log,
  });
  await save(file, root);
}

/** The log that is pinned by options; undefined where none names it. */
function pinnedLog({ log, witness, quorum }: MakeOptions): PinnedLog | undefined {
  if (log !== undefined) {
    const keys = givenKeys({ key: log, witness: witness ?? [], ...(quorum !== undefined && { quorum }) });
    policyOf(keys);
    return { vkey: keys.log, witnesses: keys.witnesses, quorum: keys.quorum };
  }
  if (witness ?? quorum) throw new Error('name the log by --log, beside its witnesses');
  return undefined;
}

/** Adds a signature to root metadata. */
export async function rootSign(file: string, { key }: { readonly key: string }): Promise<void> {
  const root = await readRoot(file);
  await save(file, signRoot(root, createPrivateKey(await readFile(key))));
}

/** Publishes root metadata where the service runs; it is refused unless it follows from the one before. */
export async function rootPublish(file: string): Promise<void> {
  const root = await readRoot(file);
  const config = readConfig();
  const { publicUrl } = config;
  if (publicUrl === undefined) throw new Error('PUBLIC_URL must be set: the issuer is known by it');
  await withStorage(config, async ({ store, clock }) => {
    const deps = { store, clock, publicUrl, issuing: issueInThread(issuerSettings(config, publicUrl)) };
    await publishRoot(deps, root);
    console.log(summaryOf(root));
    await rootsForSigning(deps);
  });
}

async function save(file: string, root: TrustRoot): Promise<void> {
  await writeFile(file, `${JSON.stringify(root, null, 2)}\n`);
  console.log(summaryOf(root));
}

function summaryOf(root: TrustRoot): string {
  const { did, version, expires, roles } = root.signed;
  const { threshold, keyids } = roles.root;
  return [
    `Root ${version} of ${did}, until ${expires}.`,
    `${threshold} of ${keyids.length} must sign; signatures: ${root.signatures.length}.`,
    `Digest: ${shownRootDigest(root)}`,
  ].join('\n');
}

function keysIn(root: TrustRoot | null, part: 'root' | 'targets'): MetadataKey[] {
  const { roles, keys = {} } = root?.signed ?? {};
  return (roles?.[part].keyids ?? []).flatMap((id) => keys[id] ?? []);
}

function publicKeys(files: readonly string[]): Promise<MetadataKey[]> {
  const read = async (file: string): Promise<KeyObject> => createPublicKey(await readFile(file));
  return Promise.all(files.map(async (file) => metadataKey(await read(file))));
}

function numberOf(option: string, given: string | number): number {
  const value = Number(given);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`${option} must be a whole number from 1 on`);
}
