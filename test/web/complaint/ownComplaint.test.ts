import { expect } from 'chai';
import {
  answerComplaint,
  askHolder,
  takeComplaint,
} from '../../../src/commands/complaint/handleComplaint.ts';
import { limitRules } from '../../../src/commands/ports/limitRules.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { everything } from '../../../src/policies/view.ts';
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
