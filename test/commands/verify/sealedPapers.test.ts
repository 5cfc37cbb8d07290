// Tier: all. Budget: 24 s.
import { createHash, createPrivateKey } from 'node:crypto';
import { expect } from 'chai';
import type { PaperContents } from '../../../src/commands/items/sealedPaper.ts';
import type { Issuing } from '../../../src/commands/ports/issuingPorts.ts';
import { fileReport } from '../../../src/commands/verify/fileReport.ts';
import { sealedPapers } from '../../../src/commands/verify/sealedPapers.ts';
import { storeTrust } from '../../../src/commands/verify/trust.ts';
import { verifyFile } from '../../../src/commands/verify/verifyFile.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { LabelError } from '../../../src/errors.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { drawInThread } from '../../../src/issuing/drawInThread.ts';
import { readFile } from '../../../src/issuing/readBack/readFile.ts';
import { certifyKey } from '../../../src/issuing/seal/certifyKey.ts';
import { demoAuthority } from '../../../src/issuing/seal/demoAuthority.ts';
import { objectIds } from '../../../src/issuing/seal/objectIds.ts';
import { openSealer } from '../../../src/issuing/seal/openSealer.ts';
import { readSeal } from '../../../src/issuing/seal/readSeal.ts';
import { sealAnyway } from '../../../src/issuing/seal/sealPdf.ts';
import { timestampFrom } from '../../../src/issuing/seal/timestamp.ts';
import { type PaperKind, paperKinds } from '../../../src/register/papers/issuedPaper.ts';
import { openTimeAuthority, type TimeAuthority } from '../../support/authority/timeAuthority.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { allPapers } from '../../support/samples/allPapers.ts';

const days: Readonly<Record<PaperKind, string>> = {
  proof: '2026-11-24',
  file: '2026-11-24',
  decision: '2026-11-24',
  withdrawal: '2026-12-20',
  agreement: '2026-11-24',
  minutes: '2026-11-26',
  questionnaire: '2026-11-24',
  yearReport: '2026-12-31',
};
const sealChecks = ['fileKnown', 'seal', 'wholeFile', 'sealIssuer'];
const i18n = createI18n();

