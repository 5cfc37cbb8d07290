import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { BitString } from 'asn1js';
import { expect } from 'chai';
import { Certificate } from 'pkijs';
import { type Certified, certifyKey } from '../../../src/issuing/seal/certifyKey.ts';
import { demoAuthority, type SealKey } from '../../../src/issuing/seal/demoAuthority.ts';
import { openSealer } from '../../../src/issuing/seal/openSealer.ts';
import { readSeal, type SealReading } from '../../../src/issuing/seal/readSeal.ts';
import type { Sealer } from '../../../src/issuing/seal/sealer.ts';
import { sealPdf } from '../../../src/issuing/seal/sealPdf.ts';
import { sealedAt, smallPdf } from './smallPdf.ts';

const from = new Date('2026-11-01T00:00:00.000Z');
const until = new Date('2028-11-01T00:00:00.000Z');

/** A certificate as before there were extensions, which neither allows nor forbids to certify; signed with a key. */
function withoutExtensions(pem: string, key: string): string {
  const bare = Certificate.fromBER(new X509Certificate(pem).raw);
  delete bare.extensions;
  bare.tbsView = new Uint8Array(bare.encodeTBS().toBER());
  bare.signatureValue = new BitString({ valueHex: sign('sha256', bare.tbsView, createPrivateKey(key)) });
  return new X509Certificate(Buffer.from(bare.toSchema().toBER())).toString();
}

