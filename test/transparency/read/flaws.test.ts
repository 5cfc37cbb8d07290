import { expect } from 'chai';
import { readCheckpoint } from '../../../src/transparency/read/checkpoint.ts';
import { type Flaw, LogFlaw } from '../../../src/transparency/read/logFlaw.ts';
import { checkProof, readProof } from '../../../src/transparency/read/logProof.ts';
import { checkConsistency, leafHash, rootOfInclusion } from '../../../src/transparency/read/merkle.ts';
import { readNoteKey } from '../../../src/transparency/read/noteKey.ts';
import { openCheckpoint } from '../../../src/transparency/read/openCheckpoint.ts';
import { readNote } from '../../../src/transparency/read/signedNote.ts';
import { readHash } from '../../../src/transparency/read/strictText.ts';
import { readBundle } from '../../../src/transparency/read/tiles.ts';
import { vectors } from '../../support/transparency/vectors.ts';

const { checkpoint, log, stranger } = vectors;
const now = 2_000_000_000;
const policy = { log: readNoteKey(log), witnesses: vectors.witnesses.map(readNoteKey), quorum: 3 };
const [origin = '', size = '', root = '', , logLine = '', witnessLine = ''] = checkpoint.split('\n');
const open = (text: string, changed = {}) =>
  openCheckpoint(Buffer.from(text), { ...policy, ...changed }, now);
/** The same line with one bit of its signature the other way round. */
const spoilt = (line: string) => {
  const [dash, name, encoded = ''] = line.split(' ');
  const bytes = Buffer.from(encoded, 'base64');
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  return [dash, name, bytes.toString('base64')].join(' ');
};
const keyOf = (line: string) => line.split(' ').slice(0, 2).join(' ');
const unknown = (n: number) => `— stranger${n}.example ${Buffer.alloc(68, n).toString('base64')}\n`;
const twice = (line: string) => checkpoint.replace(line, `${line}\n${line}`);

const notes: Record<string, readonly [Flaw, () => unknown]> = {
  'is not UTF-8': ['notUtf8', () => readNote(Buffer.concat([Buffer.from([0xff]), Buffer.from(checkpoint)]))],
  'has lines that end as on Windows': ['controlCharacter', () => open(checkpoint.replaceAll('\n', '\r\n'))],
  'has a tab': ['controlCharacter', () => open(`\t${checkpoint}`)],
  'is longer than any': ['tooLong', () => open(`${'x'.repeat(200_000)}\n${checkpoint}`)],
  'is a text alone': ['noSignatures', () => open(checkpoint.slice(0, checkpoint.indexOf('\n\n') + 1))],
  'ends where signatures begin': [
    'noSignatures',
    () => open(checkpoint.slice(0, checkpoint.indexOf('\n\n') + 2)),
  ],
  'ends within a line': ['signatureLine', () => open(checkpoint.slice(0, -1))],
  'has bytes behind its end': ['signatureLine', () => open(`${checkpoint}x`)],
  'has a line that is no signature': ['signatureLine', () => open(`${checkpoint}x\n`)],
  'has a hyphen for a dash': ['signatureLine', () => open(checkpoint.replace('—', '-'))],
  'has two spaces in a signature': ['signatureLine', () => open(checkpoint.replace('— ', '—  '))],
  'names a key with a plus': ['signatureLine', () => open(checkpoint.replace(keyOf(witnessLine), '— a+b'))],
  'names a key with a space that no eye sees': [
    'signatureLine',
    () => open(checkpoint.replace(keyOf(witnessLine), '— a\u2003b')),
  ],
  'has a signature without bytes': ['signatureLine', () => open(`${checkpoint}— a AAAAAA==\n`)],
  'has Base 64 in another spelling': ['base64', () => open(`${checkpoint}— a AAAAAAB=\n`)],
  'has the Base 64 of addresses': ['base64', () => open(`${checkpoint}— a AAAAAA-_\n`)],
  'has more signatures than anyone reads': [
    'tooManySignatures',
    () => open(checkpoint + Array.from({ length: 40 }, (_, n) => unknown(n)).join('')),
  ],
};

