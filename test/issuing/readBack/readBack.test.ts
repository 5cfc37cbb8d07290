// Tier: all. Budget: 25 s.
import { expect } from 'chai';
import sharp from 'sharp';
import { verifyFile } from '../../../src/commands/verify/verifyFile.ts';
import { drawBadge } from '../../../src/issuing/badge/badge.ts';
import { bakePng } from '../../../src/issuing/badge/bakedPng.ts';
import { bakeSvg } from '../../../src/issuing/badge/bakedSvg.ts';
import { makeCertificate } from '../../../src/issuing/certificate/certificate.ts';
import { renderPng } from '../../../src/issuing/drawing/raster.ts';
import { readBackInProcess } from '../../../src/issuing/readBack/readBackInProcess.ts';
import { labelNumber as labelOf } from '../../../src/register/number.ts';
import { nthCertificate } from '../../bench/rows/certificate.ts';
import { timeoutMs } from '../../support/run/service.ts';
import { samplePaper } from '../credential/credentialSample.ts';
import { type Issued, issue, labelNumber, today, trustIn } from './issued.ts';

describe('issuing/readBack', () => {
  const readingBack = readBackInProcess(timeoutMs);
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
      expect(checks.filter(({ result }) => result !== 'notThere')).to.deep.equal([]);
    }
  });

  it('names the host that a code leads to before anything else, unless the file is known', async () => {
    const look = { number: labelNumber, status: 'active', language: 'fr', specimen: true } as const;
    const address = `https://label.example@evil.example:8443/labels/${labelNumber}`;
    const badge = drawBadge({ ...look, until: '2029-10-31', address, form: 'large' });
    const png = await renderPng(badge, 512);
    const page = { ...nthCertificate(1), number: labelNumber, address: 'https://evil.example:8443/menu' };
    const credential = Buffer.from(issued.credential);
    for (const bytes of [
      png,
      await sharp(png).jpeg().toBuffer(),
      bakePng(png, issued.credential),
      await makeCertificate(page, {}),
      await makeCertificate(page, { credential }),
    ]) {
      const { verdict, elsewhere, number, checks } = await verify(bytes);
      expect([verdict, elsewhere, number]).to.deep.equal(['elsewhere', 'evil.example:8443', labelNumber]);
      if (!checks.some(({ name, result }) => name === 'credential' && result === 'holds'))
        expect(checks.filter(({ result }) => result === 'holds')).to.deep.equal([]);
    }
    const ours = await makeCertificate(
      { ...page, address: `https://label.example/labels/${labelNumber}` },
      {},
    );
    expect((await verify(ours)).verdict).to.equal('claimOnly');
  });

  it('confirms every file as issued, by each applicable check', async () => {
    const holding = async (bytes: Buffer) => {
      const { verdict, number, revision, checks } = await verify(bytes);
      expect([verdict, number, revision]).to.deep.equal(['holds', labelNumber, 1]);
      return checks.filter(({ result }) => result === 'holds').map(({ name }) => name);
    };
    const { certificate, json, png, svg, webp } = issued.files;
    const signed = ['credential', 'issuerKey', 'status', 'log', 'period', 'revision', 'register'];
    const sealed = ['seal', 'wholeFile', 'sealIssuer'];
    expect(await holding(certificate)).to.deep.equal(['fileKnown', ...sealed, ...signed]);
    for (const bytes of [json, png, svg])
      expect(await holding(bytes)).to.deep.equal(['fileKnown', ...signed]);
    expect(await holding(webp)).to.deep.equal(['fileKnown', 'revision', 'register']);
  });

  it('calls a genuine file that was saved again an altered copy, and says what the register says', async () => {
    const { json, png, svg, certificate } = issued.files;
    const pixels = await sharp(png).png({ compressionLevel: 9 }).toBuffer();
    const copies = {
      'a byte order mark': Buffer.concat([Buffer.from('\uFEFF'), json]),
      'JSON on many lines': Buffer.from(JSON.stringify(JSON.parse(issued.credential), null, 2)),
      'names in another order': Buffer.from(
        JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(issued.credential)).reverse())),
      ),
      'a PNG pressed again': bakePng(pixels, issued.credential),
      'a new line in an SVG': Buffer.from(svg.toString().replace('</title>', '</title>\n')),
      'a PDF without its seal': await issued.certificate(issued.credential, null),
      'a PDF with a broken seal': Buffer.from(
        certificate.toString('latin1').replace('/Reason', '/Raison').replace('/Name (', '/Nom  ('),
        'latin1',
      ),
    };
    for (const [name, bytes] of Object.entries(copies)) {
      const { verdict, number, label } = await verify(bytes);
      expect([verdict, number, label?.valid], name).to.deep.equal(['altered', labelNumber, true]);
    }
    for (const name of ['a byte order mark', 'a PDF with a broken seal'] as const) {
      expect((await verify(copies[name], { state: 'withdrawn' })).verdict, name).to.equal('fails');
      expect((await verify(copies[name], { revision: 2 })).verdict, name).to.equal('altered');
    }
  });

  it('calls a certificate that was printed anew with other signs a copy, and one with another name none', async () => {
    const organisation = 'L’Épi “Doré” – Genève';
    const credential = Buffer.from(
      JSON.stringify(
        await issued.sign({ organisation: { ...samplePaper().organisation, name: organisation } }),
      ),
    );
    const { number, since, until, offers } = samplePaper();
    const address = `https://label.example/labels/${number}`;
    const printed = async (name: string) => {
      const paper = { ...nthCertificate(1), number, since, until, offers, address, organisation: name };
      return (await verify(await makeCertificate(paper, { credential }), { organisation })).verdict;
    };
    for (const name of [
      organisation,
      "L'Épi “Doré” – Genève",
      'L’Épi "Doré" - Genève',
      'L´Épi «Doré» — Genève',
    ])
      expect(await printed(name), name).to.equal('altered');
    for (const name of ['L’Épi “Doré” – Lausanne', 'L’Épi “Dore” – Genève'])
      expect(await printed(name), name).to.equal('fails');
  });

  it('does not call a file that says another thing than its credential a copy', async () => {
    const other = labelOf(26, 43);
    const address = `https://label.example/labels/${other}`;
    const look = { status: 'active', language: 'fr', until: '2029-10-31', specimen: true } as const;
    const badge = drawBadge({ ...look, number: other, address, form: 'large' });
    const paper = { ...nthCertificate(1), number: labelNumber, organisation: 'Faux SA', address };
    const credential = Buffer.from(issued.credential);
    const forged = [
      Buffer.from(bakeSvg(badge, issued.credential)),
      bakePng(await renderPng(badge, 512), issued.credential),
      await makeCertificate(paper, { credential }),
    ];
    for (const bytes of forged) {
      const { verdict, checks } = await verify(bytes);
      expect([verdict, checks[0]?.flaw]).to.deep.equal(['fails', 'saysOther']);
    }
  });

  it('reports the status of today’s label for an earlier revision', async () => {
    const later = { revision: 2, organisation: 'Boulangerie renommée' };
    const answer = await verify(issued.files.certificate, later);
    expect(answer).to.deep.include({ verdict: 'replaced', revision: 1 });
    expect(answer.label).to.deep.include({ revision: 2, valid: true, organisation: 'Boulangerie renommée' });
    const withdrawn = await verify(issued.files.certificate, { ...later, state: 'withdrawn' });
    expect(withdrawn.verdict).to.equal('notValid');
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

  it('tells whoever runs the service when no thread can read, and not of a file that takes too long', async () => {
    const told: string[] = [];
    const reading = (ms: number) => readBackInProcess(ms, (error) => told.push(String(error)));
    const { certificate } = issued.files;
    // What cannot be handed to a thread stands for a thread that cannot be started.
    const unsendable = { ...(await trustIn(issued, {}).keys()), anchors: [() => ''] as unknown as string[] };
    expect(await reading(timeoutMs).read(certificate, unsendable)).to.deep.equal({ flaw: 'tooHeavy' });
    expect(told).to.have.length(1);
    expect(told[0]).to.match(/could not be cloned/);
    expect(await reading(1).read(certificate, await trustIn(issued, {}).keys())).to.deep.equal({
      flaw: 'tooHeavy',
    });
    expect(told).to.have.length(1);
  });
});