describe('issuing/seal/readSeal', () => {
  let authority: SealKey;
  let other: SealKey;
  let anchors: readonly string[];
  let sealer: Sealer;
  let file: Buffer;
  before(async () => {
    [authority, other] = await Promise.all([demoAuthority(from), demoAuthority(from)]);
    anchors = authority.chain.slice(-1);
    sealer = await openSealer(authority, new Date(sealedAt));
    file = await sealPdf(await smallPdf(), sealer);
  });

  /** A reading of the sealed file after a change. */
  const changed = async (change: (bytes: Buffer) => Buffer | undefined): Promise<SealReading | null> => {
    const copy = Buffer.from(file);
    return readSeal(change(copy) ?? copy, anchors);
  };
  const flip = (at: number) => (bytes: Buffer) => {
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };
  /** The file with other text of the same length. */
  const replaced = (before: string, after: string) => (bytes: Buffer) => {
    bytes.write(after.padEnd(before.length), bytes.indexOf(before), 'latin1');
    return bytes;
  };
  /** A seal with a certificate of our own making, read at its authority. */
  const sealedWith = async (change: Partial<Certified>, at = sealedAt): Promise<SealReading | null> => {
    const certifier = { name: 'Specimen authority', key: createPrivateKey(other.key) };
    const root = certifyKey({ ...certifier, usage: 'certifying', from, until }, certifier);
    const key = createPrivateKey(authority.key);
    const own = certifyKey({ name: 'Specimen', key, usage: 'sealing', from, until, ...change }, certifier);
    const pdf = await smallPdf({ fields: [{ at }] });
    return readSeal(await sealPdf(pdf, { ...sealer, chain: [own, root] }), [root]);
  };

  it('finds no seal where there is none', async () => {
    expect(await readSeal(await smallPdf({ fields: [] }), anchors)).equal(null);
    expect(await readSeal(Buffer.alloc(0), anchors)).equal(null);
  });

  it('detects a single changed bit, wherever it is', async () => {
    const [gap, end] = [file.indexOf('/Contents <') + 10, file.indexOf('>', file.indexOf('/Contents <'))];
    const places = [0, 9, gap - 20, end + 1, end + 2, file.length - 1, file.indexOf('/Title') + 8];
    for (const at of places) {
      expect(await changed(flip(at)), `byte ${at}`).include({ valid: false, trusted: false });
    }
  });

  it('detects bytes after the seal and before its end', async () => {
    const appended = await changed((bytes) => Buffer.concat([bytes, Buffer.from('\n%')]));
    expect(appended).include({ valid: true, coversWholeFile: false });
    expect(await changed((bytes) => bytes.subarray(0, -1))).include({ valid: false, coversWholeFile: false });
    const inserted = await changed((bytes) => Buffer.concat([bytes.subarray(0, 9), bytes]));
    expect(inserted).include({ valid: false, coversWholeFile: false });
  });

  it('detects data hidden in the reserved space', async () => {
    const last = file.indexOf('00>') + 1;
    expect(await changed(flip(last))).include({ valid: false });
    expect(await changed(replaced('00000000>', '(hidden)>'))).include({ valid: false });
  });

  it('trusts only chains to an anchor', async () => {
    const stranger = await openSealer(other, new Date(sealedAt));
    const forged = await sealPdf(await smallPdf(), stranger);
    expect(await readSeal(forged, anchors)).include({ valid: true, trusted: false, untimely: false });
    expect(await readSeal(file, [])).include({ valid: true, trusted: false });
    // Same names, other keys: the chain of the file claims to end at our anchor.
    const swapped = await sealPdf(await smallPdf(), {
      ...stranger,
      chain: [other.chain[0] ?? '', authority.chain[1] ?? ''],
    });
    expect(await readSeal(swapped, anchors)).include({ valid: true, trusted: false });
  });

  it('accepts the certificate itself as an anchor, and no other of its authority', async () => {
    expect(await readSeal(file, authority.chain.slice(0, 1))).include({ valid: true, trusted: true });
  });

  it('judges the certificate at the time of sealing', async () => {
    expect(await sealedWith({})).include({ valid: true, trusted: true });
    expect(await sealedWith({}, '2028-11-01T00:00:00.000Z')).include({ trusted: true });
    const untimely = { valid: true, trusted: false, untimely: true };
    expect(await sealedWith({}, '2028-11-01T00:00:01.000Z')).include(untimely);
    expect(await sealedWith({}, '2026-10-31T23:59:59.000Z')).include(untimely);
    expect(await sealedWith({ until: new Date('2026-11-20T00:00:00.000Z') })).include(untimely);
  });

  it('trusts no certificate that is not for signing', async () => {
    expect(await sealedWith({ usage: 'certifying' })).include({
      valid: true,
      trusted: false,
      untimely: false,
    });
  });

  it('trusts no certificate that its authority did not sign', async () => {
    const der = new X509Certificate(authority.chain[0] ?? '').raw;
    der.write('Impostor', der.indexOf('Specimen – Made in ESS seal'));
    const chain = [new X509Certificate(der).toString(), ...anchors];
    const reading = await readSeal(await sealPdf(await smallPdf(), { ...sealer, chain }), anchors);
    expect(reading).include({ valid: true, trusted: false, signer: 'Impostor – Made in ESS seal' });
  });

  it('trusts no certificate that a sealing one has certified', async () => {
    const certifier = { name: 'Specimen – Made in ESS seal', key: createPrivateKey(authority.key) };
    const key = createPrivateKey(other.key);
    const own = certifyKey({ name: 'Specimen', key, usage: 'sealing', from, until }, certifier);
    const signer = await openSealer({ key: other.key, chain: [own] }, new Date(sealedAt));
    for (const between of [
      authority.chain[0] ?? '',
      withoutExtensions(authority.chain[0] ?? '', authority.key),
    ]) {
      const forged = await sealPdf(await smallPdf(), { ...signer, chain: [own, between, ...anchors] });
      expect(await readSeal(forged, [...anchors, between])).include({ valid: true, trusted: false });
    }
  });

  it('reads the first of two seals, which no longer covers the whole file', async () => {
    const second = file.subarray(file.indexOf('/ByteRange'), -1);
    const reading = await changed((bytes) => Buffer.concat([bytes, second]));
    expect(reading).include({ valid: true, coversWholeFile: false, trusted: true });
  });

  it('refuses an impossible byte range', async () => {
    const range = /\/ByteRange \[[\d ]+\] */u.exec(file.toString('latin1'))?.[0] ?? '';
    const [, length = 0, second = 0, rest = 0] = (range.match(/\d+/gu) ?? []).map(Number);
    const lies = [
      [0, length, length - 10, file.length - length + 10],
      [0, second, length, file.length - length],
      [0, length, second, rest + 1],
      [0, length, second, 9_999_999_999],
      [0, -1, second, rest],
      [1, length - 1, second, rest],
      [0, 0, 0, 0],
      [0, 10, 20, file.length - 20],
      [0, length, second],
      [0, length - 1, second, rest],
      [0, length, second + 1, rest - 1],
      [0, length, `0x${second.toString(16)}`, rest],
    ];
    for (const lie of lies) {
      const reading = await changed(replaced(range, `/ByteRange [${lie.join(' ')}]`));
      expect(reading, lie.join(' ')).include({ valid: false, coversWholeFile: false, trusted: false });
    }
  });
});
