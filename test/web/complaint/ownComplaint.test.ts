import { expect } from 'chai';
import {
  answerComplaint,
  askHolder,
  takeComplaint,
} from '../../../src/commands/complaint/handleComplaint.ts';
import { limitRules } from '../../../src/commands/ports/limitRules.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { everything } from '../../../src/policies/view.ts';
import { complaintNumber } from '../../../src/register/complaintNumber.ts';
import { createLimits } from '../../../src/storage/database/createLimits.ts';
import { complaintVersion, currentComplaint, reason, sendComplaint } from '../../support/complaintSteps.ts';
import { insertLabel } from '../../support/insertLabel.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';
import { sendForm } from '../../support/webWithCast.ts';

describe('the page of a complaint for whoever sent it', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('ownComplaint');
    visitor = await web.browser();
  });
  after(() => web.stop());

  const form = (path: string, fields: Readonly<Record<string, string>>) =>
    visitor.send(path, 'form', new URLSearchParams(fields).toString());

  it('is found from /report by number and secret, in each way that people write a number', async () => {
    const { number, secret } = await sendComplaint(web);
    const report = await visitor.get('/fr/report');
    expect(report.text).to.include('href="/fr/report/follow"');
    for (const language of languages) {
      const door = await visitor.get(`/${language}/report/follow`);
      expect([door.status, door.text.includes('name="number"')], language).to.deep.equal([200, true]);
    }
    for (const typed of [number, number.toLowerCase(), number.replaceAll('-', ' '), ` ${number} `]) {
      const read = await form('/fr/report/follow', { number: typed, secret });
      expect([read.status, read.text.includes('Votre signalement est arrivé')], typed).to.deep.equal([
        200,
        true,
      ]);
    }
    for (const [typed, code] of [
      ['C-26-99999-X', secret],
      ['nonsense', secret],
      [number, 'AAAA-AAAA-AAAA-AAAA'],
    ] as const) {
      const refused = await form('/fr/report/follow', { number: typed, secret: code });
      expect([refused.status, refused.text.includes('Votre signalement est arrivé')], typed).to.deep.equal([
        422,
        false,
      ]);
    }
  });

  it('shows the answer to its secret alone, in every language, and takes one contest', async () => {
    const { number, secret } = await sendComplaint(web);
    const officer = await web.person('desk', 'officer');
    const open = (language: string, told: string) => form(`/${language}/report/${number}`, { secret: told });
    expect((await open('fr', secret)).text).to.include('Votre signalement est arrivé');
    await takeComplaint(web.deps, officer, await complaintVersion(web, number));
    const answer = { outcome: 'partlyFounded', reason, done: 'L’autocollant est retiré.' } as const;
    await answerComplaint(web.deps, officer, { ...(await complaintVersion(web, number)), ...answer });
    for (const language of languages) {
      const read = await open(language, secret);
      expect([read.status, read.headers['cache-control']], language).to.deep.equal([200, 'no-store']);
      expect(read.text).to.include(reason).and.to.include('retiré').and.to.include('/contest"');
      const wrong = await open(language, '0000-0000-0000-0000');
      expect(wrong.status, language).to.equal(422);
      expect(wrong.text).to.not.include(reason);
    }
    const contest = (grounds: string) => form(`/fr/report/${number}/contest`, { secret, grounds });
    const short = await contest('Non.');
    expect([short.status, short.text.includes('>Non.</textarea>')]).to.deep.equal([422, true]);
    const grounds = 'L’autocollant est encore là ce matin, je l’ai revu en passant.';
    const contested = await contest(grounds);
    expect([contested.status, contested.text.includes(grounds)]).to.deep.equal([200, true]);
    expect((await currentComplaint(web, number)).state).to.equal('reopened');
    expect((await contest(grounds)).status, 'once').to.equal(409);
    expect((await form('/fr/report/C-26-99999-X', { secret })).status).to.be.oneOf([404, 422]);
  });

  it('answers a wrong secret alike whether its number exists or not, and takes hostile grounds as text', async () => {
    const { number, secret } = await sendComplaint(web);
    const unknown = complaintNumber(26, 99_999);
    const wrong = async (id: string) => {
      const { status, text } = await form(`/fr/report/${id}`, { secret: '0000-0000-0000-0000' });
      return [status, text.replaceAll(id, 'C')];
    };
    expect(await wrong(number)).to.deep.equal(await wrong(unknown));
    const blank = async (id: string) => (await visitor.get(`/fr/report/${id}`)).text.replaceAll(id, 'C');
    expect(await blank(number)).to.equal(await blank(unknown));
    const officer = await web.person('hostile', 'officer');
    await takeComplaint(web.deps, officer, await complaintVersion(web, number));
    const answer = { outcome: 'unfounded', reason: `<script>${reason}</script>`, done: '' } as const;
    await answerComplaint(web.deps, officer, { ...(await complaintVersion(web, number)), ...answer });
    const contest = (grounds: string) => form(`/fr/report/${number}/contest`, { secret, grounds });
    const long = await contest('x'.repeat(10_000));
    expect([long.status, long.text.includes('x'.repeat(10_000))], 'nothing typed is lost').to.deep.equal([
      422,
      true,
    ]);
    const grounds = `<img src=x onerror=alert(1)> ${reason}`;
    const [first, second] = await Promise.all([contest(grounds), contest(grounds)]);
    expect([first.status, second.status].sort(), 'sent twice at once').to.deep.equal([200, 409]);
    const { text } = await form(`/fr/report/${number}`, { secret });
    expect(text).to.include('&lt;img src=x').and.to.include('&lt;script&gt;').and.not.include('<img src=x');
    expect((await currentComplaint(web, number)).words.map(({ step }) => step)).to.deep.equal([
      'resolve',
      'contest',
    ]);
  });

  it('knows the file of the label that it names, so that whoever has a part there keeps away', async () => {
    const { number, organisationId } = await insertLabel(web, 'holder');
    const filed = await visitor.parts(
      '/fr/report',
      (parts) => parts.field('kind', 'criteria').field('text', 'Rien n’est affiché.').field('number', number),
      null,
    );
    const { context } = await currentComplaint(web, filed.headers.location?.split('/').at(-1) ?? '');
    const label = await web.deps.store.seenBy(everything).label(number);
    expect(context).to.deep.include({ labelNumber: number, organisationId });
    expect(context.applicationId).to.be.a('string').and.to.equal(label?.context.applicationId);
  });

  it('asks the holder of a label on a page of its own, which says nothing of who reported it', async () => {
    const { number: labelNumber, organisationId, owner } = await insertLabel(web, 'asked');
    const text = 'Ma cousine y travaille sans être payée.';
    const about = { kind: 'criteria', number: labelNumber, text, email: 'cousin@specimen.example' } as const;
    const { number } = await sendComplaint(web, about);
    const officer = await web.person('asks', 'officer');
    const question = 'Comment payez-vous les personnes du magasin ?';
    const path = `/fr/organisations/${organisationId}/labels/${labelNumber}/statements/${number}`;
    const own = await web.browser(owner);
    expect((await own.get(path)).status, 'before it is asked').to.equal(404);
    await takeComplaint(web.deps, officer, await complaintVersion(web, number));
    await askHolder(web.deps, officer, { ...(await complaintVersion(web, number)), question });
    for (const language of languages) {
      const page = (await own.get(path.replace('/fr/', `/${language}/`))).text;
      expect(page, language)
        .to.include(question)
        .and.to.include('name="statement"')
        .and.not.match(/cousin/i);
    }
    const other = await insertLabel(web, 'another');
    for (const person of [other.owner, officer])
      expect((await (await web.browser(person)).get(path)).status).to.equal(404);
    expect((await own.get(path.replace(labelNumber, other.number))).status).to.equal(404);
    const reader = await updatePerson(web.deps, await web.person('reads'), {
      memberships: [{ organisationId, role: 'reader' }],
    });
    expect((await (await web.browser(reader)).get(path)).text)
      .to.include(question)
      .and.not.include('<textarea');
    expect((await sendForm(own, path, path, { statement: ' ' })).status).to.equal(422);
    const statement = '<b>Selon la convention collective.</b>';
    expect((await sendForm(own, path, path, { statement })).headers.location).to.equal(`${path}?saved=1`);
    const said = (await own.get(path)).text;
    expect(said).to.include('&lt;b&gt;Selon la convention').and.not.include('<textarea');
    const answer = { outcome: 'unfounded', reason, done: '' } as const;
    await answerComplaint(web.deps, officer, { ...(await complaintVersion(web, number)), ...answer });
    const settled = (await own.get(path)).text;
    expect(settled).to.include('Nous avons répondu').and.not.include(reason);
  });

  it('has a new secret sent to the address that was given, which alone opens it then', async () => {
    const email = 'lost@specimen.example';
    const { number, secret } = await sendComplaint(web, { email });
    const ask = (typed: string, id = number) => form(`/fr/report/${id}/secret`, { email: typed });
    expect((await ask('nowhere')).status).to.equal(422);
    web.letters.length = 0;
    const answers = [
      await ask('someone@specimen.example'),
      await ask(email, complaintNumber(26, 99_999)),
      await ask('Lost@Specimen.example'),
    ];
    const said = answers.map(({ status, text }) => [status, text.replaceAll(/C-26-\d{5}-./g, 'C')]);
    expect(new Set(said.map(String)).size, 'one answer for all').to.equal(1);
    expect(web.letters.map(({ kind, to }) => [kind, to])).to.deep.equal([['complaintSecret', email]]);
    const told = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(web.letters[0]?.text ?? '')?.[0] ?? '';
    const open = async (typed: string) => (await form(`/fr/report/${number}`, { secret: typed })).status;
    expect([await open(secret), await open(told)]).to.deep.equal([422, 200]);
    const lines = await web.deps.store.records(`complaints/${number}`);
    expect(lines.at(-1)?.facts).to.deep.equal(['complaint.secretRenewed']);
    expect(JSON.stringify(lines)).to.not.include(told).and.to.not.include('specimen.example');
    const anonymous = await sendComplaint(web);
    web.letters.length = 0;
    expect((await ask(email, anonymous.number)).status).to.equal(200);
    expect(web.letters).to.deep.equal([]);
  });

  it('lets nobody try secrets without end', async () => {
    const few = {
      ...limitRules,
      complaintSecretsFromClient: { ...limitRules.complaintSecretsFromClient, times: 2 },
    };
    const limited = await testWeb('ownComplaintLimits', {
      limits: createLimits(web.connection, 'a secret of this test', few),
    });
    const { number } = await sendComplaint(limited);
    const guesser = await limited.browser();
    const statuses = [];
    for (const _ of [1, 2, 3])
      statuses.push(
        (await guesser.send(`/fr/report/${number}`, 'form', 'secret=0000-0000-0000-0000')).status,
      );
    await limited.stop();
    expect(statuses).to.deep.equal([422, 422, 429]);
  });
});
