// Budget: 7 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import sharp from 'sharp';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { openBundle } from '../../../src/commands/verify/bundleTrust.ts';
import { trustRoots } from '../../../src/commands/verify/trustRoots.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { type Issued, issue, labelNumber, publishLog } from '../../issuing/readBack/issued.ts';
import { wordsOf } from '../../issuing/readPdf.ts';
import { allPapers } from '../../support/samples/allPapers.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type Browser, shown, type TestWeb, testWeb } from '../../support/web.ts';

const at = '2026-11-01T00:00:00.000Z';

describe('checking an uploaded file', () => {
  let web: TestWeb;
  let visitor: Browser;
  let issued: Issued;
  before(async () => {
    web = await testWeb('verify', { publicUrl: 'https://label.example' });
    visitor = await web.browser();
    issued = await issue();
    const { store, files } = web.deps;
    const { key } = issued.issuer;
    await store.addIssuerKey({ id: key.name, multibase: key.multibase, since: at, distrustedAt: null });
    await publishLog(web.deps, issued, at);
    const pem = issued.keys.anchors[0] ?? '';
    await store.addSealAnchor({ id: 'demo', pem, since: at });
    const credential = issued.keys.statusLists[0] ?? '';
    await store.saveStatusList({ purpose: 'revocation', list: 1, version: 1, credential, at });
    const { certificate } = issued.files;
    const digest = await files.save(certificate, 'application/pdf');
    const file = { kind: 'certificate', revision: 1, digest, size: certificate.length } as const;
    await web.publish({ ...specimenEntry, since: '2026-11-01', until: '2029-10-31', files: [file] });
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged).to.deep.equal([]));

  const bring = (bytes: Buffer, name = 'certificat.pdf', language = 'fr') =>
    visitor.parts(`/${language}/verify`, (form) => form.attach('file', bytes, name), 'none');

  it('is found at the address printed on certificates, in the reader’s language', async () => {
    const printed = wordsOf(issued.files.certificate).match(/Vérifiez-le sur \S+?(\/\S*)/)?.[1] ?? '';
    const answer = await visitor.get(printed).set('Accept-Language', 'it');
    expect([answer.status, answer.headers.location]).to.deep.equal([302, '/it/verify']);
  });

  it('is refused without a file, with several or with one too large, with a message', async () => {
    const none = await visitor.parts('/fr/verify', (form) => form, 'none');
    expect(none.status).to.equal(422);
    expect(none.text).to.include('href="#file"');
    const two = await visitor.parts(
      '/fr/verify',
      (form) => form.attach('file', Buffer.from('a'), 'a').attach('file', Buffer.from('b'), 'b'),
      'none',
    );
    expect(two.status).to.equal(422);
    const large = await bring(Buffer.alloc(20 * 1024 * 1024 + 1));
    expect([large.status, /20\sMo\. Les nôtres sont bien plus petits/.test(large.text)]).to.deep.equal([
      422,
      true,
    ]);
    expect((await visitor.send('/fr/verify', 'form', 'file=x')).status).to.equal(400);
    expect((await visitor.send('/fr/verify', 'application/pdf', '%PDF-')).status).to.equal(400);
  });

  it('shows a verdict and each check in words, in every language, and stores nothing', async () => {
    for (const language of languages) {
      const { status, text, headers } = await bring(issued.files.certificate, 'certificat.pdf', language);
      expect(status).to.equal(200);
      expect(text).to.include('verdict--valid').and.to.include(`/${language}/labels/${labelNumber}`);
      expect(text.match(/checks__one--valid/g)).to.have.length(11);
      expect(text).to.not.match(/undefined|verification\.|\sstyle="|<script(?![^>]*src=)/);
      expect(headers['cache-control']).to.equal('no-store');
      expect(headers['set-cookie']).to.equal(undefined);
    }
  });

  it('says of a paper of ours what it is and when it was sealed, and nothing of what it says', async () => {
    for (const language of languages) {
      const { decision } = allPapers(language);
      const { status, text } = await bring(await web.deps.papers.decision(decision), 'lettre.pdf', language);
      expect(status).to.equal(200);
      expect(text).to.include('verdict--valid').and.to.include(shown.i18n[language].date('2026-11-24'));
      expect(text.match(/checks__one--valid/g)).to.have.length(4);
      expect(text).to.not.match(/undefined|verification\.|Boulangerie|A-2026-000042|\/labels\//);
    }
  });

  it('distinguishes a changed file from one that proves nothing', async () => {
    const changed = await bring(Buffer.concat([issued.files.certificate, Buffer.from(' ')]));
    expect(changed.text).to.include('verdict--withdrawn');
    expect(changed.text.match(/checks__one--withdrawn/g)).to.have.length(2);
    const copy = await bring(await issued.certificate(null, null));
    expect(copy.text)
      .to.include('Ce fichier ne porte aucune preuve')
      .and.to.include(`/fr/labels/${labelNumber}`);
    const unread = await bring(Buffer.from('text'));
    expect(unread.text).to.include('verdict--over').and.to.not.include('checks__one');
  });

  it('recognises a badge in another shape or language, and links its number', async () => {
    for (const query of ['form=standard&language=fr', 'form=mark', 'language=de', 'form=large&language=it']) {
      const drawn: Buffer = (await visitor.get(`/badges/${labelNumber}.svg?${query}`)).body;
      const { text } = await bring(drawn, 'macaron.svg');
      const main = parse(text).querySelector('main')?.text ?? '';
      expect(main, query).to.include('aucune preuve').and.include('Numéro lu dans ce fichier');
      expect(main, query).to.not.match(/Ne vous (y )?fiez pas|que nous avons émis|Pas en ordre/);
      expect(text, query).to.include(`<a href="/fr/labels/${labelNumber}">${labelNumber}</a>`);
    }
  });

  it('asks for the number when a picture has no readable one, and calls it neither genuine nor false', async () => {
    const png: Buffer = (await visitor.get(`/badges/${labelNumber}.png?form=standard&size=256`)).body;
    const blank = sharp({ create: { width: 90, height: 60, channels: 3, background: '#fff' } });
    const pictures = [
      sharp(png).jpeg().toBuffer(),
      sharp(png).webp().toBuffer(),
      blank.png().toBuffer(),
      png,
    ];
    for (const [i, picture] of (await Promise.all(pictures)).entries())
      for (const language of i === 0 ? languages : (['fr'] as const)) {
        const { status, text } = await bring(picture, 'capture.png', language);
        expect(status).to.equal(200);
        expect(text).to.include('verdict--over').and.to.not.include('checks__one');
        const form = requireVisible(parse(text).querySelector('main form[method=get]'));
        expect(form.getAttribute('action')).to.equal(`/${language}/verify`);
        expect(form.querySelector('label')?.getAttribute('for')).to.equal('q');
        const next = await visitor.get(`/${language}/verify?q=${labelNumber}`);
        expect(next.headers.location).to.equal(`/${language}/labels/${labelNumber}`);
        if (language === 'fr') expect(text).to.not.match(/Ne vous (y )?fiez pas|ne vient de/);
      }
  });

  it('shows the file name as uploaded', async () => {
    const { text } = await bring(Buffer.from('text'), `<b>\u202e${'x'.repeat(300)}`);
    expect(text)
      .to.match(/«.&lt;b&gt;x{77}.»/)
      .and.to.not.include('\u202e');
  });

  it('is possible offline with public data', async () => {
    const answer = await visitor
      .get('/api/v1/trust-bundle')
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
        res.on('end', () => done(null, Buffer.concat(chunks).toString()));
      });
    expect(answer.headers).to.include({
      'content-type': 'application/jsonl',
      'access-control-allow-origin': '*',
    });
    const root = requireVisible((await trustRoots(web.deps))[0]);
    async function* bytes(): AsyncGenerator<Buffer> {
      yield Buffer.from(String(answer.body));
    }
    const trust = await openBundle(bytes, { root, least: 0 }, web.deps.clock.now());
    if ('fault' in trust) throw new Error(trust.fault);
    expect((await trust.row(labelNumber))?.organisation).to.equal(specimenEntry.organisation.name);
    expect((await trust.keys()).anchors).to.include.members([...issued.keys.anchors]);
    const head = await visitor.head('/api/v1/trust-bundle');
    expect([head.status, head.type]).to.deep.equal([200, 'application/jsonl']);
    expect(head.headers).to.not.have.any.keys('content-length', 'etag');
  });
});
