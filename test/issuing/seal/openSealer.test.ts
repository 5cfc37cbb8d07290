import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { certifyKey } from '../../../src/issuing/seal/certifyKey.ts';
import { demoAuthority, type SealKey } from '../../../src/issuing/seal/demoAuthority.ts';
import { openSealer, type SealMaterial } from '../../../src/issuing/seal/openSealer.ts';
import { readSeal } from '../../../src/issuing/seal/readSeal.ts';
import { sealPdf } from '../../../src/issuing/seal/sealPdf.ts';
import { makePkcs12 } from './makePkcs12.ts';
import { sealedAt, smallPdf } from './smallPdf.ts';

const password = 'spécimen & 12';
const madeAt = new Date('2026-11-01T00:00:00.000Z');
const openedAt = new Date(sealedAt);

describe('issuing/seal/openSealer', () => {
  let authority: SealKey;
  let other: string;
  let elliptic: string;
  before(async () => {
    authority = await demoAuthority(madeAt);
    const pem = { type: 'pkcs8', format: 'pem' } as const;
    other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(pem).toString();
    elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(pem).toString();
  });

  const refusal = (material: SealMaterial, at = openedAt): Promise<string> =>
    openSealer(material, at).then(
      () => 'opened',
      (error: Error) => error.message,
    );

  /** A certificate of a key, signed by an authority of its own that is forgotten. */
  const certified = (key: string, from: Date, until: Date): string => {
    const certifier = createPrivateKey(authority.key);
    return certifyKey(
      { name: 'Specimen', key: createPrivateKey(key), usage: 'sealing', from, until },
      { name: 'Specimen authority', key: certifier },
    );
  };

  it('explains what to do about a file it cannot open', async () => {
    const pkcs12 = await makePkcs12(authority, password);
    expect(await refusal({ pkcs12, password: 'wrong' })).match(/password does not open/u);
    expect(await refusal({ pkcs12, password: '' })).match(/password does not open/u);
    expect(await refusal({ pkcs12: Buffer.from('specimen'), password })).match(/not PKCS#12/u);
    expect(await refusal({ pkcs12: await makePkcs12(authority, password, 2), password })).match(/2 keys/u);
    expect(await refusal({ ...authority, key: 'specimen' })).match(/key of the seal cannot be read/u);
    const locked = createPrivateKey(authority.key).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: password,
    });
    expect(await refusal({ ...authority, key: locked.toString() })).match(/without a password/u);
    expect(await refusal({ ...authority, chain: ['specimen'] })).match(
      /certificate of the seal cannot be read/u,
    );
  });

  it('refuses a key that does not match the certificate', async () => {
    expect(await refusal({ ...authority, key: other })).match(/belongs to none/u);
    expect(await refusal({ ...authority, chain: [] })).match(/belongs to none/u);
  });

  it('refuses a key type that cannot seal', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(await refusal({ ...authority, key })).match(/neither RSA nor EC/u);
  });

  it('refuses a certificate before and after its validity, and one with an expired authority', async () => {
    expect(await refusal(authority, new Date('2026-10-31T23:59:59.000Z'))).match(/valid from .* renew/u);
    expect(await refusal(authority, new Date('2046-11-01T00:00:01.000Z'))).match(/valid from .* renew/u);
    expect(await refusal(authority, new Date('2046-11-01T00:00:00.000Z'))).equal('opened');
    const certifier = { name: 'Specimen authority', key: createPrivateKey(authority.key) };
    const early = { from: madeAt, until: new Date('2026-11-10T00:00:00.000Z') };
    const expired = certifyKey({ ...certifier, usage: 'certifying', ...early }, certifier);
    const own = certified(elliptic, madeAt, new Date('2027-11-01T00:00:00.000Z'));
    expect(await refusal({ key: elliptic, chain: [own, expired] })).match(/Specimen authority\): renew/u);
  });

  it('seals with a key from PKCS#12, and with the certificates in one file in any order', async () => {
    const inOneFile = [[...authority.chain].reverse().join('\n')];
    const materials: SealMaterial[] = [
      { pkcs12: await makePkcs12(authority, password), password },
      {
        pkcs12: await makePkcs12({ ...authority, chain: [...authority.chain].reverse() }, password),
        password,
      },
      { ...authority, chain: inOneFile },
    ];
    for (const material of materials) {
      const sealer = await openSealer(material, openedAt);
      expect(sealer.chain).deep.equal(authority.chain);
      const reading = await readSeal(await sealPdf(await smallPdf(), sealer), authority.chain.slice(-1));
      expect(reading).include({ valid: true, trusted: true });
    }
  });

  it('seals with an elliptic-curve key', async () => {
    const own = certified(elliptic, madeAt, new Date('2027-11-01T00:00:00.000Z'));
    const sealer = await openSealer({ key: elliptic, chain: [own] }, openedAt);
    expect(sealer.algorithm).equal('ecdsa');
    const reading = await readSeal(await sealPdf(await smallPdf(), sealer), [own]);
    expect(reading).include({ valid: true, coversWholeFile: true, trusted: true, signer: 'Specimen' });
  });
});
