import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Entry } from '../../../src/register/entry.ts';
import type { LabelAnswer } from '../../../src/web/schemas/label.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import type { Browser } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

/** Only in the first is the badge the one that was issued; in the last there is none. */
const states = ['active', 'extended', 'suspended', 'withdrawn', 'issuing'] as const;

describe('what is issued with a label', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let visitor: Browser;
  let entry: Entry;
  before(async () => {
    web = await webWithCast('issued-files');
    holder = await issueLabel(web, web.cast, 'holder');
    visitor = await web.browser();
    entry = requireVisible(await web.deps.store.entry(holder.number));
  });
  afterEach(() => web.publish(entry));
  after(() => web.stop());

  /** The file at a path of this service, as it comes over the wire. */
  const fetched = async (path: string, by = visitor) => {
    const answer = await by
      .get(path)
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
        res.on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect(answer.status, path).to.equal(200);
    const bytes: Buffer = answer.body;
    return { digest: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
  };
  const pathOf = (address: string) => {
    expect(address.startsWith(`${web.deps.publicUrl}/`), address).to.equal(true);
    return address.slice(web.deps.publicUrl.length);
  };
  const json = async (): Promise<LabelAnswer> => (await visitor.get(`/api/v1/labels/${holder.number}`)).body;
  const page = async () => parse((await visitor.get(`/fr/labels/${holder.number}`)).text);

  it('is at the address that the data state, to the byte, in any state of the label', async () => {
    for (const state of states) {
      await web.publish({ ...entry, state });
      const { files } = await json();
      const earlier = (await visitor.get(`/api/v1/labels/${holder.number}?on=${entry.since}`)).body;
      expect(earlier.files, 'of an earlier day, as they are now').to.deep.equal(files);
      const named = files.digests.filter(({ address }) => address !== null);
      for (const { address, digest, size, kind } of named) {
        expect(await fetched(pathOf(address ?? '')), `${state} ${kind}`).to.deep.equal({ digest, size });
      }
      const kinds = new Set(named.map(({ kind }) => kind));
      expect(kinds.has('badgePng'), state).to.equal(state === 'active');
      expect([...kinds]).to.include.members(['certificate', 'credential', 'conformity']);
      if (state === 'active') expect(named).to.have.length(entry.files.length);
      for (const one of [files.certificate, files.credential, files.conformity, files.badge]) {
        if (one !== null) await fetched(pathOf(one));
      }
      expect(files.badge === null, state).to.equal(state === 'issuing');
    }
  });

  it('is shown with size and digest of the linked file', async () => {
    for (const state of states) {
      await web.publish({ ...entry, state });
      const root = await page();
      const links = root.querySelectorAll('.filelist a');
      const texts = root.querySelectorAll('.digests dt').map(({ text }) => text);
      const digests = root.querySelectorAll('.digests dd').map(({ text }) => text);
      expect(texts, state).to.have.length(state === 'active' ? 5 : 3);
      for (const [i, text] of texts.entries()) {
        const link = requireVisible(links.find((one) => one.text === text));
        const { digest, size } = await fetched(link.getAttribute('href') ?? '');
        expect(digest, `${state} ${text}`).to.equal(digests[i]);
        const said = Number(link.parentNode?.querySelector('span')?.text.replace(/\D/g, ''));
        expect(said, `${state} ${text}`).to.equal(Math.max(1, Math.round(size / 1024)));
      }
      const silent = links.filter((one) => !texts.includes(one.text));
      for (const one of silent) expect(one.parentNode?.querySelector('span')).to.equal(null);
    }
  });

  it('is the same in the kit of the holder and for search engines', async () => {
    const browser = await web.browser(holder.owner);
    const kit = parse(
      (await browser.get(`/fr/organisations/${holder.organisationId}/labels/${holder.number}`)).text,
    );
    const hrefs = kit.querySelectorAll('main a').map((one) => one.getAttribute('href') ?? '');
    const own = new RegExp(
      `^/(?:credentials/|conformity/|labels/|badges/(?:[^?]*[.]pdf|.*form=large&language=${entry.language}))`,
    );
    const { files } = await json();
    const known = files.digests.map(({ digest }) => digest);
    const taken = new Set<string>();
    for (const href of hrefs.filter((one) => own.test(one))) {
      const { digest } = await fetched(href, browser);
      expect(known, href).to.include(digest);
      taken.add(digest);
    }
    expect([...taken], 'every file that was issued').to.have.members(known);
    const data = JSON.parse(
      requireVisible((await page()).querySelector('script[type="application/ld+json"]')).text,
    );
    expect(known).to.include((await fetched(pathOf(data.logo))).digest);
  });

  it('keeps an earlier credential at its address, and lists no other replaced file', async () => {
    const old = entry.files.map((file) => ({ ...file, revision: 1 }));
    const bytes = Buffer.from('{"specimen":2}');
    const digest = await web.deps.files.save(bytes, 'application/ld+json');
    const credential = { kind: 'credential', revision: 2, digest, size: bytes.length } as const;
    await web.publish({ ...entry, revision: 2, files: [...old, credential] });
    const { digests } = (await json()).files;
    const at = `${web.deps.publicUrl}/credentials/${holder.number}`;
    for (const file of digests.filter(({ kind }) => kind === 'credential')) {
      expect(file.address).to.equal(file.revision === 1 ? `${at}/1` : at);
      expect((await fetched(pathOf(file.address ?? ''))).digest).to.equal(file.digest);
    }
    const named = digests.filter(({ address }) => address !== null).map(({ kind }) => kind);
    expect(named).to.deep.equal(['certificate', 'credential', 'conformity', 'credential']);
  });

  it('is folded away where only programs read it', async () => {
    await web.publish({ ...entry, state: 'active' });
    const root = await page();
    const folded = root.querySelectorAll('details .filelist a').map(({ text }) => text);
    expect(folded).to.deep.equal([
      'Attestation signée (JSON)',
      'Attestation de conformité (UNTP)',
      'Les mêmes données en JSON',
    ]);
    const lists = root.querySelectorAll('.filelist');
    expect(lists.map((list) => list.parentNode?.querySelector('summary')?.text)).to.include(
      'Pour les programmes',
    );
    expect(lists[0]?.querySelectorAll('a').map(({ text }) => text)).to.deep.equal([
      'Certificat (PDF)',
      'Macaron (SVG)',
      'Macaron (PNG)',
    ]);
  });

  it('is not listed where there is none', async () => {
    await web.publish({ ...entry, files: [] });
    const { certificate, credential, conformity, badge, digests } = (await json()).files;
    expect([certificate, credential, conformity, digests]).to.deep.equal([null, null, null, []]);
    await fetched(pathOf(badge ?? ''));
    const root = await page();
    expect(root.querySelectorAll('.filelist a').map(({ text }) => text)).to.deep.equal([
      'Les mêmes données en JSON',
    ]);
  });
});
