import { createPrivateKey } from 'node:crypto';
import { expect } from 'chai';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ContentInfo, SignedData } from 'pkijs';
import { certifyKey } from '../../../src/issuing/seal/certifyKey.ts';
import { demoAuthority, type SealKey } from '../../../src/issuing/seal/demoAuthority.ts';
import { openSealer } from '../../../src/issuing/seal/openSealer.ts';
import { readSeal } from '../../../src/issuing/seal/readSeal.ts';
import type { Sealer } from '../../../src/issuing/seal/sealer.ts';
import { sealPdf } from '../../../src/issuing/seal/sealPdf.ts';
import { readPdf } from '../readPdf.ts';
import { sealedAt, smallPdf } from './smallPdf.ts';

describe('issuing/seal', () => {
  let authority: SealKey;
  let sealer: Sealer;
  before(async () => {
    authority = await demoAuthority(new Date('2026-11-01T00:00:00.000Z'));
    sealer = await openSealer(authority, new Date(sealedAt));
  });

  const sealed = async () => sealPdf(await smallPdf(), sealer);

  it('refuses a document without a reserved place, or with something that looks like one', async () => {
    const refused = [
      { fields: [] },
      { fields: [{ name: 'Dupont /ByteRange' }] },
      { fields: [{ name: '/ByteRange [0 /********** /********** /**********]' }] },
    ];
    for (const made of refused) {
      const bytes = await smallPdf(made);
      await sealPdf(bytes, sealer).then(
        () => expect.fail('was sealed'),
        (error: Error) => expect(error.message).match(/ByteRange/u),
      );
    }
  });

  it('reserves one place a document', async () => {
    const error = await smallPdf({ fields: [{}, {}] }).catch((thrown: Error) => thrown);
    expect(String(error)).match(/one seal/u);
  });

  it('seals a whole document in the name of its certificate', async () => {
    expect(await readSeal(await sealed(), authority.chain.slice(-1))).deep.equal({
      valid: true,
      coversWholeFile: true,
      trusted: true,
      untimely: false,
      signer: 'Specimen – Made in ESS seal',
      at: sealedAt,
      timestamped: false,
    });
  });

  it('is reproducible for the same document', async () => {
    expect((await sealed()).equals(await sealed())).equal(true);
  });

  it('keeps what makes the document archival and accessible', async () => {
    const [file, plain] = [await sealed(), await smallPdf({ fields: [] })];
    const [pdf, before] = [readPdf(file), readPdf(plain)];
    expect(file.subarray(0, 8).toString('latin1')).equal('%PDF-1.7');
    expect(pdf.trailer).match(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/u);
    expect(pdf.pages).deep.equal(before.pages);
    const [page, catalog] = [pdf.with('/Type /Page\n')[0], pdf.with('/Type /Catalog')[0]];
    if (!page || !catalog) throw new Error('no page');
    expect(page.head).include('/Tabs /S');
    const form = pdf.follow(catalog, 'AcroForm').head;
    expect(form).include('/SigFlags 3').include('/DR').not.include('NeedAppearances');
    const field = pdf.follow(page, 'Annots');
    expect(pdf.with('/Type /Annot')).deep.equal([field]);
    expect(field.head).include('/Subtype /Widget').include('/F 132\n').include('/Rect [0 0 0 0]');
    expect(field.head).include('/TU (Made in ESS)');
    const seal = pdf.follow(field, 'V').head;
    expect(seal).include('/SubFilter /ETSI.CAdES.detached').include('/M (D:20261124090000Z)');
    expect(seal).match(
      /\/TransformMethod \/DocMDP\s+\/TransformParams <<\s+\/Type \/TransformParams\s+\/P 1\s/u,
    );
    const certified = /\/Perms <<\s+\/DocMDP (\d+) 0 R/u.exec(catalog.head)?.[1];
    expect(pdf.objects.get(Number(certified))?.head, 'the seal certifies the document').equal(seal);
    for (const key of ['StructTreeRoot', 'MarkInfo', 'Metadata']) {
      expect(pdf.follow(catalog, key).head).equal(before.follow(catalogOf(before), key).head);
    }
  });

  it('belongs to the first page, whichever was drawn last', async () => {
    const pdf = readPdf(await smallPdf({ draw: ({ doc }) => doc.addPage() }));
    const withFields = pdf.with('/Type /Page\n').map(({ head }) => head.includes('/Annots'));
    expect(withFields).deep.equal([true, false]);
  });

  it('orders signed attributes as DER requires', async () => {
    const key = createPrivateKey(authority.key);
    const [from, until] = [new Date('2026-11-01T00:00:00.000Z'), new Date('2027-11-01T00:00:00.000Z')];
    const maxLength = { name: 'Specimen '.repeat(30), key, usage: 'sealing', from, until } as const;
    const chain = [certifyKey(maxLength, maxLength), ...authority.chain.slice(-1)];
    const file = await sealPdf(await smallPdf(), { ...sealer, chain });
    const wrapped = ContentInfo.fromBER(messageOf(file));
    const { certificates = [], signerInfos } = new SignedData({ schema: wrapped.content });
    const attributes = signerInfos[0]?.signedAttrs?.attributes ?? [];
    for (const set of [certificates, attributes]) {
      const ders = set.map((one) => Buffer.from(one.toSchema().toBER()));
      expect(ders).deep.equal([...ders].sort(Buffer.compare));
    }
    expect([certificates.length, attributes.length]).deep.equal([2, 3]);
  });

  it('stays readable for other software', async () => {
    const task = getDocument({ data: new Uint8Array(await sealed()), verbosity: 0 });
    const document = await task.promise;
    const page = await document.getPage(1);
    const { items } = await page.getTextContent();
    expect(items.map((item) => ('str' in item ? item.str : '')).join('')).equal('Coopérative spécimen');
    expect(Object.keys((await document.getFieldObjects()) ?? {})).deep.equal(['Seal']);
    await task.destroy();
  });

  it('reserves more space for a document with a timestamp', async () => {
    const [plain, timestamped] = [await smallPdf(), await smallPdf({ fields: [{ timestamped: true }] })];
    expect(timestamped.length - plain.length).equal(2 * 8192);
  });

  it('returns no seal that does not verify for its certificate', async () => {
    const other = await demoAuthority(new Date('2026-11-01T00:00:00.000Z'));
    const strangers = [
      { ...sealer, chain: other.chain },
      { ...sealer, sign: async () => Buffer.alloc(256) },
    ];
    for (const stranger of strangers) {
      const error = await sealPdf(await smallPdf(), stranger).catch(String);
      expect(error).match(/does not hold for its certificate/u);
    }
    expect(await sealPdf(await smallPdf(), { ...sealer, chain: [] }).catch(String)).match(/no certificate/u);
  });

  it('refuses a chain longer than its reserved space', async () => {
    const long = { ...sealer, chain: [...sealer.chain, ...Array<string>(12).fill(sealer.chain[0] ?? '')] };
    const error = await sealPdf(await smallPdf(), long).catch((thrown: Error) => thrown);
    expect(String(error)).match(/exceeds placeholder length/u);
  });
});

function messageOf(file: Buffer): Buffer {
  const from = file.indexOf('<', file.indexOf('/Contents')) + 1;
  return Buffer.from(file.toString('latin1', from, file.indexOf('>', from)), 'hex');
}

function catalogOf(pdf: ReturnType<typeof readPdf>) {
  const catalog = pdf.with('/Type /Catalog')[0];
  if (!catalog) throw new Error('no catalog');
  return catalog;
}