const keys: Record<string, readonly [Flaw, () => unknown]> = {
  'has another id than its own': ['keyId', () => readNoteKey(log.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))],
  'has an id in capitals': ['verifierKey', () => readNoteKey(log.replace(/\+[0-9a-f]{8}\+/, '+0000000A+'))],
  'has the id of another name': ['keyId', () => readNoteKey(log.replace('label', 'libel'))],
  'has no name': ['verifierKey', () => readNoteKey(log.slice(log.indexOf('+')))],
  'is cut': ['verifierKey', () => readNoteKey(log.slice(0, -4))],
  'is of an algorithm that we do not read': ['verifierKey', () => readNoteKey('a+00000000+AgAA')],
};

const heads: Record<string, readonly [Flaw, () => unknown]> = {
  'has no root': ['checkpointLines', () => readCheckpoint(`${origin}\n${size}\n`)],
  'has an empty line': ['checkpointLines', () => readCheckpoint(`${origin}\n${size}\n${root}\n\nmore\n`)],
  'ends within a line': ['checkpointLines', () => readCheckpoint(`${origin}\n${size}\n${root}`)],
  'has a size with a zero before it': ['number', () => readCheckpoint(`${origin}\n0${size}\n${root}\n`)],
  'has a size with a sign': ['number', () => readCheckpoint(`${origin}\n+${size}\n${root}\n`)],
  'has a size with a power': ['number', () => readCheckpoint(`${origin}\n3e2\n${root}\n`)],
  'has a size that no number holds': [
    'number',
    () => readCheckpoint(`${origin}\n9007199254740993\n${root}\n`),
  ],
  'has a size of 64 bits and more': [
    'number',
    () => readCheckpoint(`${origin}\n18446744073709551616\n${root}\n`),
  ],
  'has a short root': ['hashLength', () => readCheckpoint(`${origin}\n${size}\nAAAA\n`)],
  'says something of no entry': ['otherRoot', () => readCheckpoint(`${origin}\n0\n${root}\n`)],
  'is not signed by the log': ['notSigned', () => open(checkpoint.replace(`${logLine}\n`, ''))],
  'is signed by another log': ['notSigned', () => open(checkpoint, { log: readNoteKey(stranger) })],
  'is signed by the log, but not so': ['wrongSignature', () => open(checkpoint.replace(size, '301'))],
  'has a spoilt signature of the log': [
    'wrongSignature',
    () => open(checkpoint.replace(logLine, spoilt(logLine))),
  ],
  'has a second signature of the log that does not hold': [
    'wrongSignature',
    () => open(checkpoint.replace(logLine, `${logLine}\n${spoilt(logLine)}`)),
  ],
  'has a spoilt signature of a witness': [
    'wrongSignature',
    () => open(checkpoint.replace(witnessLine, spoilt(witnessLine))),
  ],
  'was seen by too few': ['fewWitnesses', () => open(checkpoint.replace(`${witnessLine}\n`, ''))],
  'was seen by one witness twice, and by too few': [
    'fewWitnesses',
    () => open(checkpoint.replace(`${witnessLine}\n`, '').replace(/(— witness2.+\n)/, '$1$1')),
  ],
  'was seen tomorrow': [
    'futureCosignature',
    () => openCheckpoint(Buffer.from(checkpoint), policy, 1_700_000_000),
  ],
};

const proofOf = (index: number) =>
  vectors.inclusions.find((one) => one.size === 300 && one.index === index)?.proof ?? [];
const proof = (lines: readonly string[], more = checkpoint) => {
  const read = readProof(Buffer.from(['c2sp.org/tlog-proof@v1', ...lines, '', more].join('\n')));
  return checkProof(read, leafHash(Buffer.from('entry 299')), policy, now);
};
const hashes = proofOf(299);
const pair = vectors.consistencies.find(({ older, newer }) => older === 257 && newer === 300);
const consistency = (changed: Partial<NonNullable<typeof pair>>) => {
  if (pair === undefined) throw new Error('the vectors have no such pair');
  const { older, newer, olderRoot, newerRoot, proof } = { ...pair, ...changed };
  const [from, to] = [readHash(olderRoot), readHash(newerRoot)];
  checkConsistency({ size: older, root: from }, { size: newer, root: to }, proof.map(readHash));
};

