// Tier: all. Budget: 7 s.
import { createHash, createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { demoAuthority, type SealKey } from '../../../src/issuing/seal/demoAuthority.ts';
import { objectIds } from '../../../src/issuing/seal/objectIds.ts';
import { openSealer } from '../../../src/issuing/seal/openSealer.ts';
import { readSeal, type SealReading } from '../../../src/issuing/seal/readSeal.ts';
import { sealPdf } from '../../../src/issuing/seal/sealPdf.ts';
import { sealedAt, smallPdf } from './smallPdf.ts';

const broken = {
  valid: false,
  coversWholeFile: false,
  trusted: false,
  untimely: false,
  signer: '',
  at: null,
  timestamped: false,
};
const megabytes = 1024 * 1024;

interface Around {
  readonly brackets?: string;
  /** What the file adds to each number of its range. */
  readonly lie?: readonly [number, number, number, number];
  /** Puts the range behind all that is sealed. */
  readonly rangeBehind?: boolean;
}

/** A file around a signed message of any bytes, of which it says truly where it is unless told otherwise. */
function around(message: Buffer, { brackets = '<>', lie = [0, 0, 0, 0], rangeBehind = false }: Around = {}) {
  const hex = `${brackets[0]}${message.toString('hex')}${brackets[1]}`;
  const [head, key, tail] = [
    '%PDF-1.7\n1 0 obj\n<< /M (D:20261124090000Z) ',
    '/Contents ',
    ' >>\nendobj\n%%EOF',
  ];
  const width = 80;
  const length = head.length + width + key.length;
  const truth = [0, length, length + hex.length, tail.length] as const;
  const range = `/ByteRange [${truth.map((number, i) => number + (lie[i] ?? 0)).join(' ')}]`;
  const place = (rangeBehind ? '' : range).padEnd(width);
  return Buffer.from(head + place + key + hex + tail + (rangeBehind ? range : ''), 'latin1');
}

/** What such a file leaves outside of the message. */
function sealedPart(message: Buffer, how: Around): Buffer {
  const file = around(message, how);
  const from = file.indexOf('/Contents ') + '/Contents '.length;
  const end = from + 2 * message.length + 2;
  const tail = file.indexOf('%%EOF', end) + '%%EOF'.length;
  return Buffer.concat([file.subarray(0, from), file.subarray(end, tail)]);
}

/** Values nested in one another to a depth. */
function nested(depth: number): Buffer {
  let inner = Buffer.alloc(0);
  for (let i = 0; i < depth; i += 1) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(inner.length);
    inner = Buffer.concat([Buffer.of(0x30, 0x84), length, inner]);
  }
  return inner;
}

/** The attribute by which a signer names its certificate (RFC 5035). */
function naming(pem: string): Attribute {
  const digest = createHash('sha256').update(new X509Certificate(pem).raw).digest();
  const id = new Sequence({ value: [new OctetString({ valueHex: digest })] });
  return new Attribute({
    type: objectIds.signingCertificateV2,
    values: [new Sequence({ value: [new Sequence({ value: [id] })] })],
  });
}

interface Crafted {
  readonly signed: Buffer;
  readonly inside?: Buffer;
  readonly attributes?: boolean;
  readonly contentType?: string;
  readonly digest?: string;
  readonly signers?: number;
  /** How often the digest is stated. */
  readonly statements?: number;
  /** Certificate that the signer names among what is signed, as PEM. */
  readonly named?: string;
  /** Certificate that the message claims to be signed with, as PEM. */
  readonly certificate?: string;
}

