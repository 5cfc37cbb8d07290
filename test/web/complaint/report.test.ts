import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import sharp from 'sharp';
import type supertest from 'supertest';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { secretHash, secretShape } from '../../../src/commands/common/secret.ts';
import type { Complaint } from '../../../src/commands/items/complaint.ts';
import { carryOutRetention } from '../../../src/commands/privacy/carryOutRetention.ts';
import { erasePerson } from '../../../src/commands/privacy/erasePerson.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { complaintNumber, isComplaintNumber } from '../../../src/register/complaintNumber.ts';
import type { Stored } from '../../../src/storage/database/database.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { issue } from '../../issuing/readBack/issued.ts';
import { registerSpecimen } from '../../support/organisations.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const { number } = specimenEntry;
const said = {
  kind: 'misuse',
  place: 'shop',
  text: 'Un autocollant sur une vitrine.',
  number: '',
  link: '',
  email: '',
  topic: '',
};

describe('a report of misuse', () => {
  let web: TestWeb;
  let visitor: Browser;
  let officer: Browser;
  let photo: Buffer;
  before(async () => {
    web = await testWeb('report');
    visitor = await web.browser();
    officer = await web.browser(await web.person('officer', 'officer'));
    await web.publish(specimenEntry);
    photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0b4f54' } })
      .withExif({ IFD0: { Copyright: 'where it was taken' } })
      .jpeg()
      .toBuffer();
  });
  after(() => web.stop());
  // With its chain: an item that is gone would break the journal.
  beforeEach(async () => {
    await web.connection.collection('complaints').deleteMany({});
    await web.connection.collection('records').deleteMany({ stream: /^complaints\// });
  });
  afterEach(() => expect(web.logged).to.deep.equal([]));

  const report = (
    also: Partial<typeof said & { once: string; secret: string }> = {},
    file?: readonly [Buffer, string],
    path = '/fr/report',
  ) =>
    visitor.parts(
      path,
      (form: supertest.Test) => {
        for (const [name, value] of Object.entries({ ...said, ...also })) form.field(name, value);
        return file ? form.attach('file', ...file) : form;
      },
      null,
    );
  const kept = () =>
    web.connection.collection<Stored<Complaint>>('complaints').find({}).sort({ _id: 1 }).toArray();
  const told = ({ headers }: supertest.Response) => headers.location?.split('/').at(-1) ?? '';
  const secretIn = ({ text }: supertest.Response) =>
    /report__number">([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})</.exec(text)?.[1];

  it('gets a number and a secret, shown at once and in no address, in every language', async () => {
    for (const language of languages) {
      const answer = await report({}, undefined, `/${language}/report`);
      expect([answer.status, answer.headers['set-cookie']]).to.deep.equal([201, undefined]);
      expect(answer.headers['cache-control']).to.equal('no-store');
      expect(answer.text).to.include(told(answer));
      expect(secretIn(answer)).to.match(secretShape);
      const page = await visitor.get(answer.headers.location ?? '');
      expect([page.status, page.text.includes(told(answer))]).to.deep.equal([200, true]);
      expect(secretIn(page), 'shown once').to.equal(undefined);
    }
    const [first, second] = await kept();
    expect(first?._id)
      .to.match(/^C-26-\d{5}-.$/)
      .and.to.satisfy(isComplaintNumber);
    expect(second?._id).to.not.equal(first?._id);
    for (const wrong of ['C-26-00001-0', 'C-26-1-N', '%3Cb%3E', '__proto__']) {
      expect((await visitor.get(`/fr/report/${wrong}`)).status, wrong).to.equal(404);
    }
  });

  it('stores the report and nothing else, with a journal line without its content', async () => {
    await report({
      number: 'mie 26 00042 d',
      link: 'https://evil.example/<b>',
      email: 'Witness@Specimen.example',
    });
    const { _id, receivedAt, context, head, secretHash: hash, ...rest } = requireVisible((await kept())[0]);
    expect(rest).to.deep.equal({
      machineVersion: 2,
      revision: 1,
      state: 'received',
      language: 'fr',
      kind: 'misuse',
      number: 'mie 26 00042 d',
      place: 'shop',
      text: said.text,
      link: 'https://evil.example/<b>',
      email: 'witness@specimen.example',
      photo: null,
      words: [],
    });
    expect(hash).to.match(/^[0-9a-f]{64}$/);
    expect(context).to.deep.include({ complaintId: _id, labelNumber: number, organisationId: 'ORG1' });
    expect(context.dueAt, 'fourteen days, to the end of the day').to.equal('2026-11-16T22:59:59.999Z');
    const [line] = await web.deps.store.records(`complaints/${_id}`);
    expect([line?.facts, line?.actor.id, head.seq]).to.deep.equal([['complaint.received'], 'visitor', 1]);
    expect(JSON.stringify(line)).to.not.match(/vitrine|witness|evil/);
    expect((await createJournal(web.connection).verify()).faults).to.deep.equal([]);
    expect(receivedAt).to.match(/^2026-/);
  });

  it('is one complaint with one number when its form is sent twice, at once or later', async () => {
    const form = async () => {
      const { headers, text } = await visitor.get('/fr/report');
      expect(headers['cache-control'], 'each form has its own mark').to.equal('private, no-cache');
      const fieldIn = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1] ?? '';
      return { once: fieldIn('once'), secret: fieldIn('secret') };
    };
    const [mine, another] = [await form(), await form()];
    expect(mine.once)
      .to.match(/^[0-9A-Z]{9,26}$/)
      .and.to.not.equal(another.once);
    const file = [photo, 'vitrine.jpg'] as const;
    const twice = await Promise.all([report(mine, file), report(mine, file)]);
    const again = await report(mine, file);
    expect(twice.map(({ status }) => status)).to.deep.equal([201, 201]);
    expect(new Set([...twice, again].map(told)).size).to.equal(1);
    expect([...twice, again].map(secretIn), 'each page shows the secret of the form').to.deep.equal(
      Array(3).fill(mine.secret),
    );
    const stranger = await report({ ...mine, secret: another.secret }, file);
    expect([told(stranger), secretIn(stranger)]).to.deep.equal([told(again), undefined]);
    expect((await kept()).map(({ _id }) => _id)).to.deep.equal([told(again)]);
    expect(await web.deps.store.records(`complaints/${told(again)}`)).to.have.length(1);
    // What was changed before sending it again is not lost, and neither is the same from somebody else.
    for (const other of [
      await report({ ...mine, text: 'Deux vitrines.' }, file),
      await report(mine),
      await report(another, file),
      await report({}, file),
      await report({}, file),
    ]) {
      expect([other.status, told(other) === told(again)]).to.deep.equal([201, false]);
    }
    expect(await kept()).to.have.length(6);
    const refused = await report({ ...mine, text: '' });
    expect(refused.text).to.include(`name="once" value="${mine.once}"`);
    expect((await report({ once: '"><b>' })).text).to.match(/name="once" value="[0-9A-Z]{9,26}"/);
    const spoilt = await report({ secret: '"><b>' });
    expect([spoilt.status, secretIn(spoilt)?.length]).to.deep.equal([201, 19]);
  });

  it('accepts a number that does not exist', async () => {
    await report({ number: 'MIE-26-00043-D' });
    await report({ number: 'ESS 12' });
    expect((await kept()).map(({ number: typed, context }) => [typed, context.labelNumber])).to.deep.equal([
      ['MIE-26-00043-D', null],
      ['ESS 12', null],
    ]);
  });

  it('accepts a photo through the file check, and removes its location', async () => {
    const answer = await report({}, [photo, 'vitrine.jpg']);
    expect(answer.status).to.equal(201);
    const page = await officer.get(`/fr/complaints/${told(answer)}`);
    expect(page.text).to.include('vitrine.jpg').and.to.include('Pas contrôlé par un antivirus');
    const saved = await officer.get(`/fr/complaints/${told(answer)}/photo`);
    expect(saved.headers['content-disposition']).to.equal('attachment; filename="vitrine.jpg"');
    expect(saved.headers['content-security-policy']).to.include('sandbox');
    expect(saved.body.toString('latin1')).to.not.include('where it was taken');
    expect((await visitor.get(`/fr/complaints/${told(answer)}/photo`)).status).to.equal(302);
  });

  it('accepts a certificate unchanged, which can be downloaded but is never displayed', async () => {
    const { certificate } = (await issue()).files;
    const answer = await report({ place: 'website' }, [certificate, 'certificat.pdf']);
    expect(answer.status).to.equal(201);
    const saved = await officer.get(`/fr/complaints/${told(answer)}/photo`);
    expect(saved.headers['content-disposition']).to.equal('attachment; filename="certificat.pdf"');
    expect(saved.headers['content-security-policy']).to.equal("sandbox; default-src 'none'");
    expect(certificate.equals(saved.body), 'its seal holds').to.equal(true);
  });

  it('asks what may be wrong with what is reported, and chooses nothing itself', async () => {
    const about = ['content', 'service', 'other'];
    const all = ['misuse', 'criteria', 'content', 'service', 'other'];
    const ours = web.deps.publicUrl;
    const links: Readonly<Record<string, readonly string[]>> = {
      [`${ours}/fr/labels/${specimenEntry.number}`]: all,
      [`${ours}/de/labels/${specimenEntry.number}/offers/O1`]: ['content', 'criteria', 'service', 'other'],
      [`${ours}/fr/exchange/N1`]: about,
      [`${ours}/fr/organisations/O1/exchanges/conversations/C1`]: about,
      [`${ours}.evil.example/fr/exchange/N1`]: all,
      'https://evil.example/fr/exchange/N1': all,
      'javascript:alert(1)': all,
      '': all,
    };
    for (const [link, kinds] of Object.entries(links)) {
      const { text } = await visitor.get(`/fr/report?${new URLSearchParams({ link })}`);
      const form = parse(text);
      const radios = form.querySelectorAll('input[name=kind]');
      expect(
        radios.map((one) => one.getAttribute('value')),
        link,
      ).to.deep.equal(kinds);
      expect(form.querySelectorAll('input[checked]'), link).to.deep.equal([]);
      expect(form.querySelectorAll('input[name=place]').length > 0, link).to.equal(kinds.includes('misuse'));
      expect(form.querySelector('input[name=link]')?.getAttribute('value') ?? '').to.equal(link);
    }
    const refused = await report({ kind: '', place: '', link: `${ours}/fr/exchange/N1` });
    expect(refused.text).to.not.include('value="misuse"');
  });

  it('shows faults beside its fields, keeps input, and stores nothing', async () => {
    const faults: readonly (readonly [Partial<typeof said>, string])[] = [
      [{ kind: '' }, 'kind'],
      [{ kind: '__proto__' }, 'kind'],
      [{ place: '' }, 'place'],
      [{ place: 'constructor' }, 'place'],
      [{ text: ' ' }, 'text'],
      [{ text: 'x'.repeat(4001) }, 'text'],
      [{ text: 'a\u202eb' }, 'text'],
      [{ number: '9'.repeat(61) }, 'number'],
      [{ link: `https://${'x'.repeat(501)}` }, 'link'],
      [{ link: 'javascript:alert(1)' }, 'link'],
      [{ link: 'data:text/html,x' }, 'link'],
      [{ link: ' JavaScript://evil.example/%0aalert(1)' }, 'link'],
      [{ link: 'vbscript:evil.example' }, 'link'],
      [{ link: 'mailto:shop@evil.example' }, 'link'],
      [{ link: 'sur un réseau' }, 'link'],
      [{ email: 'nobody' }, 'email'],
      [{ email: 'a@b.example\r\nBcc: c@d.example' }, 'email'],
      [{ topic: 'Buy now' }, 'topic'],
    ];
    for (const [also, field] of faults) {
      const { status, text } = await report(also);
      expect([status, text.includes(`href="#${field}"`)], JSON.stringify(also).slice(0, 60)).to.deep.equal([
        422,
        true,
      ]);
      if (field !== 'text') expect(text).to.include('>Un autocollant sur une vitrine.</textarea>');
    }
    const files: readonly (readonly [Buffer, string])[] = [
      [Buffer.from('MZ\u0090'), 'vitrine.jpg'],
      [Buffer.from('a text'), 'note.txt'],
      [photo.subarray(0, photo.length / 2), 'half.jpg'],
      [Buffer.alloc(20 * 1024 * 1024 + 1), 'large.jpg'],
    ];
    for (const file of files) {
      const { status, text } = await report({}, file);
      expect([status, text.includes('href="#file"')], file[1]).to.deep.equal([422, true]);
    }
    expect(await kept()).to.deep.equal([]);
    expect(await web.deps.files.read(createHash('sha256').update('a text').digest('hex'))).to.equal(null);
  });

  it('explains in plain words what is wrong, also with unknown fields', async () => {
    const own = 'Ce champ n’existe pas dans ce formulaire.';
    for (const field of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__proto__.x']) {
      const { status, text } = await report({ [field]: 'x' });
      expect([status, text.includes(own)], field).to.deep.equal([422, true]);
      expect(text, field).to.not.match(/\[object|native code|undefined/);
    }
    const said = async (also: object) => (await report(also)).text;
    expect(await said({ place: '' })).to.include('Choisissez une réponse.');
    const trapped = await said({ topic: 'Buy now' });
    expect(trapped).to.include('un piège pour les robots').and.to.not.include('au plus 0');
    expect(await said({ text: 'a\0b' }))
      .to.include('Retirez les caractères invisibles ou empilés.')
      .and.to.not.include('seule ligne');
    expect(await said({ number: 'a\nb' })).to.include('Écrivez sur une seule ligne.');
    expect(await said({ link: 'javascript:alert(1)' })).to.include('commence par https:// ou http://');
    expect(await kept()).to.deep.equal([]);
    for (const link of ['www.evil.example/shop?a=1', 'HTTPS://evil.example', 'http://192.0.2.1:8080/x']) {
      expect((await report({ link })).status, link).to.equal(201);
    }
  });

  it('is read by officers only, as text, but for those who are tied to its organisation', async () => {
    const owner = await web.person('holder');
    const organisationId = await registerSpecimen(web.deps, owner, {
      name: 'Boulangerie Spécimen',
      identifier: '',
    });
    await web.publish({
      ...specimenEntry,
      organisation: { ...specimenEntry.organisation, id: organisationId },
    });
    await report({ number, text: '<script>alert(1)</script>' });
    // As it was taken before addresses were looked at.
    await web.connection.collection('complaints').updateOne({}, { $set: { link: 'javascript:alert(1)' } });
    const [about] = await kept();
    const other = await report({ text: 'un autre cas', kind: 'service', place: '' });
    expect(other.status, 'only a misuse has a place').to.equal(201);
    expect((await officer.get('/fr/complaints')).text).to.include('&lt;script&gt;alert(1)');
    const path = `/fr/complaints/${about?._id}`;
    const { text } = await officer.get(path);
    expect(text).to.include('&lt;script&gt;alert(1)').and.to.include(`href="/fr/labels/${number}"`);
    expect(text).to.not.include('href="javascript').and.to.not.include('<script>alert');
    const tied = await web.person('tied', 'officer');
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(web.deps, tied, { ...tie, personId: tied.id, organisationId });
    const seen = (await (await web.browser(tied)).get('/fr/complaints')).text;
    expect(seen).to.include('un autre cas').and.to.not.include('&lt;script&gt;').and.to.not.include(number);
    expect((await (await web.browser(tied)).get(path)).status).to.equal(404);
    for (const role of ['reviewer', 'committee', 'administrator'] as const) {
      const staff = await web.browser(await web.person(role, role));
      expect(
        [(await staff.get('/fr/complaints')).status, (await staff.get(path)).status],
        role,
      ).to.deep.equal([403, 403]);
    }
    await web.publish(specimenEntry);
  });

  it('is listed page by page, the newest first', async () => {
    for (let i = 0; i < 26; i += 1) await report({ text: `cas ${i}.` });
    const first = (await officer.get('/fr/complaints?show=all')).text;
    expect(first).to.include('cas 25.').and.to.not.include('cas 0.');
    const [, next = ''] = /href="(\/fr\/complaints\?show=all&amp;after=[^"]+)"/.exec(first) ?? [];
    expect((await officer.get(next.replace('&amp;', '&'))).text)
      .to.include('cas 0.')
      .and.to.not.include('cas 1.');
    for (const after of ['$gt', '__proto__', 'C-26-00001-0']) {
      expect((await officer.get(`/fr/complaints?show=all&after=${after}`)).text, after).to.include('cas 25.');
    }
  });

  it('loses its address with the reporter’s account, and its content with the retention period and its photo', async () => {
    const witness = await web.person('witness');
    await report({ email: witness.email }, [photo, 'vitrine.jpg']);
    await erasePerson(web.deps, witness, { personId: witness.id, typed: witness.email });
    const one = requireVisible((await kept())[0]);
    expect(one.email).to.equal(null);
    const { digest } = requireVisible(one.photo);
    const later = (day: string) => carryOutRetention(web.deps, new Date(`${day}T03:00:00.000Z`));
    expect((await later('2028-10-01')).complaintsErased).to.equal(0);
    expect((await later('2028-12-01')).complaintsErased).to.equal(1);
    expect((await later('2028-12-02')).complaintsErased, 'once').to.equal(0);
    web.setClock('2028-12-02T03:00:00.000Z');
    await web.work();
    const [left] = await kept();
    expect(left).to.include({ text: '', link: '', number: '', place: null, photo: null, secretHash: null });
    expect([left?.words, left?.kind, left?._id]).to.deep.equal([[], 'misuse', one._id]);
    expect((await createJournal(web.connection).verify()).faults, 'its chain has an end').to.deep.equal([]);
    expect(await web.deps.files.read(digest)).to.equal(null);
  });
});

describe('the secret of a report', () => {
  it('is known however it is copied, and no other', () => {
    const hash = secretHash('7K0M-1XHD-9PTA-VB3C');
    for (const typed of ['7k0m 1xhd 9pta vb3c', '7KOMIXHD9PTAVB3C', ' 7kOm-lxhd-9pta-vb3c '])
      expect(secretHash(typed), typed).to.equal(hash);
    for (const other of ['7K0M-1XHD-9PTA-VB3D', '7K0M-1XHD-9PTA', '', '__proto__'])
      expect(secretHash(other), other).to.not.equal(hash);
  });
});

describe('register/complaintNumber', () => {
  it('has a check character that detects every single slip', () => {
    const right = complaintNumber(2026, 42);
    expect(isComplaintNumber(right)).to.equal(true);
    for (let i = 2; i < right.length; i += 1) {
      const slip = right.slice(0, i) + (right.charAt(i) === '7' ? '8' : '7') + right.slice(i + 1);
      expect(isComplaintNumber(slip), slip).to.equal(false);
    }
  });
});
