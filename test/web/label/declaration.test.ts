// Tier: all. Budget: 8 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { languages } from '../../../src/criteria/scheme.ts';
import { issueConditionalLabel } from '../../support/issueConditionalLabel.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { morningOf, taskOf } from '../../support/surveillanceSteps.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import type { Browser } from '../../support/web.ts';
import { sendForm, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('what the holder of a label declares', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let own: Browser;
  let base: string;
  before(async () => {
    web = await webWithCast('declaration-page');
    holder = await issueConditionalLabel(web, web.cast, 'holder', [
      { text: 'Publier les salaires de chaque fonction.', due: '2027-12-31' },
    ]);
    own = await web.browserOf(holder.owner);
    base = `/fr/organisations/${holder.organisationId}/labels/${holder.number}/declaration`;
    await morningOf(web, '2027-10-01');
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const pathOf = async (task: 'declaration' | 'midterm') =>
    `${base}/${(await taskOf(web.deps, holder.number, task)).id}`;
  /** The form as it is shown, with what is typed over it. */
  const send = async (path: string, typed: Readonly<Record<string, string>>) => {
    const { text } = await own.get(path);
    const filled = parse(text)
      .querySelectorAll('form[novalidate] input, form[novalidate] textarea')
      .filter((field) => field.getAttribute('type') !== 'radio')
      .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? field.text]);
    return own.post(path, { ...Object.fromEntries(filled), ...typed });
  };
  const words = { text: 'Rien n’a changé.', accounts: 'au secrétariat, sur demande', role: 'présidente' };

  it('leads from the page of the label to what is due first', async () => {
    const answer = await own.get(base);
    expect([answer.status, answer.headers.location]).to.deep.equal([302, await pathOf('declaration')]);
    const { text } = await own.get(base.replace('/declaration', ''));
    expect(text)
      .to.include('À faire')
      .and.include(`href="${await pathOf('declaration')}"`);
  });

  it('asks for every figure that the criteria name, in every language, with last year’s in its field', async () => {
    const path = await pathOf('declaration');
    for (const language of languages) {
      const page = parse((await own.get(path.replace('/fr/', `/${language}/`))).text);
      const fields = ['F06', 'F20', 'F21', 'F10', 'F24'].map((id) =>
        page.querySelector(`#${id}`)?.getAttribute('value'),
      );
      expect(
        fields.every((value) => value && /\d/.test(value)),
        language,
      ).to.equal(true);
      const due = page.querySelector('[aria-labelledby=conditions-due]')?.text;
      expect(due, 'what the label depends on').to.include('2027').and.include('Publier les salaires');
    }
  });

  const typed: readonly [string, string, string][] = [
    ['a word', 'F10', 'huit mille'],
    ['a figure that can be read in two ways', 'F10', '8.400'],
    ['less than nothing', 'F10', '-8400'],
    ['more than anybody means', 'F10', '9999999999999'],
    ['ten times as much as last year', 'F10', '84000'],
    ['a part above its whole', 'F24', '99000'],
    ['nothing', 'F06', ''],
    ['a name of a line break', 'name', 'Spécimen\nPrésidence'],
    ['no word on what changed', 'text', ' '],
    ['no accounts', 'accounts', ''],
    ['a figure nobody asked for', 'F01', '12'],
  ];
  for (const [what, field, value] of typed)
    it(`refuses ${what}, and loses nothing`, async () => {
      const path = await pathOf('declaration');
      const answer = await send(path, { ...words, [field]: value });
      expect(answer.status).to.equal(422);
      if (field !== 'text') expect(answer.text).to.include('Rien n’a changé.');
      if (field !== 'accounts') expect(answer.text).to.include('au secrétariat, sur demande');
      expect((await taskOf(web.deps, holder.number, 'declaration')).declarations).to.deep.equal([]);
    });

  it('is not there for others: another holder, staff, and who only reads it cannot send it', async () => {
    const path = await pathOf('declaration');
    const other = await issueLabel(web, web.cast, 'other');
    const organisationId = holder.organisationId;
    const reader = await updatePerson(web.deps, await web.person('reader'), {
      memberships: [{ organisationId, role: 'reader' }],
    });
    for (const person of [other.owner, web.cast.officer, web.cast.reviewers[0]])
      expect((await (await web.browserOf(person)).get(path)).status).to.equal(404);
    expect((await (await web.browser()).get(path)).status).to.equal(302);
    const along = await web.browserOf(reader);
    const { text } = await along.get(path);
    expect(text).to.include('Vous pouvez lire, mais pas écrire').and.not.include('novalidate');
    expect((await along.post(path, words, '/fr/account')).status).to.equal(404);
  });

  it('takes figures as people write them, once a great change is confirmed', async () => {
    const path = await pathOf('declaration');
    const figures = { F10: '12’400.00', F24: '4 300', F06: '96\u00a0000,0' };
    const asked = await send(path, { ...words, ...figures });
    expect(asked.status).to.equal(422);
    const sure = parse(asked.text).querySelector('input[name="F10.sure"]')?.getAttribute('value') ?? '';
    expect((await send(path, { ...words, ...figures, 'F10.sure': sure })).status).to.equal(303);
    const [declared] = (await taskOf(web.deps, holder.number, 'declaration')).declarations;
    expect(declared?.facts).to.include({ F10: 12_400, F24: 4300, F06: 96_000 });
    expect((await own.get(path)).text).to.match(/Merci|C’est envoyé/);
    expect((await send(path, words)).status).to.be.oneOf([404, 409, 422]);
  });

  it('shows the officer what moved in figures and per cent, and what falls below the label', async () => {
    const { id } = await taskOf(web.deps, holder.number, 'declaration');
    const officer = await web.browserOf(web.cast.officer);
    const path = `/fr/files/${holder.applicationId}/label/surveillance/${id}`;
    const text = parse((await officer.get(path)).text).text.replaceAll(/[\s\u00a0\u202f]+/g, ' ');
    expect(text).to.include('8’400 CHF').and.include('12’400 CHF').and.include('+47,6 %');
    expect(text).to.include('a changé de 47,6 %');
    const late = { findings: 'Pourquoi ?', until: '2020-01-01' };
    const refused = await sendForm(officer, path, `${path}/findings`, late);
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('Pourquoi ?');
  });

  it('names what the label depends on, whose pages take a proof and its answer, in every language', async () => {
    const officer = await web.browserOf(web.cast.officer);
    const conditions = base.replace('/declaration', '/conditions');
    const desk = `/fr/files/${holder.applicationId}/label/conditions`;
    const [{ id } = { id: '' }] = await web.deps.store.conditionsOf(holder.number);
    /** What both read, and the steps that the page offers each of them. */
    const read = async (state: string, proofs: readonly string[], answers: readonly string[]) => {
      for (const language of languages)
        for (const [browser, path, offered] of [
          [own, conditions, proofs],
          [officer, desk, answers],
        ] as const) {
          const page = parse((await browser.get(path.replace('/fr/', `/${language}/`))).text);
          const actions = page
            .querySelectorAll(`form[action*="${id}"]`)
            .map((form) => form.getAttribute('action'));
          const steps = actions.map((action) => action?.split('/').at(-1));
          expect(steps, `${state} ${language} ${path}`).to.deep.equal(offered);
        }
      const { text } = await own.get(conditions);
      expect(text).to.include('Publier les salaires').and.include(state);
    };
    await read('À remplir', ['proof'], ['extend', 'record-call', 'remind']);
    const proof = { proof: 'La grille est en ligne.' };
    expect((await sendForm(own, conditions, `${conditions}/${id}/proof`)).status, 'nothing said').to.equal(
      409,
    );
    const sent = await sendForm(own, conditions, `${conditions}/${id}/proof`, proof);
    expect(sent.headers.location).to.equal(`${conditions}?saved=1#condition-${id}`);
    await read('Preuve envoyée', [], ['confirm']);
    const answer = (step: string, values: Readonly<Record<string, string>>) =>
      officer.post(`${desk}/${id}/${step}`, { revision: '2', ...values }, desk);
    const undated = await answer('reject', { reason: 'Il manque la direction.', dueOn: '' });
    expect([undated.status, undated.text.includes('Il manque la direction.')]).to.deep.equal([422, true]);
    await read('Preuve envoyée', [], ['confirm']);
  });

  it('asks half way whether what is mandatory is still met; every question is answered', async () => {
    await morningOf(web, '2028-04-05');
    const path = await pathOf('midterm');
    const page = parse((await own.get(path)).text);
    const names = [
      ...new Set(
        page.querySelectorAll('input[type="radio"]').map((field) => field.getAttribute('name') ?? ''),
      ),
    ];
    expect(names).to.include.members(['met.FIN-01', 'met.LUC-01']);
    const answers = Object.fromEntries(names.map((name) => [name, 'yes']));
    const { 'met.FIN-01': _, ...some } = answers;
    const { accounts: __, ...said } = words;
    const refused = await send(path, { ...said, ...some });
    expect([refused.status, refused.text.includes('#met.FIN-01')]).to.deep.equal([422, true]);
    expect((await send(path, { ...said, ...answers, 'met.LUC-01': 'no' })).status).to.equal(303);
    const { id } = await taskOf(web.deps, holder.number, 'midterm');
    const officer = await web.browserOf(web.cast.officer);
    const { text } = await officer.get(`/fr/files/${holder.applicationId}/label/surveillance/${id}`);
    expect(text).to.include('le minimum n’est plus atteint');
  });

  it('is listed for the holder and the officers, and leads there where nothing is due', async () => {
    const list = base.replace('/declaration', '/declarations');
    expect((await own.get(base)).headers.location).to.equal(list);
    const officer = await web.browserOf(web.cast.officer);
    const desk = `/fr/files/${holder.applicationId}/label`;
    expect((await officer.get(desk)).text).to.include(`href="${desk}/surveillance"`);
    for (const { text } of [await own.get(list), await officer.get(`${desk}/surveillance`)])
      expect(text).to.include('Déclaration annuelle').and.include('Contrôle à mi-parcours');
    expect((await own.get(`${desk}/surveillance`)).status).to.equal(403);
    expect((await officer.get(list)).status).to.equal(404);
  });
});