describe('issuing/seal, hostile input', () => {
  let authority: SealKey;
  let anchors: readonly string[];
  let file: Buffer;
  before(async () => {
    authority = await demoAuthority(new Date('2026-11-01T00:00:00.000Z'));
    anchors = authority.chain.slice(-1);
    file = await sealPdf(await smallPdf(), await openSealer(authority, new Date(sealedAt)));
  });

  const read = (bytes: Buffer): Promise<SealReading | null> => readSeal(bytes, anchors);

  /** A message signed with the right key, but as it must not be. */
  function craft({ signed, inside, attributes = true, digest = objectIds.sha256, ...how }: Crafted): Buffer {
    const own = Certificate.fromBER(new X509Certificate(how.certificate ?? authority.chain[0] ?? '').raw);
    const algorithm = digest === objectIds.sha256 ? 'sha256' : 'sha1';
    const stated = createHash(algorithm).update(signed).digest();
    const set = new SignedAndUnsignedAttributes({
      type: 0,
      attributes: [
        new Attribute({
          type: objectIds.contentType,
          values: [new ObjectIdentifier({ value: how.contentType ?? objectIds.data })],
        }),
        ...Array.from(
          { length: how.statements ?? 1 },
          () =>
            new Attribute({ type: objectIds.messageDigest, values: [new OctetString({ valueHex: stated })] }),
        ),
        ...(how.named ? [naming(how.named)] : []),
      ],
    });
    const toSign = Buffer.from(set.toSchema().toBER());
    toSign[0] = 0x31;
    const info = new SignerInfo({
      version: 1,
      sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
      digestAlgorithm: new AlgorithmIdentifier({ algorithmId: digest }),
      ...(attributes && { signedAttrs: set }),
      signatureAlgorithm: new AlgorithmIdentifier({
        algorithmId: '1.2.840.113549.1.1.1',
        algorithmParams: new Null(),
      }),
      signature: new OctetString({
        valueHex: sign(algorithm, attributes ? toSign : signed, createPrivateKey(authority.key)),
      }),
    });
    const message = new SignedData({
      version: 1,
      digestAlgorithms: [info.digestAlgorithm],
      encapContentInfo: new EncapsulatedContentInfo({
        eContentType: objectIds.data,
        ...(inside && { eContent: new OctetString({ valueHex: inside }) }),
      }),
      certificates: [own],
      signerInfos: Array.from({ length: how.signers ?? 1 }, () => info),
    });
    const wrapped = new ContentInfo({ contentType: objectIds.signedData, content: message.toSchema(true) });
    return Buffer.from(wrapped.toSchema().toBER());
  }

  /** The reading of a file around a crafted message; what is sealed does not depend on it but on its length. */
  async function readCrafted(how: Omit<Crafted, 'signed'>, file: Around = {}): Promise<SealReading | null> {
    const first = craft({ signed: Buffer.alloc(0), ...how });
    return read(around(craft({ signed: sealedPart(first, file), ...how }), file));
  }

  it('accepts a correct message', async () => {
    const right = { valid: true, coversWholeFile: true, trusted: true };
    expect(await readCrafted({})).include(right);
    expect(await readCrafted({ named: authority.chain[0] ?? '' })).include(right);
  });

  it('refuses a message with content, whatever it signs', async () => {
    expect(await readCrafted({ inside: Buffer.from('specimen') })).include({ valid: false, trusted: false });
  });

  it('refuses a signer that names another certificate, or two digests', async () => {
    expect(await readCrafted({ named: authority.chain[1] ?? '' })).include({ valid: false, trusted: false });
    expect(await readCrafted({ statements: 2 })).include({ valid: false, trusted: false });
    expect(await readCrafted({ statements: 0 })).include({ valid: false, trusted: false });
  });

  it('refuses a valid signature with a false byte range', async () => {
    const places: readonly Around[] = [
      { lie: [1, 0, 0, 0] },
      { lie: [0, 0, 0, 1] },
      { brackets: '(>' },
      { brackets: '<)' },
      { rangeBehind: true },
    ];
    for (const place of places) {
      expect(await readCrafted({}, place), JSON.stringify(place)).deep.equal(broken);
    }
  });

  it('refuses a signature without attributes, over other content, or with an obsolete digest', async () => {
    expect(await readCrafted({ attributes: false })).include({ valid: false, trusted: false });
    expect(await readCrafted({ contentType: objectIds.timestampInfo })).include({ valid: false });
    expect(await readCrafted({ digest: '1.3.14.3.2.26' })).include({ valid: false });
  });

  it('does not confuse the signing certificate with another one', async () => {
    const { chain } = await demoAuthority(new Date('2026-11-01T00:00:00.000Z'));
    expect(await readCrafted({ certificate: chain[0] ?? '' })).include({ valid: false, trusted: false });
  });

  it('refuses a message with two signers', async () => {
    expect(await readCrafted({ signers: 2 })).include({ valid: false, coversWholeFile: true });
    expect(await readCrafted({ signers: 0 })).include({ valid: false });
  });

  it('returns a verdict for a message of arbitrary bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
        expect(await read(around(Buffer.from(bytes)))).include({ valid: false, trusted: false });
      }),
      { numRuns: 200 },
    );
  });

  it('returns a verdict for a seal changed anywhere', async () => {
    const from = file.indexOf('<', file.indexOf('/Contents')) + 1;
    await fc.assert(
      fc.asyncProperty(fc.nat(5000), fc.constantFrom(...'0123456789abcdef'), async (at, digit) => {
        const copy = Buffer.from(file);
        copy.write(digit, from + at);
        // Certificates that no chain needs are not signed; all that counts is.
        const reading = await read(copy);
        expect(reading?.coversWholeFile).equal(true);
        expect(reading?.trusted && !reading.valid).equal(false);
      }),
      { numRuns: 300 },
    );
  });

  it('returns a verdict for deeply nested values', async () => {
    for (const depth of [50, 101, 5000]) {
      expect(await read(around(nested(depth)))).deep.equal({ ...broken, coversWholeFile: true });
    }
  });

  it('returns a verdict for a file truncated anywhere', async () => {
    for (let end = 0; end < file.length; end += 199) {
      const reading = await read(file.subarray(0, end));
      expect(reading?.valid ?? false, `${end} bytes`).equal(false);
    }
  });

  it('returns a verdict for large files of zeros, ranges and brackets', async () => {
    const size = 50 * megabytes;
    expect(await read(Buffer.alloc(size))).equal(null);
    expect(await read(Buffer.alloc(size, '/ByteRange'))).deep.equal(broken);
    expect(await read(Buffer.alloc(size, '/ByteRange ['))).deep.equal(broken);
    expect(await read(Buffer.alloc(size, '<<'))).equal(null);
    expect(await read(Buffer.concat([Buffer.from('/ByteRange'), Buffer.alloc(size, ' ')]))).deep.equal(
      broken,
    );
    expect(await read(Buffer.concat([Buffer.from('/ByteRange [0'), Buffer.alloc(size, '1')]))).deep.equal(
      broken,
    );
  });

  it('skips a message longer than a seal', async () => {
    expect(await read(around(Buffer.alloc(70_000)))).deep.equal(broken);
  });

  it('detects one changed byte in a large file', async () => {
    const large = await smallPdf({
      draw: ({ doc }) => doc.file(Buffer.alloc(8 * megabytes, 'a'), { name: 'a' }),
    });
    const sealed = await sealPdf(large, await openSealer(authority, new Date(sealedAt)));
    expect(await read(sealed)).include({ valid: true });
    sealed[sealed.length - 9] = 0x20;
    expect(await read(sealed)).include({ valid: false });
  });
});
