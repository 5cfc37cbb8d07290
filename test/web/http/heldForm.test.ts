import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { type LimitClass, limitRules } from '../../../src/commands/ports/limitRules.ts';
import { LabelError } from '../../../src/errors.ts';
import { unescapeHtml } from '../../support/unescapeHtml.ts';
import { type Browser, tokenIn } from '../../support/web.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

const origin = 'http://label.example';
const text = 'Une fiche écrite longtemps,\r\nen "deux" lignes & <b>plus</b>.';

describe('a form that cannot be processed now', () => {
  let web: WebWithApplicants;
  let draft: OpenDraft;
  let browser: Browser;
  /** What is refused at this moment, and the failure. */
  const met = new Map<LimitClass, Error>();
  const away = Object.assign(new Error('no server'), { name: 'MongoServerSelectionError' });
  const soon = () => new LabelError('tooManyRequests', { params: { retryAfter: 60, minutes: 1, hours: 0 } });
  before(async () => {
    const take = async (name: LimitClass) => {
      const failure = met.get(name);
      if (failure) throw failure;
      return null;
    };
    const receive = async () => Promise.reject(away);
    const intake = { receive, receivePhoto: receive, readTable: receive };
    web = await webWithApplicants('held-form', { limits: { take, rules: limitRules }, intake });
    draft = await web.completeDraft();
    browser = await web.browser(draft.owner);
  });
  after(() => web.stop());
  afterEach(() => {
    met.clear();
    expect(web.logged).to.deep.equal([]);
  });

  const send = (path: string, fields: Record<string, string>, from = origin) =>
    browser.send(path, 'form', new URLSearchParams(fields).toString()).set('Origin', from);
  const withToken = async <Fields extends Record<string, string>>(fields: Fields) => ({
    csrf: tokenIn((await browser.get(`${draft.at}/offers`)).text),
    ...fields,
  });
  /** The form on the page of the failure, as a browser would send it. */
  const held = (html: string) => {
    const [form = ''] = /<form class="card late"[\s\S]*?<\/form>/.exec(html) ?? [];
    const fields = [...form.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    return {
      form,
      action: unescapeHtml(/action="([^"]*)"/.exec(form)?.[1] ?? ''),
      fields: Object.fromEntries(
        fields.map(([, name = '', value = '']) => [unescapeHtml(name), unescapeHtml(value)]),
      ),
    };
  };

  it('is returned with all input, and its button sends it again', async () => {
    const typed = await withToken({ name: 'Pain <d’ici>', type: 'food', sheet: text });
    const before = await web.storedState();
    met.set('writesOfPerson', soon());
    const refused = await send(`${draft.at}/offers`, typed);
    expect([refused.status, refused.headers['retry-after']]).to.deep.equal([429, '60']);
    expect(refused.headers['cache-control']).to.equal('no-store');
    expect(await web.storedState()).to.equal(before);
    const { action, fields } = held(refused.text);
    expect([action, fields]).to.deep.equal([`${draft.at}/offers`, typed]);
    expect(refused.text)
      .to.include('en &quot;deux&quot; lignes &amp; &lt;b&gt;')
      .and.to.not.include('<b>plus');
    expect(held((await send(action, fields)).text).fields, 'too soon once more').to.deep.equal(typed);
    met.clear();
    expect((await send(action, fields)).status).to.equal(303);
    const assessment = await web.deps.store.selfAssessment(draft.id);
    expect(assessment?.offersNamed.map(({ name }) => name)).to.include(typed.name);
  });

  it('is returned after it was read as well, also when the database is down', async () => {
    const typed = await withToken({});
    met.set('exportsOfPerson', soon());
    const late = await send('/fr/account/export', typed);
    expect([late.status, held(late.text).fields]).to.deep.equal([429, typed]);
    met.clear();
    met.set('writesOfPerson', away);
    const gone = await send(`${draft.at}/offers`, { ...typed, sheet: text });
    expect([gone.status, held(gone.text).fields.sheet]).to.deep.equal([503, text]);
  });

  it('with a file is returned after it was read as well', async () => {
    const said = { kind: 'misuse', place: 'shop', text, once: '01M8CY8M7628K1JVHSW1QVE0VA' };
    const report = await browser.parts(
      '/fr/report',
      (form) => form.field(said).attach('file', Buffer.from('x'), 'vitrine.jpg'),
      null,
    );
    expect([report.status, held(report.text).fields]).to.deep.equal([503, said]);
    const typed = await withToken({ mode: 'fill' });
    const table = await browser.parts(
      `${draft.at}/import`,
      (form) => form.field('mode', 'fill').attach('file', Buffer.from('a,b'), 'table.csv'),
      typed.csrf,
    );
    expect([table.status, held(table.text).fields]).to.deep.equal([503, typed]);
  });

  it('of a visitor is returned too, with its file to be chosen again', async () => {
    met.set('lookups', soon());
    const report = await browser.parts(
      '/fr/report',
      (form) => form.field('text', text).attach('file', Buffer.alloc(3_000_000), 'vitrine.jpg'),
      null,
    );
    expect(report.status).to.equal(429);
    expect(held(report.text).fields).to.deep.equal({ text });
    expect(held(report.text).form)
      .to.match(/enctype="multipart\/form-data"/)
      .and.match(/<input[^>]* name="file" type="file"/);
    const trial = await send('/fr/try', { 'offer.sheet': text, go: 'see' });
    expect([trial.status, held(trial.text).fields]).to.deep.equal([429, { 'offer.sheet': text, go: 'see' }]);
    expect(held(trial.text).form).to.not.include('type="file"');
  });

  it('is not returned to another site, leaks no token, and is limited in size', async () => {
    const typed = { name: 'x', sheet: text };
    met.set('writesOfPerson', soon());
    const foreign = await send(`${draft.at}/offers`, typed, 'https://evil.example');
    expect([foreign.status, held(foreign.text).form]).to.deep.equal([429, '']);
    const without = held((await send(`${draft.at}/offers`, typed)).text);
    expect(without.fields, 'it has no other token than it came with').to.deep.equal(typed);
    for (const [type, sent] of [
      ['form', `a=${'x'.repeat(300_000)}`],
      ['form', 'a=%ff'],
      ['form', 'a&'.repeat(3000)],
      ['multipart/form-data; boundary=x', '--x\r\nbroken'],
      ['multipart/form-data', 'no boundary'],
      ['multipart/form-data; boundary=x', part('a', 'x'.repeat(70_000))],
      ['text/plain', text],
      ['json', JSON.stringify({ text })],
      ['form', ''],
    ] as const) {
      const hostile = await browser.send(`${draft.at}/offers`, type, sent).set('Origin', origin);
      expect([hostile.status, held(hostile.text).form], sent.slice(0, 20)).to.deep.equal([429, '']);
    }
    const program = await send(`${draft.at}/offers`, typed).set('Accept', 'application/json');
    expect(program.text).to.include('"code":"tooManyRequests"').and.to.not.include('longtemps');
    met.set('formsHandedBack', soon());
    const flood = await send(`${draft.at}/offers`, typed);
    expect([flood.status, held(flood.text).form]).to.deep.equal([429, '']);
  });

  it('is not read without a length or when too long', async () => {
    met.set('lookups', soon());
    const server = createServer(web.server).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/fr/report`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x', accept: 'text/html' },
      body: ReadableStream.from([Buffer.from(part('text', text))]),
      duplex: 'half',
    } as RequestInit);
    expect([answer.status, held(await answer.text()).form]).to.deep.equal([429, '']);
    server.close();
    server.closeAllConnections();
  });
});

function part(name: string, value: string): string {
  return `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--x--\r\n`;
}
