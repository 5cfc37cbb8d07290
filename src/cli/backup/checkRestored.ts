import { createPrivateKey } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Copy, openCopy } from '../../boot/backup/openCopy.ts';
import { wholeRegister } from '../../commands/register/readLabels.ts';
import { storeTrust } from '../../commands/verify/trust.ts';
import { readRoots } from '../../commands/verify/trustRoots.ts';
import { verifyFile } from '../../commands/verify/verifyFile.ts';
import type { Config } from '../../config.ts';
import { holding } from '../../holding.ts';
import { readBackInProcess } from '../../issuing/readBack/readBackInProcess.ts';
import { dayOf } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { statusToday } from '../../register/publicStatus.ts';
import { keyIdOf, type MetadataKey, metadataKey } from '../../register/trust/signedMetadata.ts';
import { sentence } from '../journalVerify.ts';

/** Labels whose files are verified: the newest that have some. */
const verified = 5;
/** Checks that must hold of what was issued, whatever became of its label since. */
const proofs = ['fileKnown', 'seal', 'wholeFile', 'sealIssuer', 'credential', 'issuerKey'];

/** What is known here of who makes backups, and for whom. */
interface Known {
  /** Public keys that may open one; none where they were not named. */
  readonly recipients: readonly string[];
  /** The key that signs here; none on another machine. */
  readonly keys: readonly MetadataKey[];
}

