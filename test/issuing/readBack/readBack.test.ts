import { expect } from 'chai';
import sharp from 'sharp';
import { verifyFile } from '../../../src/commands/verify/verifyFile.ts';
import { readBackInThread } from '../../../src/issuing/readBack/readBackInThread.ts';
import { timeoutMs } from '../../support/run/service.ts';
import { type Issued, issue, labelNumber, today, trustIn } from './issued.ts';

describe('issuing/readBack', () => {
  const readingBack = readBackInThread(timeoutMs);
  let issued: Issued;
  before(async () => {
    issued = await issue();
  });

  const verify = (bytes: Buffer, row = {}, day = today) =>
    verifyFile({ trust: trustIn(issued, { row }), readingBack }, bytes, day);

  it('reports that a file proves nothing by itself, even for a valid label', async () => {
    const { picture, files, certificate } = issued;
    const copies = [
      sharp(picture).jpeg().toBuffer(),
      sharp(files.webp).webp({ quality: 50 }).toBuffer(),
      certificate(null, null),
    ];
    for (const bytes of await Promise.all(copies)) {
      const { verdict, number, label, checks } = await verify(bytes);
      expect([verdict, number, label?.valid]).to.deep.equal(['claimOnly', labelNumber, true]);
      expect(checks.filter(({ result }) => result === 'holds').map(({ name }) => name)).to.deep.equal([
        'register',
      ]);
    }
  });

  it('confirms every file as issued, by each applicable check', async () => {
    const holding = async (bytes: Buffer) => {
      const { verdict, number, revision, checks } = await verify(bytes);
      expect([verdict, number, revision]).to.deep.equal(['holds', labelNumber, 1]);
      return checks.filter(({ result }) => result === 'holds').map(({ name }) => name);
    };
    const { certificate, json, png, svg, webp } = issued.files;
    const signed = ['credential', 'issuerKey', 'status', 'period', 'revision', 'register'];
    const sealed = ['seal', 'wholeFile', 'sealIssuer'];
    expect(await holding(certificate)).to.deep.equal(['fileKnown', ...sealed, ...signed]);
    for (const bytes of [json, png, svg])
      expect(await holding(bytes)).to.deep.equal(['fileKnown', ...signed]);
    expect(await holding(webp)).to.deep.equal(['fileKnown', 'revision', 'register']);
  });

  it('accepts a credential in any serialisation', async () => {
    const { verdict, checks } = await verify(
      Buffer.from(JSON.stringify(JSON.parse(issued.credential), null, 2)),
    );
    expect([verdict, checks[0]]).to.deep.equal(['holds', { name: 'fileKnown', result: 'notThere' }]);
  });

  it('reports the status of today’s label for an earlier revision', async () => {
    const later = { revision: 2, organisation: 'Boulangerie renommée' };
    const answer = await verify(issued.files.certificate, later);
    expect(answer).to.deep.include({ verdict: 'replaced', revision: 1 });
    expect(answer.label).to.deep.include({ revision: 2, valid: true, organisation: 'Boulangerie renommée' });
    const withdrawn = await verify(issued.files.certificate, { ...later, state: 'withdrawn' });
    expect(withdrawn.label).to.deep.include({ revision: 2, valid: false, word: 'withdrawn' });
  });

  it('reads several files at once independently', async () => {
    const { certificate, json, png } = issued.files;
    const answers = await Promise.all(
      [certificate, Buffer.from('text'), json, Buffer.alloc(0), png].map((one) => verify(one)),
    );
    expect(answers.map(({ verdict, flaw }) => flaw ?? verdict)).to.deep.equal([
      'holds',
      'unknownKind',
      'holds',
      'empty',
      'holds',
    ]);
  });
});
