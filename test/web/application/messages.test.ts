import { expect } from 'chai';
import { parse } from 'node-html-parser';
import type { Person } from '../../../src/commands/items/items.ts';
import { limitRules } from '../../../src/commands/ports/limitRules.ts';
import { filledDraft } from '../../support/applicationSteps.ts';
import { type Browser, tokenIn } from '../../support/web.ts';
import { formOf, sendForm, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the pages of messages on a file', () => {
  let web: WebWithCast;
  let owner: Browser;
  let officer: Browser;
  let draft: { readonly id: string; readonly owner: Person };
  /** What was counted, and by whom. */
  const taken: string[] = [];
  before(async () => {
    const limits = {
      rules: limitRules,
      take: async (rule: string, key: string) => {
        taken.push(`${rule} ${key}`);
        return null;
      },
    };
    web = await webWithCast('messages', { limits });
    draft = await filledDraft(web.deps, await web.person('drafts'));
    owner = await web.browser(draft.owner);
    officer = await web.browser(web.cast.officer);
  });
  after(() => web.stop());

  const textOf = ({ text }: { readonly text: string }) => parse(text).querySelector('main')?.text ?? '';
  const bring = async (browser: Browser, path: string, name: string, bytes: Buffer) => {
    const token = tokenIn((await browser.get('/fr/account')).text);
    return browser.parts(path, (form) => form.attach('file', bytes, { filename: name }), token);
  };

  it('lead from a draft to a question, its answer and its end, with what was typed kept where it is refused', async () => {
    const mine = `/fr/applications/${draft.id}/messages`;
    expect((await owner.get(`/fr/applications/${draft.id}`)).text).to.include(mine);
    const refused = await sendForm(owner, mine, mine, { subject: '', text: 'Quel chiffre ?' });
    expect(refused.status).to.equal(422);
    expect(formOf(refused.text, mine)).to.deep.include({ text: 'Quel chiffre ?' });
    expect(textOf(refused)).to.include('n’arrête aucun délai');
    const form = { ...formOf(refused.text, mine), subject: 'Les salaires' };
    const body = new URLSearchParams(form).toString();
    const sent = await owner.send(mine, 'form', body);
    const again = await owner.send(mine, 'form', body);
    expect([sent.status, again.status]).to.deep.equal([303, 303]);
    expect(again.headers.location).to.equal(sent.headers.location);
    expect(taken).to.include(`messagesOnFile applicant/${draft.id}`);
    const page = sent.headers.location?.replace('?saved=1', '') ?? '';
    expect(textOf(await owner.get(page)))
      .to.include('Quel chiffre ?')
      .and.include('Attend le secrétariat');

    const theirs = page.replace('/applications/', '/files/');
    const desk = await officer.get(theirs);
    expect(textOf(desk))
      .to.include('À vous de répondre')
      .and.include(draft.owner.name)
      .and.include('n’arrête pas le délai du dossier');
    expect((await officer.get(theirs.replace(/\/[^/]+$/, ''))).text).to.include('pas encore envoyée');
    const answer = await sendForm(officer, theirs, theirs, { text: 'L’écart, <b>oui</b>.' });
    expect(answer.status).to.equal(303);
    const read = await owner.get(page);
    expect(textOf(read)).to.include('Le secrétariat').and.include('L’écart, <b>oui</b>.');
    expect(textOf(read)).not.to.include(web.cast.officer.name);
    expect(textOf(await owner.get('/fr/my')))
      .to.include('Les salaires')
      .and.include('attend votre réponse');
    expect((await sendForm(officer, theirs, `${theirs}/settle`)).status).to.equal(303);
    expect(textOf(await owner.get(page))).to.include('Un nouveau message le rouvre');
    expect(textOf(await owner.get('/fr/my'))).not.to.include('Les salaires');
  });

  it('take a file before its message, refuse what is none, and hand it to both sides and nobody else', async () => {
    const mine = `/fr/applications/${draft.id}/messages`;
    const refused = await bring(owner, `${mine}/documents`, 'a.exe', Buffer.from('MZ\u0000\u0001 binary'));
    expect(refused.status).to.equal(422);
    expect((await bring(owner, `${mine}/documents`, 'note.txt', Buffer.from('Note'))).status).to.equal(303);
    const page = (await owner.get(`${mine}?filed=1`)).text;
    expect(parse(page).querySelectorAll('input[type=checkbox][checked]')).to.have.length(1);
    const form = { ...formOf(page, mine), subject: 'Avec une note', text: 'La voici.' };
    const body = new URLSearchParams(form).toString();
    const sent = await owner.send(mine, 'form', body);
    expect(sent.status).to.equal(303);
    expect((await owner.send(mine, 'form', body)).headers.location).to.equal(sent.headers.location);
    const href = sent.headers.location?.replace('?saved=1', '') ?? '';
    const link =
      parse((await owner.get(href)).text)
        .querySelector('.message a')
        ?.getAttribute('href') ?? '';
    const file = await officer.get(link.replace('/applications/', '/files/'));
    expect([file.status, file.text]).to.deep.equal([200, 'Note']);
    expect(file.headers['content-disposition']).to.include('attachment');
    const [reviewer, member] = [web.cast.reviewers[0], web.cast.committee[1]];
    for (const person of [reviewer, member, web.cast.owner]) {
      const browser = await web.browserOf(person);
      for (const path of [
        link,
        href,
        link.replace('/applications/', '/files/'),
        href.replace('/applications/', '/files/'),
      ])
        expect((await browser.get(path)).status, `${person.name} ${path}`).to.be.oneOf([403, 404]);
    }
  });
});
