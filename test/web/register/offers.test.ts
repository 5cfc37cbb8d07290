import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { declarations } from '../../support/applicationSteps.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

describe('the offers of an application', () => {
  let web: WebWithApplicants;
  let draft: OpenDraft;
  before(async () => {
    web = await webWithApplicants('offers');
    draft = await web.completeDraft();
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const copy = async () => requireVisible(await web.deps.store.selfAssessment(draft.id));
  const add = async (type: string) => {
    const sheet = 'Une fiche en mots simples.';
    const added = await draft.browser.post(`${draft.at}/offers`, { name: `Offre ${type}`, type, sheet });
    return requireVisible(added.headers.location).split('?')[0] ?? '';
  };
  const textOf = (html: string) =>
    parse(html)
      .querySelector('main')
      ?.text.replaceAll(/[\s\u00a0]+/g, ' ') ?? '';

  it('ask for what their type counts, with thresholds and cap in words', async () => {
    const asked = {
      service: ['Heures de travail pour ce service', 'Niveau 1 dès 40 %'],
      object: ['Coût de revient de l’objet', 'Niveau 1 dès 40 %'],
      food: ['Poids des matières de la recette', 'Niveau 1 dès 60 %, niveau 2 dès 80 %'],
      secondHand: ['Coût de la collecte', 'Niveau 1 dès 40 %'],
    };
    for (const [type, sentences] of Object.entries(asked)) {
      const page = textOf((await draft.browser.get(await add(type))).text);
      for (const one of sentences) expect(page, type).to.include(one);
      expect(page, type).to.include('Sans l’étape principale dans la région : niveau 1 au plus.');
    }
  });

  it('are computed from a small list, which is kept', async () => {
    const offer = await add('food');
    const list = `${offer}/computation`;
    const lines = {
      what1: 'Farine de Dardagny',
      amount1: '0,1',
      here1: '0,1',
      what3: 'Sucre',
      amount3: '0,2',
    };
    expect((await draft.browser.post(list, { ...lines, go: 'stay' })).headers.location).to.equal(
      `${list}?saved=1`,
    );
    const part = (await copy()).offers.at(-1);
    expect(part?.facts).to.deep.equal({ O00: 'food', O01: 0.3, O02: 0.1 });
    expect(part?.lines).to.deep.equal([
      { what: 'Farine de Dardagny', amount: 0.1, here: 0.1 },
      { what: 'Sucre', amount: 0.2, here: 0 },
    ]);
    const page = await draft.browser.get(list);
    expect(textOf(page.text)).to.include('Total : 0,3 kg, dont 0,1 kg ici.');
    expect(page.text).to.include('value="Farine de Dardagny"');
    await draft.browser.post(offer, { O01: '0,4' });
    expect(textOf((await draft.browser.get(list)).text)).to.include('n’est plus le chiffre de l’offre');

    const before = await web.storedState();
    const wrong = await draft.browser.post(list, {
      what1: 'Farine',
      amount1: '1',
      here1: '2',
      amount2: '3',
      what3: 'Sel',
    });
    expect(wrong.status).to.equal(422);
    expect(textOf(wrong.text)).to.include('Ligne 2, Quoi – ').and.include('Ligne 3, Combien (kg) – ');
    const above = await draft.browser.post(list, { what1: 'Farine', amount1: '1', here1: '2' });
    expect(textOf(above.text)).to.include('Ligne 1, Dont ici (kg) – Ce qui est fait ici (2) dépasse');
    const far = await draft.browser.post(list, { what1: 'Farine', amount1: '40', here1: '0,1' });
    expect(textOf(far.text)).to.include('Vous aviez 0,4, vous écrivez 40. C’est juste ?');
    expect(await web.storedState()).to.equal(before);
    const sure = { what1: 'Farine', amount1: '40', here1: '0,1', 'O01.sure': '40' };
    expect((await draft.browser.post(list, sure)).status).to.equal(303);
    expect((await copy()).offers.at(-1)?.facts.O01).to.equal(40);
  });

  it('leave water, salt, cane sugar and cocoa out of a recipe, and tell it on the list', async () => {
    const list = `${await add('food')}/computation`;
    const told = 'L’eau, le sel, le sucre de canne et le cacao ne comptent pas';
    expect(textOf((await draft.browser.get(list)).text)).to.include(told);
    const lines = { what1: 'Farine', amount1: '10', here1: '8', what2: 'Eau', amount2: '5', here2: '5' };
    expect((await draft.browser.post(list, lines)).status).to.equal(303);
    expect((await copy()).offers.at(-1)?.facts).to.deep.equal({ O00: 'food', O01: 10, O02: 8 });
    const page = textOf((await draft.browser.get(list)).text);
    expect(page).to.include('Total : 10 kg, dont 8 kg ici.').and.include('Ne comptent pas : Eau.');
    const service = `${await add('service')}/computation`;
    expect(textOf((await draft.browser.get(service)).text)).not.to.include(told);
  });

  it('are removed with a checkbox, with their answers; a snapshot keeps its own', async () => {
    const offer = await add('service');
    const id = offer.split('/').at(-1);
    const refused = await draft.browser.post(`${offer}/remove`, {}, offer);
    expect(refused.status).to.equal(422);
    expect(textOf(refused.text)).to.include('Retirer l’offre – Cochez la case pour retirer cette offre.');
    expect((await copy()).offersNamed.map((one) => one.id)).to.include(id);
    expect((await draft.browser.post(`${offer}/remove`, { removal: 'yes' }, offer)).status).to.equal(303);
    const after = await copy();
    expect(after.offersNamed.map((one) => one.id)).to.not.include(id);
    expect(after.offers.map((one) => one.offerId)).to.not.include(id);
    expect((await draft.browser.get(offer)).status).to.equal(404);
    expect((await draft.browser.post(`${offer}/remove`, { removal: 'yes' }, draft.at)).status).to.equal(404);

    const sent = await web.completeDraft();
    await submitApplication(web.deps, sent.owner, { applicationId: sent.id, ...declarations });
    const kept = (await web.deps.store.snapshot(sent.id, 1))?.content.offers;
    const first = `${sent.at}/offers/${kept?.[0]?.id}`;
    await sent.browser.post(`${first}/remove`, { removal: 'yes' }, first);
    expect((await web.deps.store.snapshot(sent.id, 1))?.content.offers).to.deep.equal(kept);
  });
});
