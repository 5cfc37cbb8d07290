// Tier: all. Budget: 6 s.
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { expect } from 'chai';
import { statusQuestion } from '../../../../src/issuing/seal/longTerm/statusAnswer.ts';
import { readSeal } from '../../../../src/issuing/seal/readSeal.ts';
import { openAuthority, type TestAuthority } from '../../../support/authority/openAuthority.ts';
import { statusAnswer } from '../../../support/authority/statusAnswer.ts';
import { inYear, type LongSpecimen, openLongSpecimen } from './longSpecimen.ts';

type Lie = ReturnType<TestAuthority['time']['lies']['get']>;

describe('issuing/seal/longTerm, of authorities that answer (OCSP) and give no lists', () => {
  let specimen: LongSpecimen;
  let stranger: TestAuthority;
  let sealed: Buffer;
  before(async () => {
    specimen = await openLongSpecimen(5, true);
    stranger = await openAuthority(inYear(2025), 'Specimen authority of seals', { answers: true });
    stranger.time.time = inYear(2026);
    sealed = await specimen.sealed();
  });
  after(async () => {
    await specimen.close();
    await stranger.time.close();
  });

  const read = (document: Buffer) => readSeal(document, [specimen.seal.certificate], specimen.timeRoots());
  const genuine = { valid: true, coversWholeFile: true, trusted: true, timestamped: true };

  it('carries an answer about each certificate, beyond the end of every certificate', async () => {
    const first = await specimen.lengthenIn(2026, sealed);
    specimen.newTimeKey(2030);
    const second = await specimen.lengthenIn(2030, first);
    specimen.newTimeKey(2034);
    const third = await specimen.lengthenIn(2034, second);
    for (const document of [first, second, third]) expect(await read(document)).include(genuine);
    const dictionaries = [...third.toString('latin1').matchAll(/\/Type \/DSS\n(?:.*\n)+?>>/gu)].map(String);
    expect(dictionaries.join()).not.include('/CRLs');
    const counts = dictionaries.map((one) => /\/OCSPs \[([^\]]+)\]/u.exec(one)?.[1]?.split('R').length);
    // Of the seal until it ended, of each clock once, and of the newest twice.
    expect(counts.map((count) => (count ?? 0) - 1)).deep.equal([2, 3, 4]);
    specimen.newTimeKey(2026);
  });

  it('counts that a certificate was revoked before it was used, and not that it was later', async () => {
    const { authority, seal } = specimen;
    const before = await specimen.lengthenIn(2026, sealed);
    authority.revoke(seal.certificate, inYear(2027));
    expect(await read(await specimen.lengthenIn(2027, before))).include(genuine);
    authority.revoke(seal.certificate, new Date('2026-11-20T00:00:00.000Z'));
    expect(await read(await specimen.lengthenIn(2027, before))).include({ ...genuine, trusted: false });
    authority.revoke(seal.certificate, inYear(2029));
  });

  /** What comes of lengthening a document while something else is answered. */
  async function failure(lie: Lie, document = sealed, year = 2026): Promise<string> {
    const { lies } = specimen.authority.time;
    const right = lies.get('/status');
    lies.set('/status', lie ?? (() => Buffer.alloc(0)));
    try {
      await specimen.lengthenIn(year, document);
      return 'lengthened';
    } catch (error) {
      return String(error);
    } finally {
      if (right) lies.set('/status', right);
    }
  }

  const right = () => specimen.authority.time.lies.get('/status');
  const wrong: Readonly<Record<string, () => Lie>> = {
    'is none': () => () => Buffer.from('specimen'),
    'says only that none is given': () => () => Buffer.from('30030a0106', 'hex'),
    'is of another authority of that name': () => stranger.time.lies.get('/status'),
    'is spoilt': () => {
      const answer = right();
      return async (asked) => {
        const bytes = Buffer.from((await answer?.(asked)) ?? []);
        const at = bytes.indexOf(Buffer.from('160d', 'hex'));
        bytes[at === -1 ? 90 : at] = 0;
        return bytes;
      };
    },
    'is over': () => {
      const answer = right();
      return (asked) => {
        specimen.authority.time.time = new Date('2026-11-01T00:00:00.000Z');
        return answer?.(asked) ?? Buffer.alloc(0);
      };
    },
    'is by one who is certified for something else': () => {
      const { key, certificate } = specimen.seal;
      const by = { key: createPrivateKey(key), certificate };
      return (asked) => statusAnswer(asked, { by, revoked: new Map(), at: inYear(2026) });
    },
    'is about another certificate': () => {
      const answer = right();
      const { authority } = specimen;
      const other = authority.certify({ name: 'Other', from: inYear(2025), until: inYear(2028) });
      const [one, root] = [other.certificate, authority.root].map((pem) => new X509Certificate(pem));
      if (!one || !root) throw new Error('no certificate');
      return () => answer?.(statusQuestion(one, root)) ?? Buffer.alloc(0);
    },
  };
  for (const [what, lie] of Object.entries(wrong)) {
    it(`is not complete with an answer that ${what}, and nothing is lengthened`, async () => {
      expect(await failure(lie())).match(/no answer that holds for CN=Specimen seal is given at http:/u);
    });
  }

  it('is complete with an answer that the document has already, once its authority gives none', async () => {
    const document = await specimen.lengthenIn(2026, sealed);
    expect(await failure(undefined, document, 2027)).equal('lengthened');
  });
});
