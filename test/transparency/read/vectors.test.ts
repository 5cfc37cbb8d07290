import { hash } from 'node:crypto';
import { expect } from 'chai';
import { type ExpectedTile, GrowingTree } from '../../../src/transparency/read/growingTree.ts';
import { checkProof, readProof } from '../../../src/transparency/read/logProof.ts';
import { checkConsistency, leafHash, rootOfInclusion } from '../../../src/transparency/read/merkle.ts';
import { readNoteKey, signaturesOf } from '../../../src/transparency/read/noteKey.ts';
import { openCheckpoint } from '../../../src/transparency/read/openCheckpoint.ts';
import { readNote } from '../../../src/transparency/read/signedNote.ts';
import { readHash } from '../../../src/transparency/read/strictText.ts';
import { readBundle, tilePath } from '../../../src/transparency/read/tiles.ts';
import { vectors } from '../../support/transparency/vectors.ts';

const entry = (index: number) => Buffer.from(`entry ${index}`);
const now = 2_000_000_000;
const policy = { log: readNoteKey(vectors.log), witnesses: vectors.witnesses.map(readNoteKey), quorum: 2 };

describe('transparency/read: what other software made', () => {
  it('has the same roots and tiles, entry by entry', () => {
    const tree = new GrowingTree();
    const roots = new Map(vectors.roots.map(({ size, root }) => [size, root]));
    const at = (size: number) => vectors.tiles.filter((tile) => tile.size === size);
    const whole: ExpectedTile[] = [];
    for (let index = 0; index < 70_000; index += 1) {
      whole.push(...tree.add(leafHash(entry(index))));
      const root = roots.get(tree.size);
      if (root !== undefined) expect(tree.root().toString('base64'), `${tree.size}`).equal(root);
      if (at(tree.size).length === 0) continue;
      const made = new Map(
        [...whole, ...tree.partialTiles()].map(({ level, index, width, bytes }) => [
          tilePath(level, index, width),
          hash('sha256', bytes),
        ]),
      );
      for (const { path, sha256 } of at(tree.size)) expect(made.get(path), path).equal(sha256);
    }
    expect(whole.length).equal(273 + 1);
  });

  it('comes from every proof of inclusion to the root', () => {
    const roots = new Map(vectors.roots.map(({ size, root }) => [size, root]));
    for (const { newer, newerRoot } of vectors.consistencies) roots.set(newer, newerRoot);
    for (const { size, index, proof } of vectors.inclusions) {
      const place = { index, size, proof: proof.map(readHash) };
      expect(rootOfInclusion(leafHash(entry(index)), place).toString('base64'), `${index} of ${size}`).equal(
        roots.get(size),
      );
    }
  });

  it('takes every proof of consistency', () => {
    for (const { older, newer, olderRoot, newerRoot, proof } of vectors.consistencies)
      checkConsistency(
        { size: older, root: readHash(olderRoot) },
        { size: newer, root: readHash(newerRoot) },
        proof.map(readHash),
      );
  });

  it('has the same paths of tiles, and the same entries of a bundle', () => {
    for (const { level, index, width, path } of vectors.paths)
      expect(tilePath(level < 0 ? 'entries' : level, index, width)).equal(path);
    const entries = readBundle(Buffer.from(vectors.bundle, 'base64'), 5);
    expect(entries.map(String)).deep.equal([0, 1, 2, 3, 4].map((index) => String(entry(index))));
  });

  it('opens a head with its witnesses, a proof of it, and a note of any kind', () => {
    const { origin, size, witnesses } = openCheckpoint(Buffer.from(vectors.checkpoint), policy, now);
    expect({ origin, size }).deep.equal({ origin: 'label.example/log', size: 300 });
    expect(witnesses.map(({ name }) => name)).deep.equal([1, 2, 3].map((n) => `witness${n}.example`));
    for (const { size, index, proof } of vectors.inclusions.filter((one) => one.size === 300)) {
      const lines = [
        'c2sp.org/tlog-proof@v1',
        'extra AAEC',
        `index ${index}`,
        ...proof,
        '',
        vectors.checkpoint,
      ];
      const read = readProof(Buffer.from(lines.join('\n')));
      expect(read.extra).deep.equal(Buffer.from([0, 1, 2]));
      expect(checkProof(read, leafHash(entry(index)), policy, now).size).equal(size);
    }
    expect(signaturesOf(policy.log, readNote(Buffer.from(vectors.note)))).deep.equal([{ at: null }]);
  });

  it('checks a witness that signs by ML-DSA-44 where Node knows it, and leaves it out elsewhere', () => {
    const witness = readNoteKey(vectors.mlDsa.vkey);
    const bytes = Buffer.from(vectors.checkpoint + vectors.mlDsa.line);
    const { witnesses } = openCheckpoint(bytes, { ...policy, witnesses: [witness], quorum: 0 }, now);
    expect(witnesses).deep.equal(
      witness.key === null ? [] : [{ name: 'witness4.example', at: 1_790_000_000 }],
    );
  });
});
