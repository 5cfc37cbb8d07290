import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { registerKeys } from '../../../src/commands/label/keys.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { labelNumber, prefixPattern } from '../../../src/register/number.ts';
import { lookUpAnswer } from '../../../src/web/schemas/lookUp.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const { number } = specimenEntry;
const withdrawn = 'MIE-26-00041-F';

describe('the look-up', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('lookUp');
    visitor = await web.browser();
    await web.publish(specimenEntry);
    await web.publish({
      ...specimenEntry,
      number: withdrawn,
      state: 'withdrawn',
      organisation: { ...specimenEntry.organisation, name: '=cmd|x' },
      history: [...specimenEntry.history, { state: 'withdrawn', on: '2026-10-20' }],
    });
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged).to.deep.equal([]));

  const ask = async (query: string) => visitor.get(`/fr/verify?${query}`);
  const to = async (query: string) => (await ask(query)).headers.location;
  const several = (numbers: string, on = '', path = '/fr/verify/several') =>
    visitor.send(path, 'form', new URLSearchParams({ numbers, on }).toString());
  const api = (body: object) => visitor.send('/api/v1/lookup', 'json', JSON.stringify(body));

  it('offers to ask a wallet once there is a key to ask with, in every language', async () => {
    const offering = async () => {
      const pages = await Promise.all(languages.map((language) => visitor.get(`/${language}/verify`)));
      return pages.map(({ text }) => text.includes('/verify/wallet"'));
    };
    expect(await offering()).to.deep.equal(languages.map(() => false));
    await registerKeys(web.deps);
    expect(await offering()).to.deep.equal(languages.map(() => true));
  });

  describe('with one field', () => {
    it('redirects a number to its page, with the given day', async () => {
      expect(await to('q=mie+26+ooo42+d')).to.equal(`/fr/labels/${number}`);
      expect(await to(`number=${number}`), 'as older links have it').to.equal(`/fr/labels/${number}`);
      expect(await to(`q=label.example/labels/${number}`)).to.equal(`/fr/labels/${number}`);
      expect(await to(`q=${number}&on=2026-10-05`)).to.equal(`/fr/labels/${number}?on=2026-10-05#asked`);
      expect(await to(`q=${number}&on=1899-12-31`)).to.equal(`/fr/labels/${number}?on=1899-12-31#asked`);
      expect(await to(`q=${number}&on=05/10/2026`)).to.equal(`/fr/labels/${number}?on=2026-10-05#asked`);
      expect(await to(`q=${number}&on=05.10.2026`)).to.equal(`/fr/labels/${number}?on=2026-10-05#asked`);
      for (const typed of [
        `(${number})`,
        `N° ${number}`,
        `${number} 😀`,
        `http://label.example/fr/verify?q=${number}`,
      ]) {
        const path = await to(new URLSearchParams({ q: typed }).toString());
        expect(path, typed).to.equal(`/fr/labels/${number}`);
      }
      const { headers } = await visitor.get(`/fr/register?q=${number}%2C`);
      expect(headers.location).to.equal(`/fr/labels/${number}`);
      expect(await to('q=(MIE-26-00043-D)&on=2026-10-05')).to.equal(
        '/fr/labels/MIE-26-00043-D?on=2026-10-05',
      );
      expect(await to('q=MIE-26-00043-D')).to.equal('/fr/labels/MIE-26-00043-D');
    });

    it('redirects a name or an offer to the register', async () => {
      expect(await to('q=pain+%26+levain')).to.equal('/fr/register?q=pain+%26+levain&valid=any');
      expect(await to('q=%F0%9F%A5%96')).to.equal('/fr/register?q=%F0%9F%A5%96&valid=any');
    });

    it('shows for a name what was true on the given day', async () => {
      const { status, text } = await ask('q=levain&on=2026-10-10');
      expect(status).to.equal(200);
      expect(text).to.include('État au 10 octobre 2026').and.to.include(`href="/fr/labels/${withdrawn}"`);
      expect(text.match(/status-tag--valid/g)).to.have.length(2 + 1);
      const none = await ask('q=rien&on=2026-10-10');
      expect([none.status, none.text.includes('<table')]).to.deep.equal([200, false]);
    });

    it('opens no address of another site, and says that it is unknown', async () => {
      const { status, text } = await ask(
        'q=https%3A%2F%2Fwww.boulangerie-specimen.ch%2Flabels%2FMIE-26-00042-D',
      );
      expect(status).to.equal(200);
      expect(text).to.include(
        '« www.boulangerie-specimen.ch »'.replaceAll(' »', '\u00a0»').replace('« ', '«\u00a0'),
      );
      expect(text)
        .to.include('href="/fr/register?q=boulangerie+specimen"')
        .and.to.not.include('href="https://www');
    });

    it('explains an invalid day or text, and keeps input', async () => {
      for (const on of ['9999-12-31', '10000-01-01', '2026-02-30', '$gt', '2026-11-03', '__proto__']) {
        const { status, text } = await ask(`q=${number}&on=${on}`);
        expect([status, text.includes('href="#on"'), text.includes(`value="${on}"`)], on).to.deep.equal([
          422,
          true,
          true,
        ]);
      }
      const long = await ask(`q=${'pain '.repeat(2000)}`);
      expect(long.status).to.equal(422);
      expect(/value="([^"]*)"/.exec(long.text)?.[1]).to.have.length.at.most(200);
      const hidden = await ask(`q=%3Cb%3E%E2%80%AE.example`);
      expect([hidden.status, hidden.headers.location]).to.deep.equal([
        302,
        '/fr/register?q=%3Cb%3E%E2%80%AE.example&valid=any',
      ]);
    });

    it('allows the camera and three scripts on its own page only, nothing inline', async () => {
      const { headers, text } = await ask('');
      expect(headers['permissions-policy']).to.include('camera=(self)');
      expect(headers['content-security-policy']).to.include(
        'script-src label.example/assets/scan.js label.example/assets/qrDecode.js label.example/assets/qrIndex.js;',
      );
      const [, script = ''] = /src="(\/assets\/scan\.js\?v=\w+)"/.exec(text) ?? [];
      const { text: scan } = await visitor.get(script);
      expect(scan).to.include('sentences.prefix').and.to.not.include('MIE');
      expect(parse(text).querySelector('[data-scan]')?.getAttribute('data-prefix')).to.equal(prefixPattern);
      const [, decoder = ''] = /import\('(\.\/qrDecode\.js\?v=\w+)'\)/.exec(scan) ?? [];
      const { text: decode } = await visitor.get(`/assets/${decoder.slice(2)}`);
      expect(decode).to.match(/ from '\.\/qrIndex\.js\?v=\w{10}';/);
      for (const path of ['/fr', `/fr/labels/${number}`, '/fr/verify/several']) {
        const other = await visitor.get(path);
        expect(other.headers['permissions-policy'], path).to.include('camera=()');
        expect(other.headers['content-security-policy'], path).to.include("script-src 'none'");
      }
    });
  });

  describe('of many numbers', () => {
    const list = [number, 'mie 26 00041 f', 'MIE-26-00043-D', number, 'pain<b>\u202e', 'MIE-26-00099-G'].join(
      '\n',
    );

    it('is a table with a row for each line, in every language', async () => {
      for (const language of languages) {
        const { status, text, headers } = await several(list, '', `/${language}/verify/several`);
        expect(status).to.equal(200);
        expect(headers['cache-control']).to.equal('no-store');
        expect(text.match(/<tr>/g)).to.have.length(7);
        expect(text.match(/status-tag--valid/g)).to.have.length(2);
        expect(text.match(/status-tag--withdrawn/g)).to.have.length(2);
        expect(text)
          .to.include('pain&lt;b&gt;</th>')
          .and.to.not.match(/undefined|lookup\.|<th[^>]*>[^<]*\u202e/);
      }
      const { text } = await several(list);
      expect(text).to.include('Déjà à la ligne 1').and.to.include('href="/fr/labels/MIE-26-00043-D"');
      expect(text).to.match(
        /6 lignes.*1 label valable, 1 qui ne l’est pas, 3 lignes sans résultat, 1 répétée/,
      );
    });

    it('answers for a day, from the history', async () => {
      const then = (await several(list, '2026-10-10')).text;
      expect(then.match(/status-tag--valid/g)).to.have.length(3);
      for (const on of ['1900-01-01', '1899-12-31']) {
        expect((await several(list, on)).text, on).to.include('N’existait pas encore');
      }
    });

    it('is refused with a message and its input: too many, none, an invalid day', async () => {
      const numbers = Array.from({ length: 1001 }, (_, i) => labelNumber(26, i + 1));
      const full = await several(numbers.slice(1).join('\n'));
      expect([full.status, full.text.match(/<tr>/g)?.length]).to.deep.equal([200, 1001]);
      const tooMany = await several(numbers.join('\n'));
      expect([tooMany.status, /1.?000 au plus à la fois/.test(tooMany.text)]).to.deep.equal([422, true]);
      expect(tooMany.text).to.include(`${numbers[1000]}</textarea>`);
      for (const [text, on, field] of [
        ['', '', 'numbers'],
        ['x'.repeat(60_001), '', 'numbers'],
        [number, '9999-12-31', 'on'],
        [number, '2026-11-03', 'on'],
      ] as const) {
        const answer = await several(text, on);
        expect([answer.status, answer.text.includes(`href="#${field}"`)], on).to.deep.equal([422, true]);
      }
    });

    const mixed = [
      'N° IDE CHE-100.000.006',
      '732829320',
      number,
      'CHE-123.456.789',
      'FR 40 732 829 320',
      'boulangerie',
    ];
    const units = { identifier: '732 829 320', name: 'Atelier Vélo' };
    const held = labelNumber(2026, 77);
    const withUnit = () =>
      web.publish({
        ...specimenEntry,
        number: held,
        organisation: { ...specimenEntry.organisation, ...units },
      });

    it('may be UIDs and SIRENs among the numbers, and says of each line what became of it', async () => {
      await withUnit();
      const { text } = await several(mixed.join('\n'), '', '/fr/verify/several.csv');
      const lines = text
        .replaceAll(/[\u00a0\u202f]/g, ' ')
        .trim()
        .split('\r\n')
        .slice(1);
      expect(lines.map((line) => line.split(';').slice(2, 5))).to.deep.equal([
        ['', 'Aucun label à ce numéro d’organisation', ''],
        [held, 'Label valable, par 732 829 320', 'Oui'],
        [number, 'Label valable', 'Oui'],
        ['', 'IDE ou SIREN mal écrit : la fin ne va pas avec le reste', ''],
        [held, 'Label valable, par 732 829 320, Déjà à la ligne 2', 'Oui'],
        ['', 'Pas compris : ni numéro de label, ni IDE ou SIREN, ni site', ''],
      ]);
      const { body } = await api({ numbers: mixed });
      expect(lookUpAnswer.parse(body)).to.deep.equal(body);
      expect(body.results.map(({ result }: { result: string }) => result)).to.deep.equal([
        'unitNotNamed',
        'foundByUnit',
        'found',
        'unitMistyped',
        'foundByUnit',
        'notANumber',
      ]);
    });

    it('may come as a file, and is taken away as a workbook that can be sent again', async () => {
      await withUnit();
      const bring = (bytes: Buffer, name: string) =>
        visitor.parts('/fr/verify/several/file', (form) => form.attach('file', bytes, name), 'none');
      const csv = Buffer.from(`Nom;IDE ou SIREN\r\nAtelier;732 829 320\r\nBoulangerie;${number}\r\n`);
      const { status, text } = await bring(csv, 'liste.csv');
      expect([status, text.match(/status-tag--valid/g)?.length]).to.deep.equal([200, 2]);
      expect(text).to.include(`732 829 320\n${number}</textarea>`);
      const saved = await visitor
        .send('/fr/verify/several.xlsx', 'form', new URLSearchParams({ numbers: number, on: '' }).toString())
        .buffer(true)
        .parse((answer, done) => {
          const parts: Buffer[] = [];
          answer
            .on('data', (part: Buffer) => parts.push(part))
            .on('end', () => done(null, Buffer.concat(parts)));
        });
      expect(saved.headers['content-disposition']).to.equal('attachment; filename="labels-2026-11-02.xlsx"');
      expect((await bring(saved.body, 'labels.xlsx')).text).to.include(`${number}</textarea>`);
      for (const [bytes, name] of [
        [Buffer.from([0, 1, 2, 3]), 'liste.csv'],
        [Buffer.from(''), 'liste.csv'],
        [Buffer.from('x\n'.repeat(2001)), 'liste.csv'],
      ] as const)
        expect((await bring(bytes, name)).status, name).to.equal(422);
    });

    it('is available as CSV, without formulas', async () => {
      const { text, headers } = await several(`${list}\n=1+1`, '', '/fr/verify/several.csv');
      expect(headers['content-type']).to.equal('text/csv; charset=utf-8');
      expect(headers['content-disposition']).to.equal('attachment; filename="labels-2026-11-02.csv"');
      const lines = text.trim().split('\r\n');
      expect(lines).to.have.length(8);
      expect(lines[1]).to.equal(
        `1;${number};${number};Label valable;Oui;2026-10-01;2029-09-30;Boulangerie Spécimen, coopérative;http://label.example/labels/${number}`,
      );
      expect(lines[2]).to.include("'=cmd|x").and.to.include('Label retiré;Non');
      expect(lines[7]).to.include("'=1+1");
    });
  });

  describe('for programs', () => {
    it('answers each text in order, as documented', async () => {
      const { status, body, headers } = await api({
        numbers: [number, withdrawn, 'MIE-26-00043-D', ` ${number} `, 'pain', 'MIE-26-00099-G'],
        on: '2026-10-21',
      });
      expect(status).to.equal(200);
      expect(lookUpAnswer.parse(body)).to.deep.equal(body);
      const said = body.results.map(
        ({ result, repeats, label }: { result: string; repeats?: number; label?: { status: string } }) =>
          [result, repeats ?? 0, label?.status ?? ''].join(' '),
      );
      expect(said).to.deep.equal([
        'found 0 active',
        'found 0 withdrawn',
        'mistyped 0 ',
        'found 1 active',
        'notANumber 0 ',
        'unknown 0 ',
      ]);
      expect(headers).to.include({ 'cache-control': 'no-store', 'access-control-allow-origin': '*' });
      const before = await api({ numbers: [number], on: '2020-01-01' });
      expect(before.body.results[0].label).to.include({ status: null, valid: false });
    });

    it('can be called from pages of other sites', async () => {
      const { status, headers } = await visitor
        .options('/api/v1/lookup')
        .set('Origin', 'https://shop.example')
        .set('Access-Control-Request-Method', 'POST');
      expect([status, headers['access-control-allow-methods']]).to.deep.equal([204, 'POST']);
    });

    it('reports faults as data', async () => {
      const faults = async (body: object) => {
        const answer = await api(body);
        expect(answer.type).to.equal('application/problem+json');
        return [
          answer.status,
          ...answer.body.faults.map((one: { field: string; code: string }) => `${one.field} ${one.code}`),
        ];
      };
      expect(await faults({ numbers: Array(1001).fill(number) })).to.deep.equal([422, 'numbers tooMany']);
      expect(await faults({ numbers: [] })).to.deep.equal([422, 'numbers required']);
      expect(await faults({ numbers: [{ $where: '1' }] })).to.deep.equal([422, 'numbers.0 wrongType']);
      expect(await faults({ numbers: number })).to.deep.equal([422, 'numbers wrongType']);
      expect(await faults({ numbers: [number], on: '2026-02-30', $where: 'x' })).to.deep.equal([
        422,
        'on badDate',
        '$where unknownField',
      ]);
    });
  });
});