const proofs: Record<string, readonly [Flaw, () => unknown]> = {
  'begins otherwise': [
    'proofLines',
    () => readProof(Buffer.from(`c2sp.org/tlog-proof@v2\nindex 0\n\n${checkpoint}`)),
  ],
  'has no head': ['proofLines', () => readProof(Buffer.from('c2sp.org/tlog-proof@v1\nindex 0\n'))],
  'has no index': ['proofLines', () => proof(hashes)],
  'has what is added behind the index': ['base64', () => proof(['index 299', 'extra AAAA', ...hashes])],
  'has an index with a zero before it': ['number', () => proof(['index 0299', ...hashes])],
  'has an index without a size for it': ['indexOutside', () => proof(['index 300', ...hashes])],
  'is of another place': ['otherRoot', () => proof(['index 298', ...hashes])],
  'is one hash short': ['proofLength', () => proof(['index 299', ...hashes.slice(1)])],
  'is one hash long': ['proofLength', () => proof(['index 299', ...hashes, ...hashes.slice(0, 1)])],
  'is long without end': [
    'proofLength',
    () => proof(['index 299', ...Array.from({ length: 60 }, () => root)]),
  ],
  'has its hashes in another order': ['otherRoot', () => proof(['index 299', ...hashes.toReversed()])],
  'has a hash of another length': ['hashLength', () => proof(['index 299', 'AAAA', ...hashes.slice(1)])],
  'has a head that is cut': ['signatureLine', () => proof(['index 299', ...hashes], checkpoint.slice(0, -1))],
  'has a head that nobody signed': [
    'notSigned',
    () => proof(['index 299', ...hashes], checkpoint.replaceAll('— label', '— libel')),
  ],
  'is of another entry': ['otherRoot', () => rootIs(leafHash(Buffer.from('entry 298')))],
  'is consistent with fewer entries': ['indexOutside', () => consistency({ older: 301 })],
  'is consistent with itself by hashes': [
    'proofLength',
    () => consistency({ older: 300, olderRoot: pair?.newerRoot ?? '' }),
  ],
  'is consistent with another tree of its size': ['otherRoot', () => consistency({ older: 300, proof: [] })],
  'is consistent with another older root': ['otherRoot', () => consistency({ olderRoot: root })],
  'is consistent with another newer root': [
    'otherRoot',
    () => consistency({ newerRoot: pair?.olderRoot ?? '' }),
  ],
  'is consistent by no hash': ['proofLength', () => consistency({ proof: [] })],
  'is consistent by one hash fewer': [
    'proofLength',
    () => consistency({ proof: pair?.proof.slice(0, -1) ?? [] }),
  ],
  'is consistent by one hash more': [
    'proofLength',
    () => consistency({ proof: [...(pair?.proof ?? []), root] }),
  ],
};
const rootIs = (leaf: Buffer) => {
  const place = { index: 299, size: 300, proof: hashes.map(readHash) };
  if (!rootOfInclusion(leaf, place).equals(readHash(root))) throw new LogFlaw('otherRoot');
};

const bundle = Buffer.from(vectors.bundle, 'base64');
const bundles: Record<string, readonly [Flaw, () => unknown]> = {
  'has fewer entries': ['fewEntries', () => readBundle(bundle, 6)],
  'has more entries': ['tileLength', () => readBundle(bundle, 4)],
  'has a byte behind its end': [
    'entryLength',
    () => readBundle(Buffer.concat([bundle, Buffer.from([0])]), 5),
  ],
  'has an entry behind its end': [
    'tileLength',
    () => readBundle(Buffer.concat([bundle, Buffer.from([0, 0])]), 5),
  ],
  'ends within an entry': ['entryLength', () => readBundle(bundle.subarray(0, -1), 5)],
};

describe('transparency/read: what is refused', () => {
  for (const [what, cases] of Object.entries({ notes, keys, heads, proofs, bundles })) {
    it(`names the flaw of each of the ${what}`, () => {
      for (const [title, [flaw, read]] of Object.entries(cases)) {
        try {
          read();
        } catch (error) {
          expect(error instanceof LogFlaw && error.flaw, title).equal(flaw);
          continue;
        }
        expect.fail(`taken, though it ${title}`);
      }
    });
  }

  it('takes what is allowed: signatures of strangers, lines behind the root, the same witness twice', () => {
    expect(open(checkpoint + unknown(1)).size).equal(300);
    expect(open(twice(witnessLine)).witnesses.length).equal(3);
    expect(readCheckpoint(`${origin}\n${size}\n${root}\nmore\n`).size).equal(300);
    const impostor = checkpoint.replace(
      witnessLine,
      `${witnessLine}\n${keyOf(witnessLine)} ${Buffer.alloc(76).toString('base64')}`,
    );
    expect(open(impostor).witnesses.length).equal(3);
    expect(readCheckpoint(`${origin}\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n`).size).equal(0);
  });
});
