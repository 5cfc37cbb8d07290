import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { LogSource } from '../../../src/commands/transparency/audit/logSource.ts';
import { GrowingTree } from '../../../src/transparency/read/growingTree.ts';
import { leafHash } from '../../../src/transparency/read/merkle.ts';
import { readNoteKey } from '../../../src/transparency/read/noteKey.ts';
import { tilePath, tileWidth } from '../../../src/transparency/read/tiles.ts';

/** Findings about what the site serves beside its log, for which test/cli/logAudit/service.test.ts has the cases. */
export const besideFindings = [
  'keysDiffer',
  'statusListDiffers',
  'statusListOld',
  'statusListSkipped',
  'criteriaDiffer',
  'rootDiffers',
  'bundleDiffers',
  'filesDiffer',
] as const;

/** A key of a log (type 1) or of a witness (type 4), with its private half. */
export class TestKey {
  readonly vkey: string;
  readonly #name: string;
  readonly #type: 1 | 4;
  readonly #id: Buffer;
  readonly #key: KeyObject;

  constructor(name: string, type: 1 | 4) {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
    const material = Buffer.concat([Buffer.from([type]), raw]);
    this.#id = createHash('sha256').update(`${name}\n`).update(material).digest().subarray(0, 4);
    this.vkey = `${name}+${this.#id.toString('hex')}+${material.toString('base64')}`;
    this.#name = name;
    this.#type = type;
    this.#key = privateKey;
  }

  /** The line of a signature under a text; that of a witness says when (Unix seconds). */
  line(text: string, at: number): string {
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(at));
    const isWitness = this.#type === 4;
    const message = isWitness ? `cosignature/v1\ntime ${at}\n${text}` : text;
    const signature = sign(null, Buffer.from(message), this.#key);
    const bytes = Buffer.concat([this.#id, ...(isWitness ? [time] : []), signature]);
    return `— ${this.#name} ${bytes.toString('base64')}\n`;
  }
}

/** What the log says of a label, in the state `active`, to be changed. */
export const statementOf = (n: number, changed: object = {}) => ({
  criteria: '1.1.0',
  number: `MIE-26-${String(n).padStart(5, '0')}-X`,
  offers: ['Pain au levain'],
  organisation: `Coopérative ${n}`,
  revision: 1,
  salt: 'AAAA',
  since: '2026-01-15',
  standing: 'clean',
  state: 'active',
  until: '2029-01-14',
  ...changed,
});
export type TestStatement = ReturnType<typeof statementOf>;

/** The same as the open data show it. */
export const shownAs = ({
  number,
  organisation,
  offers,
  since,
  until,
  criteria,
  state,
  standing,
}: TestStatement) => ({
  number,
  valid: state === 'active',
  status: state,
  organisation: { name: organisation },
  offers: offers.map((name) => ({ name })),
  since,
  periodEnd: until,
  criteria: { version: criteria },
  history: [{ state, ...(standing !== 'clean' && { standing }) }],
});

/** A log that does what a test wants of it: its files are in a map. */
export class TestLog {
  readonly key = new TestKey('label.example/log', 1);
  readonly witnesses = [1, 2, 3].map((n) => new TestKey(`witness${n}.example`, 4));
  readonly entries: Buffer[] = [];
  readonly statements: string[] = [];
  at = 1_793_520_005;

  add(type: string, statement: TestStatement, time = '2026-01-15T08:00:00.000Z'): void {
    const text = JSON.stringify(
      Object.fromEntries(Object.entries(statement).sort(([a], [b]) => (a < b ? -1 : 1))),
    );
    const { number, revision } = statement;
    const sha256 = createHash('sha256').update(text).digest('hex');
    this.entries.push(Buffer.from(JSON.stringify({ number, revision, sha256, time, type, v: 1 })));
    this.statements.push(text);
  }

  get policy() {
    return {
      log: readNoteKey(this.key.vkey),
      witnesses: this.witnesses.map(({ vkey }) => readNoteKey(vkey)),
      quorum: 2,
    };
  }

  /** The signed head of a tree. */
  note(tree: GrowingTree, witnesses: readonly TestKey[] = this.witnesses): string {
    const root = tree.size === 0 ? createHash('sha256').digest() : tree.root();
    const text = `label.example/log\n${tree.size}\n${root.toString('base64')}\n`;
    return `${text}\n${this.key.line(text, 0)}${witnesses.map((one) => one.line(text, this.at)).join('')}`;
  }

  tree(entries: readonly Buffer[] = this.entries): GrowingTree {
    const tree = new GrowingTree();
    for (const entry of entries) tree.add(leafHash(entry));
    return tree;
  }

  /** All files of the log, by their paths below its address. */
  files(): Map<string, Buffer> {
    const files = new Map<string, Buffer>();
    const tree = new GrowingTree();
    const tiles = this.entries.flatMap((entry) => tree.add(leafHash(entry)));
    for (const { level, index, width, bytes } of [...tiles, ...tree.partialTiles()])
      files.set(tilePath(level, index, width), bytes);
    for (let index = 0; index * tileWidth < this.entries.length; index += 1) {
      const range = [index * tileWidth, (index + 1) * tileWidth] as const;
      const entries = this.entries.slice(...range);
      const path = tilePath('entries', index, entries.length);
      files.set(path, bundleOf(entries));
      const lines = this.statements.slice(...range).map((line) => `${line}\n`);
      files.set(path.replace('tile/entries', 'statements'), Buffer.from(lines.join('')));
    }
    files.set('checkpoint', Buffer.from(this.note(tree)));
    return files;
  }
}

/** Entries as they are served together. */
export function bundleOf(entries: readonly Buffer[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/** A log that is read without a network. */
export function sourceOf(files: ReadonlyMap<string, Buffer>, labels: readonly object[]): LogSource {
  return {
    file: async (path) => files.get(path) ?? null,
    siteFile: async () => null,
    siteLines: async function* () {
      for (const label of labels) yield JSON.stringify(label);
    },
  };
}