/** The checks, in this order; each gives what it found, and throws what is wrong. */
const checks: Readonly<Record<string, (copy: Copy, known: Known) => Promise<string>>> = {
  recipients: async ({ header, encryptedTo }, { recipients }) => {
    const named = header.recipients;
    if (!named) return `${encryptedTo}; an older backup does not name them`;
    if (named.length !== encryptedTo)
      throw new Error(`the file is encrypted to ${encryptedTo} keys, and names ${named.length}`);
    const others = recipients.length === 0 ? [] : named.filter((key) => !recipients.includes(key));
    if (others.length > 0)
      throw new Error(`it is also opened by ${others.join(', ')}, which you did not name`);
    const compared = recipients.length === 0 ? ' (--recipient compares them)' : ', each one that you named';
    return named.length === 0 ? 'none: it is not encrypted' : `${named.join(', ')}${compared}`;
  },
  signature: async ({ signature, isSignedBy, storage: { store }, publicUrl }, { keys }) => {
    const root = (await readRoots({ store, publicUrl })).at(-1)?.signed;
    if (!signature) {
      if (keys.length > 0 || root) throw new Error('it is not signed, though there is a key for that');
      return 'none, because no key for trust bundles existed';
    }
    const own = keys.find((key) => keyIdOf(key) === signature.key);
    const key = own ?? (root?.roles.targets.keyids.includes(signature.key) && root.keys[signature.key]);
    if (!key || (keys.length > 0 && !own)) throw new Error(`an unknown key made it (${signature.key})`);
    if (!isSignedBy(key)) throw new Error('it does not belong to this backup');
    return own
      ? 'made by the key for trust bundles that is kept here'
      : 'made by the key that the root in it names: compare its digest with your printed one';
  },
  documents: async ({ header, manifest, differing }) => {
    if (differing.length > 0) throw new Error(`not as in the backup: ${differing.join(', ')}`);
    const collections = Object.values(manifest.collections);
    const all = collections.reduce((sum, one) => sum + one.documents, 0);
    return `${all} in ${collections.length} collections, as at ${header.at}`;
  },
  journal: async ({ storage }) => {
    const { streams, lines, faults } = await storage.journal.verify();
    const [first] = faults;
    if (first) throw new Error(`${faults.length} broken chains, the first: ${sentence(first)}`);
    return `${lines} lines in ${streams} chains, none broken`;
  },
  files: async (copy) => {
    const { files, damaged } = await copy.checkFiles();
    if (damaged.length > 0)
      throw new Error(`bytes that do not match their digest: ${damaged.slice(0, 5).join(', ')}`);
    const missing: string[] = [];
    for await (const entries of wholeRegister(copy.storage))
      missing.push(
        ...(await copy.missingFiles(entries.flatMap((one) => one.files.map(({ digest }) => digest)))),
      );
    if (missing.length > 0)
      throw new Error(`${missing.length} files of labels are missing: ${missing.slice(0, 5).join(', ')}`);
    return `${files}, whose bytes match their digests`;
  },
  labels: async ({ storage: { store }, header }) => {
    const samples = new Map<string, string>();
    let all = 0;
    for await (const entries of wholeRegister({ store })) {
      all += entries.length;
      for (const { state, standing, number } of entries) samples.set(`${state} ${standing}`, number);
    }
    for (const [kind, number] of samples) {
      const entry = await store.entry(number);
      if (!entry) throw new Error(`${number} (${kind}) is not found`);
      statusToday(entry, dayOf(header.at));
    }
    return `${all} in ${samples.size} states, one of each looked up`;
  },
  credentials: async ({ storage: { store, files }, publicUrl, header }) => {
    const trust = storeTrust({ store, publicUrl });
    const read = readBackInProcess();
    const papers = (await store.entries(1000))
      .filter((one) => one.files.length > 0)
      .slice(0, verified)
      .flatMap(papersOf);
    for (const { number, kind, digest } of papers) {
      const file = await files.read(digest);
      if (!file) throw new Error(`the ${kind} of ${number} is missing`);
      const { checks: found } = await verifyFile({ trust, readingBack: read }, file.bytes, dayOf(header.at));
      const failed = found.filter(({ name, result }) => proofs.includes(name) && result === 'fails');
      if (failed.length > 0)
        throw new Error(
          `the ${kind} of ${number} does not verify (${failed.map(({ name }) => name).join(', ')})`,
        );
    }
    return papers.length === 0
      ? 'none was issued yet'
      : `${papers.length} certificates and credentials of the newest labels verify`;
  },
  keys: async ({ issuing, storage: { store }, publicUrl }) => {
    if (!issuing) return 'left out of this backup; keep KEYS_DIR and the secrets elsewhere';
    const published = await store.issuerKeys();
    if (published.length === 0) return 'nothing was signed yet';
    const { credential } = await issuing.keys();
    if (!published.some(({ id, multibase }) => id === credential.id && multibase === credential.multibase))
      throw new Error(`${credential.id} is not the key that the register publishes by that name`);
    const { log, bundle } = await issuing.keyFolder();
    const head = await store.logHead();
    const root = (await readRoots({ store, publicUrl })).at(-1)?.signed;
    const others = holding({
      'log.json is not the key that the public log is published with':
        head !== null && !(typeof log === 'object' && log.vkey === head.vkey),
      'bundle.pem is not the key that the newest root names for trust bundles':
        root !== undefined && !(typeof bundle === 'object' && root.roles.targets.keyids.includes(bundle.id)),
    });
    if (others.length > 0) throw new Error(others.join('; '));
    return `${credential.id} signs, the seal opens, and public log and root name the keys in it`;
  },
};

function papersOf({ number, files, revision }: Entry) {
  return files
    .filter(
      (file) => file.revision === revision && (file.kind === 'certificate' || file.kind === 'credential'),
    )
    .map(({ kind, digest }) => ({ number, kind, digest }));
}

/** Restores a backup to a server of its own, and gives a line for each check. */
export async function* checkRestored(
  config: Config,
  source: Parameters<typeof openCopy>[1],
  recipients: readonly string[],
): AsyncGenerator<{ readonly holds: boolean; readonly line: string }> {
  const { signal } = source;
  const copy = await openCopy(config, source);
  const pem = await readFile(join(config.keysDir, 'bundle.pem')).catch(() => null);
  const known = { recipients, keys: pem ? [metadataKey(createPrivateKey(pem))] : [] };
  const stopped = once(signal, 'abort').then(() => signal.throwIfAborted());
  stopped.catch(() => {});
  try {
    for (const [name, check] of Object.entries(checks)) {
      signal.throwIfAborted();
      const found = await Promise.race([check(copy, known), stopped]).then(
        (says) => ({ holds: true, line: `✓ ${name}: ${says}` }),
        (error) => ({ holds: false, line: `✗ ${name}: ${error instanceof Error ? error.message : error}` }),
      );
      signal.throwIfAborted();
      yield found;
    }
  } finally {
    await copy.close();
  }
}