describe('commands/verify/sealedPapers', () => {
  let service: TestService;
  const drawing = drawInThread();
  before(async () => {
    service = await testService('sealedPapers');
    service.setClock('2026-12-31T12:00:00.000Z');
  });
  after(() => service.stop());

  /** What anyone finds of a file here and now. */
  const found = (bytes: Buffer) =>
    verifyFile({ trust: storeTrust(service.deps), readingBack: { read: readFile } }, bytes, '2027-01-01');
  const holding = async (bytes: Buffer) =>
    (await found(bytes)).checks.filter(({ result }) => result === 'holds').map(({ name }) => name);
  const hand = <Kind extends PaperKind>(kind: Kind, contents: PaperContents, from = service.deps.papers) =>
    (from[kind] as (paper: PaperContents[Kind]) => Promise<Buffer>)(contents[kind]);
  /** Papers that are sealed by what a test gives. */
  const papersBy = (issuing: Pick<Issuing, 'keys' | 'seal'>) =>
    sealedPapers({ ...service.deps, issuing: { ...service.deps.issuing, ...issuing } }, drawing);

  for (const kind of paperKinds) {
    it(`seals and knows again: ${kind}, in every language, as often as it is asked for`, async () => {
      for (const language of languages) {
        const [one, other] = [await hand(kind, allPapers(language)), await hand(kind, allPapers(language))];
        expect(one.equals(other), 'the same file').equal(true);
        const answer = await found(one);
        expect(answer).deep.include({ verdict: 'paper', number: null, revision: null, label: null });
        expect(answer.paper).deep.equal({ kind, on: days[kind] });
        expect(await holding(one)).deep.equal(sealChecks);
        expect(answer.sealed?.confirmed).equal(false);
        const { text, label, sealed } = fileReport(answer, i18n[language]);
        expect(sealed).not.match(/^$|verification\./);
        expect(text).include(i18n[language].date(days[kind])).and.not.include('verification.');
        expect(label).equal('');
      }
    });
  }

  it('knows nothing of a paper that was changed, and says that something was added', async () => {
    const paper = await hand('decision', allPapers('fr'));
    const longer = Buffer.concat([paper, Buffer.from('\n')]);
    const { verdict, checks, paper: known } = await found(longer);
    expect([verdict, known]).deep.equal(['fails', undefined]);
    expect(checks.flatMap(({ flaw }) => flaw ?? [])).deep.equal(['fileUnknown', 'notWholeFile']);
  });

  it('leaves a working copy and the preview of a certificate without a seal, and unknown', async () => {
    const copy = await service.deps.papers.file({ ...allPapers('fr').file, frozen: null });
    expect(await readSeal(copy, [])).equal(null);
    expect((await found(copy)).verdict).not.equal('paper');
  });

  describe('with an authority of time', () => {
    let authority: TimeAuthority;
    let issuing: Pick<Issuing, 'keys' | 'seal'>;
    let anchors: readonly string[];
    before(async () => {
      const from = new Date('2026-11-01T00:00:00.000Z');
      const until = new Date('2028-11-01T00:00:00.000Z');
      const [seal, time] = await Promise.all([demoAuthority(from), demoAuthority(from)]);
      const certifier = { name: 'Specimen root of time', key: createPrivateKey(time.key) };
      const purposes = [objectIds.timeStamping];
      const certificate = certifyKey({ ...certifier, usage: 'sealing', purposes, from, until }, certifier);
      authority = await openTimeAuthority(
        { key: time.key, certificate },
        new Date('2026-12-30T09:00:07.000Z'),
      );
      const sealer = await openSealer(seal, from, { timestamp: timestampFrom(authority.url) });
      anchors = [...seal.chain, certificate];
      issuing = {
        seal: (paper) => sealAnyway(paper, sealer),
        keys: async () => ({
          ...(await service.deps.issuing.keys()),
          anchor: sealer.chain[0] ?? '',
          sealsFrom: from.toISOString(),
          timeAnchors: [certificate],
          timestamped: true,
        }),
      };
    });
    after(() => authority.close());
    afterEach(() => {
      authority.conduct = {};
    });

    it('confirms the time of each, and knows each of two copies', async () => {
      const papers = papersBy(issuing);
      for (const kind of paperKinds) {
        const copies = [await hand(kind, allPapers('fr'), papers), await hand(kind, allPapers('fr'), papers)];
        for (const copy of copies) {
          expect((await found(copy)).paper, kind).deep.equal({ kind, on: days[kind] });
          expect(await holding(copy)).deep.equal(sealChecks);
          const { sealed } = await found(copy);
          expect(sealed).deep.equal({ at: '2026-12-30T09:00:07.000Z', confirmed: true });
        }
      }
    });

    it('seals without it while it does not answer', async () => {
      authority.conduct = { http: 503 };
      const paper = await hand('proof', allPapers('fr'), papersBy(issuing));
      expect(await readSeal(paper, anchors)).include({ valid: true, trusted: true, timestamped: false });
      expect(await holding(paper)).deep.equal(sealChecks);
    });
  });

  it('hands out a paper where no key lies, known by its digest alone', async () => {
    const papers = papersBy({
      ...service.deps.issuing,
      keys: async () => Promise.reject(new LabelError('issuerUnavailable')),
    });
    const paper = await hand('minutes', allPapers('it'), papers);
    expect(await readSeal(paper, [])).equal(null);
    expect((await found(paper)).paper?.kind).equal('minutes');
    expect(await holding(paper)).deep.equal(['fileKnown']);
  });

  it('keeps of a paper its digest, kind and day, and nothing else', async () => {
    const paper = await hand('agreement', allPapers('de'));
    const digest = createHash('sha256').update(paper).digest('hex');
    const rows = service.connection.collection<{ _id: string }>('issuedPapers');
    expect(await rows.findOne({ _id: digest })).deep.equal({
      _id: digest,
      kind: 'agreement',
      on: '2026-11-24',
    });
  });
});
