import { expect } from 'chai';
import { parse } from 'node-html-parser';
import sharp from 'sharp';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { keptForMs } from '../../../src/storage/people/createKeptUploads.ts';
import { filledDraft } from '../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { type Browser, tokenIn } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

type Fields = Readonly<Record<string, string>>;

describe('the file of a form that is refused for something else', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let owner: Browser;
  let other: Browser;
  let draft: string;
  let offer: string;
  let picture: Buffer;
  before(async () => {
    web = await webWithCast('kept-upload');
    holder = await issueLabel(web, web.cast, 'holder');
    const file = await filledDraft(web.deps, await web.person('draft'));
    draft = file.id;
    owner = await web.browser(file.owner);
    other = await web.browser(holder.owner);
    const [first] = requireVisible(await web.deps.store.label(holder.number)).offers;
    offer = `/fr/organisations/${holder.organisationId}/labels/${holder.number}/offers/${first?.id}`;
    picture = await drawn('#f2b134');
  });
  after(() => web.stop());

  const drawn = (background: string) =>
    sharp({ create: { width: 800, height: 600, channels: 3, background } })
      .jpeg()
      .toBuffer();
  const send = async (browser: Browser, path: string, fields: Fields, file?: Buffer) => {
    const token = tokenIn((await browser.get('/fr/account')).text);
    const fill = (form: Parameters<Parameters<Browser['parts']>[1]>[0]) => {
      const filled = file ? form.attach('file', file, { filename: 'photo.jpg' }) : form;
      return Object.entries(fields).reduce((sent, [name, value]) => sent.field(name, value), filled);
    };
    return browser.parts(path, fill, token);
  };
  const keptIn = (text: string) => {
    const box = parse(text).querySelector('input[name=keptFile]');
    return box && { key: box.getAttribute('value') ?? '', says: box.parentNode?.text ?? '' };
  };
  const stored = () => web.connection.collection('keptUploads').countDocuments();

  it('is kept by every form that has more than a file, and taken when the form is right', async () => {
    const application = `/fr/applications/${draft}`;
    const documentOf = async () => (await web.deps.store.evidenceOf(draft)).at(-1)?.document;
    const dates = { from: 'hier', until: '' };
    const period = { from: '', until: '' };
    const held = { number: '1', until: '31.12.2030', link: 'https://example.com' };
    const forms: readonly (readonly [string, Browser, Fields, Fields])[] = [
      [`${offer}/photo`, other, { alt: '' }, { alt: 'Un pain' }],
      [`${application}/evidence`, owner, dates, period],
      [`${application}/evidence/DOCUMENT`, owner, { ...dates, revision: '1' }, { ...period, revision: '1' }],
      [`${application}/certificates/bcorp`, owner, { ...held, number: '', until: '' }, held],
    ];
    for (const [i, [form, browser, wrong, right]] of forms.entries()) {
      const colour = ['#f2b134', '#2f7d4f', '#d9482b', '#0b4f54'][i] ?? '#fff';
      const path = form.replace('DOCUMENT', (await documentOf()) ?? '');
      // The same bytes are one document of a library.
      const refused = await send(browser, path, wrong, await drawn(colour));
      expect(refused.status, path).to.equal(422);
      expect(refused.text).to.not.include('Choisissez-le à nouveau');
      const { key, says } = requireVisible(keptIn(refused.text));
      expect(says, path).to.include('photo.jpg');
      const again = await send(browser, path, { ...wrong, keptFile: key });
      expect(keptIn(again.text), 'and once more').to.deep.equal({ key, says });
      const taken = await send(browser, path, { ...right, keptFile: key });
      expect([taken.status, await stored()], path).to.deep.equal([303, 0]);
    }
  });

  it('is nobody else’s, ends after an hour, and gives way to another one', async () => {
    const path = `${offer}/photo`;
    const { key } = requireVisible(keptIn((await send(other, path, { alt: '' }, picture)).text));
    const stolen = await send(owner, `/fr/applications/${draft}/evidence`, { keptFile: key });
    expect([stolen.status, stolen.text.includes('n’est plus gardé')]).to.deep.equal([422, true]);
    const small = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    const wrong = await send(other, path, { alt: 'Un pain', keptFile: key }, small);
    expect([wrong.status, keptIn(wrong.text)], 'a file that is wrong itself').to.deep.equal([422, null]);
    for (const one of ['', 'x', key.replace(/./, 'z'), '{"$gt":""}']) {
      expect((await send(other, path, { alt: 'Un pain', keptFile: one })).status, one).to.equal(422);
    }
    const now = web.deps.clock.now().getTime();
    await web.connection.collection('keptUploads').updateMany({}, { $set: { expiresAt: new Date(now) } });
    expect((await send(other, path, { alt: 'Un pain', keptFile: key })).status, 'an hour later').to.equal(
      422,
    );
    expect(keptForMs).to.equal(3_600_000);
  });

  it('may have as many bytes as any file', async () => {
    const { keptUploads } = web.deps;
    const bytes = Buffer.alloc(20 * 1024 * 1024, 'x');
    const key = await keptUploads.keep('P', { bytes, name: 'large' });
    expect((await keptUploads.find('P', key))?.bytes.equals(bytes)).to.equal(true);
    expect(await keptUploads.find('Q', key)).to.equal(null);
    await keptUploads.drop('P');
    expect(await keptUploads.find('P', key)).to.equal(null);
  });
});
