import { expect } from 'chai';
import { openAuthority, type TestAuthority } from '../../../support/authority/openAuthority.ts';
import { inYear, type LongSpecimen, openLongSpecimen } from './longSpecimen.ts';

type Lie = ReturnType<TestAuthority['time']['lies']['get']>;

describe('issuing/seal/longTerm, evidence', () => {
  let specimen: LongSpecimen;
  let stranger: TestAuthority;
  let sealed: Buffer;
  before(async () => {
    specimen = await openLongSpecimen();
    stranger = await openAuthority(inYear(2025), 'Specimen authority of seals');
    stranger.time.time = inYear(2026);
    sealed = await specimen.sealed();
  });
  after(async () => {
    await specimen.close();
    await stranger.time.close();
  });

  /** What comes of lengthening a document while something else lies where the authority of seals has its files. */
  async function failure(path: string, lie: Lie, document = sealed, year = 2026) {
    const { lies } = specimen.authority.time;
    const before = lies.get(path);
    if (lie) lies.set(path, lie);
    else lies.delete(path);
    try {
      await specimen.lengthenIn(year, document);
      return 'lengthened';
    } catch (error) {
      return String(error);
    } finally {
      if (before) lies.set(path, before);
    }
  }

  const right = () => specimen.authority.time.lies.get('/root.crl');
  const wrongLists: Readonly<Record<string, () => Lie>> = {
    gone: () => undefined,
    'no list': () => () => Buffer.from('specimen'),
    'of another authority of that name': () => stranger.time.lies.get('/root.crl'),
    'longer than a document can carry': () => () => Buffer.alloc(600_000),
    spoilt: () => {
      const list = right();
      return async () => {
        const bytes = Buffer.from((await list?.()) ?? []);
        bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
        return bytes;
      };
    },
    over: () => {
      const list = right();
      return () => {
        specimen.authority.time.time = new Date('2026-11-01T00:00:00.000Z');
        return list?.() ?? Buffer.alloc(0);
      };
    },
  };
  for (const [what, lie] of Object.entries(wrongLists)) {
    it(`is not complete with a list that is ${what}, and nothing is lengthened`, async () => {
      const failed = await failure('/root.crl', lie());
      expect(failed).match(/no list of revoked certificates that holds for CN=Specimen seal is at http:/u);
    });
  }

  it('is complete with a list that the document has already, once its authority gives none', async () => {
    const document = await specimen.lengthenIn(2026, sealed);
    expect(await failure('/root.crl', undefined, document, 2027)).equal('lengthened');
  });

  it('is not complete where an issuer is neither at hand nor where its certificate is said to be', async () => {
    const { lies } = specimen.time().time;
    const root = lies.get('/root.cer');
    lies.delete('/root.cer');
    const failed = await failure('/root.crl', specimen.authority.time.lies.get('/root.crl'));
    if (root) lies.set('/root.cer', root);
    expect(failed).match(/the issuer of CN=Specimen clock 2026 cannot be found/u);
  });

  it('needs no list of a certificate that ended, nor of one that names none', async () => {
    const document = await specimen.lengthenIn(2026, sealed);
    specimen.newTimeKey(2028);
    expect(await failure('/root.crl', undefined, document, 2029)).equal('lengthened');
  });
});
