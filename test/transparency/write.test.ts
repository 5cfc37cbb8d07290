import { createPublicKey, verify } from 'node:crypto';
import { expect } from 'chai';
import { entryOf } from '../../src/transparency/statement.ts';
import { checkpointText, noteKeyKinds, vkeyOf } from '../../src/transparency/write/checkpoint.ts';
import { type Edge, emptyEdge, grow, rootOf } from '../../src/transparency/write/edge.ts';
import { entryBundle } from '../../src/transparency/write/entryBundle.ts';
import { consistencyProof, inclusionProof, type TileReader } from '../../src/transparency/write/proofs.ts';
import { proofText } from '../../src/transparency/write/proofText.ts';
import { readTilePath, tilePath } from '../../src/transparency/write/tilePath.ts';
import { naiveConsistency, naivePath, naiveRoot } from '../support/transparency/naiveTree.ts';

const entries = Array.from({ length: 700 }, (_, i) => Buffer.from(`entry ${i}`));

describe('the tree of the public log', () => {
  it('is that of RFC 6962, whatever is added at once', () => {
    let edge = emptyEdge;
    const cuts = [0, 1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 513, 700];
    cuts.forEach((end, i) => {
      ({ edge } = grow(edge, entries.slice(cuts[i - 1] ?? 0, end)));
      expect(rootOf(edge).toString('hex'), String(end)).to.equal(
        naiveRoot(entries.slice(0, end)).toString('hex'),
      );
    });
    expect(edge.size).to.equal(700);
  });

  it('proves each entry, and each earlier tree, from tiles alone', async () => {
    const { edge, full } = grow(emptyEdge, entries);
    const read = tilesOf(edge, full);
    for (const size of [1, 2, 3, 5, 255, 256, 257, 300, 512, 700]) {
      const tree = entries.slice(0, size);
      for (const index of [0, 1, 4, 128, 255, 256, 299, size - 1].filter((i) => i < size)) {
        const proof = await inclusionProof(read, index, size);
        expect(hex(proof), `${index} of ${size}`).to.deep.equal(hex(naivePath(index, tree)));
      }
      for (const old of [1, 2, 4, 127, 255, 256, 257, size - 1, size].filter((m) => m > 0 && m <= size)) {
        const proof = await consistencyProof(read, old, size);
        expect(hex(proof), `${old} in ${size}`).to.deep.equal(hex(naiveConsistency(old, tree)));
      }
    }
  });

  it('fills tiles of each level once', () => {
    const many = Array.from({ length: 256 * 256 + 3 }, (_, i) => Buffer.from(String(i)));
    const { edge, full } = grow(emptyEdge, many);
    const upper = full.filter(({ level }) => level === 1);
    expect(full.length).to.equal(257);
    expect(upper.map(({ n, bytes }) => [n, bytes.length])).to.deep.equal([[0, 8192]]);
    expect(edge.levels.map(({ length }) => length / 32)).to.deep.equal([3, 0, 1]);
  });
});

describe('what the log is written as', () => {
  it('names its tiles as tlog-tiles does, and reads no other way to write them', () => {
    const places: readonly [string, number, number | null][] = [
      ['000', 0, null],
      ['067.p/1', 67, 1],
      ['x001/000', 1000, null],
      ['x001/x234/067', 1_234_067, null],
      ['x001/x234/067.p/255', 1_234_067, 255],
    ];
    for (const [path, n, width] of places) expect(readTilePath(path), path).to.deep.equal({ n, width });
    expect(tilePath(1_234_067)).to.equal('x001/x234/067');
    const wrong = [
      '',
      '0',
      '0000',
      '67',
      'x000/001',
      '000.p/0',
      '000.p/256',
      '000.p/08',
      '000.p',
      '-01',
      '000/',
    ];
    for (const path of [...wrong, '001/234', 'x001', '../000', '%30%30%30'])
      expect(readTilePath(path), path).to.equal(null);
  });

  it('puts the length before each entry', () => {
    expect(entryBundle([Buffer.from('ab'), Buffer.alloc(0), Buffer.alloc(258)]).subarray(0, 8)).to.deep.equal(
      Buffer.from([0, 2, 97, 98, 0, 0, 1, 2]),
    );
    expect(() => entryBundle([Buffer.alloc(65_536)])).to.throw(RangeError);
  });

  it('writes the key of the example of signed-note', () => {
    const example = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
    const publicKey = Buffer.from(example.split('+').slice(2).join('+'), 'base64').subarray(1);
    expect(vkeyOf({ name: 'example.com/foo', kind: noteKeyKinds.log, publicKey })).to.equal(example);
    const note = 'This is an example message.\n';
    const signature = Buffer.from(
      'Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=',
      'base64',
    ).subarray(4);
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') };
    expect(verify(null, Buffer.from(note), createPublicKey({ key: jwk, format: 'jwk' }), signature)).to.equal(
      true,
    );
  });

  it('says a head and a proof line by line', () => {
    const root = Buffer.alloc(32, 1);
    const text = checkpointText({ origin: 'label.example/log', size: 3, root });
    expect(text).to.equal(`label.example/log\n3\n${root.toString('base64')}\n`);
    expect(proofText(2, [root], `${text}\n— x\n`)).to.equal(
      `c2sp.org/tlog-proof@v1\nindex 2\n${root.toString('base64')}\n\n${text}\n— x\n`,
    );
  });

  it('enters the hash of a statement alone, and of a label its number and revision', () => {
    const time = '2026-11-02T08:00:00.000Z';
    const label = {
      number: 'MIE-26-00001-V',
      revision: 2,
      state: 'active',
      standing: 'clean',
      organisation: 'Specimen',
      offers: ['Bread'],
      since: '2026-11-02',
      until: '2029-11-01',
      criteria: '1.0',
      salt: 'c2FsdA',
    };
    const entry = entryOf({ type: 'revised', time, statement: label }, 'ab');
    expect(entry).to.match(
      /^\{"number":"MIE-26-00001-V","revision":2,"sha256":"ab","time":"2026-11-02T08:00:00\.000Z","type":"revised","v":1\}$/,
    );
    const list = { list: 'https://label.example/status/revocation-1', version: 3, digest: 'ab' };
    const entered = JSON.parse(entryOf({ type: 'statusList', time, statement: list }, 'ab'));
    expect(Object.keys(entered)).to.deep.equal(['sha256', 'time', 'type', 'v']);
  });
});

function tilesOf(edge: Edge, full: readonly { level: number; n: number; bytes: Buffer }[]): TileReader {
  return async (level, n) => {
    const tile = full.find((one) => one.level === level && one.n === n)?.bytes ?? edge.levels[level];
    if (!tile) throw new Error(`there is no tile ${level}/${n}`);
    return tile;
  };
}

const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'));
