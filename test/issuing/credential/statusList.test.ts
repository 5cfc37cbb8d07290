import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { statusListSize } from '../../../src/commands/ports/issuingPorts.ts';
import { signCredential } from '../../../src/issuing/credential/signCredential.ts';
import { buildStatusList, statusBit } from '../../../src/issuing/credential/statusList.ts';
import { verifyStatusList } from '../../../src/issuing/credential/verifyCredential.ts';
import { sampleIssuer } from './credentialSample.ts';

const at = '2026-11-24T09:00:00.000Z';
const did = 'did:web:label.example';

const listOf = (bits: readonly number[]) =>
  buildStatusList({ purpose: 'revocation', list: 1, bits, at, publicUrl: 'https://label.example' });
const bitOf = (list: object, index: number, issuer = did) =>
  statusBit(list, { index, purpose: 'revocation', issuer });

describe('issuing/statusList', () => {
  it('states for every entry whether it is set, from the first to the last', async () => {
    const last = statusListSize - 1;
    const list = await listOf([0, 9, last]);
    const asked = [0, 1, 8, 9, 10, last - 1, last];
    expect(asked.map((index) => bitOf(list, index))).to.deep.equal([
      true,
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  it('is signed, and verified by its issuer’s keys alone', async () => {
    const { key, document } = await sampleIssuer();
    const list = await signCredential(await listOf([5]), key, document, at);
    expect(await verifyStatusList(list, document)).to.equal(null);
    expect(await verifyStatusList(list, (await sampleIssuer()).document)).to.equal('signature');
    const unset = { ...list, credentialSubject: (await listOf([])).credentialSubject };
    expect(await verifyStatusList(unset, document)).to.equal('signature');
    expect(bitOf(list, 5)).to.equal(true);
  });

  it('states until when it holds, and for how long a copy of it does', async () => {
    const { validFrom, validUntil, credentialSubject } = await listOf([5]);
    expect([validFrom, validUntil, credentialSubject.ttl]).to.deep.equal([
      at,
      '2026-12-10T09:00:00.000Z',
      300_000,
    ]);
  });

  it('states nothing for a missing entry, another purpose or another issuer', async () => {
    const list = await listOf([5]);
    for (const index of [-1, statusListSize, 5.5, Number.NaN]) expect(bitOf(list, index)).to.not.equal(true);
    expect(bitOf(list, statusListSize)).to.equal(null);
    expect(bitOf(list, 5, 'did:web:other.example')).to.equal(null);
    expect(statusBit(list, { index: 5, purpose: 'suspension', issuer: did })).to.equal(null);
  });

  it('is rejected when too short, unpacking to too much, or not a list', async () => {
    const list = await listOf([]);
    const packed = (bytes: number) => ({
      ...list,
      credentialSubject: {
        ...list.credentialSubject,
        encodedList: `u${gzipSync(Buffer.alloc(bytes)).toString('base64url')}`,
      },
    });
    expect(bitOf(packed(statusListSize / 8), 5)).to.equal(false);
    expect(bitOf(packed(125), 5)).to.equal(null);
    expect(bitOf(packed(statusListSize / 8 - 1), 5)).to.equal(null);
    expect(bitOf(packed(64 * 1024 * 1024), 5)).to.equal(null);
    const garbage = { ...list, credentialSubject: { ...list.credentialSubject, encodedList: 'uAAAA' } };
    for (const none of [garbage, {}, { ...list, type: ['VerifiableCredential'] }]) {
      expect(bitOf(none, 5)).to.equal(null);
    }
  });
});
