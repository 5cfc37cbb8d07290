import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

describe('figures on their page', () => {
  let web: WebWithApplicants;
  let draft: OpenDraft;
  before(async () => {
    web = await webWithApplicants('figures');
    draft = await web.completeDraft();
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const copy = async () => requireVisible(await web.deps.store.selfAssessment(draft.id));
  const send = (fields: Record<string, string>) => draft.browser.post(`${draft.at}/figures`, fields);
  const boxes = (text: string) =>
    parse(text)
      .querySelectorAll('input[name$=".sure"]')
      .map((box) => [box.getAttribute('name'), box.getAttribute('value'), box.hasAttribute('checked')]);
  const summary = (text: string) =>
    parse(text)
      .querySelectorAll('.govuk-error-summary li')
      .map((one) => one.text.trim().replaceAll(/[\u00a0\u202f]/g, ' '));

  it('ask to confirm a number far from the previous one, and keep input and confirmation', async () => {
    const before = await web.storedState();
    const asked = await send({ F03: '12 400 000', F02: '14' });
    expect(asked.status).to.equal(422);
    expect(summary(asked.text)).to.deep.equal([
      'Total des produits (recettes) de l’année – Vous aviez 1’240’000, vous écrivez 12’400’000. C’est juste ?',
    ]);
    expect(asked.text).to.include('value="12 400 000"').and.include('value="14"');
    expect(boxes(asked.text)).to.deep.equal([['F03.sure', '12400000', false]]);
    expect(await web.storedState(), 'nothing is saved yet').to.equal(before);

    const other = await send({ F03: '13 000 000', 'F03.sure': '12400000' });
    expect([other.status, boxes(other.text)], 'another value is asked anew').to.deep.equal([
      422,
      [['F03.sure', '13000000', false]],
    ]);

    expect((await send({ F03: '13 000 000', 'F03.sure': '13000000', F02: '14' })).status).to.equal(303);
    const { facts, confirmed } = await copy();
    expect([facts.F03, facts.F02]).to.deep.equal([13_000_000, 14]);
    expect(confirmed?.map(({ at, ...one }) => one)).to.deep.equal([
      { offerId: '', fact: 'F03', before: 1_240_000, value: 13_000_000, by: draft.owner.id },
    ]);
    const records = await web.deps.store.records(`selfAssessments/${draft.id}`);
    expect(records.at(-1)?.data).to.deep.include({ part: 'facts', confirmed: ['F03'] });
  });

  it('are cleared with a checkbox only, which may be sent alone', async () => {
    const before = await copy();
    const asked = await send({ F14: '' });
    expect([asked.status, boxes(asked.text)]).to.deep.equal([422, [['F14.sure', 'empty', false]]]);
    expect(summary(asked.text)).to.deep.equal([
      'Montant en francs suisses : part de ces achats faite dans la région – Vous aviez 268’000, et le champ est vide. Effacer ce chiffre ?',
    ]);
    expect((await copy()).facts).to.deep.equal(before.facts);
    expect((await send({ 'F14.sure': 'empty' })).status).to.equal(303);
    const { F14: _, ...others } = before.facts;
    expect((await copy()).facts).to.deep.equal(others);
    expect((await send({ F14: '' })).status, 'empty it was').to.equal(303);
    expect((await send({ F14: '268 000' })).status).to.equal(303);
  });

  it('refuse each impossible one with a message that names its field', async () => {
    const before = await web.storedState();
    const refused = await send({
      F01: 'huit',
      F02: '1e5',
      F03: '1.240',
      F04: '2 000 000 000 000',
      F08: '-3',
      F13: '999 999',
      F18: 'Infinity',
    });
    expect(refused.status).to.equal(422);
    const told = summary(refused.text);
    expect(told).to.include(
      'Nombre de personnes payées – Écrivez un nombre seul, par exemple 1200, 1’200 ou 0,6.',
    );
    expect(told).to.include(
      'Total des produits (recettes) de l’année – « 1.240 » se lit de deux façons. Écrivez 1240, ou bien 1.24.',
    );
    expect(told.length, 'all of them at once').to.equal(7);
    const rules = summary((await send({ F04: '2 000 000 000 000', F08: '-3', F13: '999 999' })).text);
    expect(rules.map((text) => text.split(' – ')[0])).to.deep.equal([
      'Total des charges de l’année',
      'Capital versé par les propriétaires ou membres',
      'Montant en francs suisses : part de ces achats faite à des organisations de l’ESS',
    ]);
    const whole = summary((await send({ F12: '50 000' })).text);
    expect(whole[0]).to.include('Ce total (50’000) est plus petit que « Part de ces achats');
    expect(await web.storedState()).to.equal(before);
  });

  it('of zero explain why there is no level, and what can be chosen', async () => {
    const fresh = await web.emptyDraft();
    const save = (fields: Record<string, string>) => fresh.browser.post(`${fresh.at}/figures`, fields);
    expect(
      (await save({ F01: '0', F17: '0', F08: '0', F21: '0', F22: '0', F23: '0', F06: '0', F20: '0' })).status,
    ).to.equal(303);
    const page = async (theme: string, id: string) =>
      parse((await fresh.browser.get(`${fresh.at}/themes/${theme}`)).text)
        .querySelector(`#${id}`)
        ?.text.replaceAll(/[\s\u00a0]+/g, ' ') ?? '';
    expect(await page('TRV', 'TRV-04')).to.include(
      '« Postes payés, en équivalents plein temps » vaut 0 : aucun niveau ne peut être calculé. Corrigez ce chiffre, ou',
    );
    expect(await page('LUC', 'LUC-02'))
      .to.include('Sans capital et sans dividende : niveau 4.')
      .and.include('4 · ');
    const benefit = await page('LUC', 'LUC-01');
    expect(benefit)
      .to.include('Ni bénéfice ni versement sur 3 ans : niveau 2')
      .and.not.include('25 % et plus');
  });

  it('are read in every field and language as people write amounts', async () => {
    const { facts } = await copy();
    const numbers = Object.entries(facts).filter(
      (fact): fact is [string, number] => typeof fact[1] === 'number',
    );
    const apart = (n: number, mark: string) => String(n).replaceAll(/(?<=\d)(?=(?:\d{3})+(?!\d))/g, mark);
    const spellings: readonly ((n: number) => string)[] = [
      (n) => (Number.isInteger(n) ? `${apart(n, "'")}.-` : String(n)),
      (n) => (Number.isInteger(n) ? `${apart(n, '\u00a0')} CHF` : `${String(n).replace('.', ',')} CHF`),
      (n) => (Number.isInteger(n) ? `Fr. ${apart(n, '\u2019')}.\u2013` : `CHF ${n}`),
    ];
    for (const language of languages) {
      for (const spell of spellings) {
        const typed = Object.fromEntries(numbers.map(([id, n]) => [id, spell(n)]));
        const at = draft.at.replace('/fr/', `/${language}/`);
        const saved = await draft.browser.post(`${at}/figures`, typed);
        expect(saved.status, `${language} ${JSON.stringify(typed)}`).to.equal(303);
        expect((await copy()).facts).to.deep.equal(facts);
      }
    }
    const loss = await send({ F06: '\u22121\u2019200.-', 'F06.sure': '-1200' });
    expect([loss.status, (await copy()).facts.F06]).to.deep.equal([303, -1200]);
    const all = await send({ F02: 'beaucoup', F03: '\u22125.-', F10: '4200', F24: '8400' });
    expect(summary(all.text).map((line) => line.split(' – ')[1]?.slice(0, 20))).to.deep.equal([
      'Écrivez un nombre se',
      'Écrivez un nombre ég',
      'La part (8’400) dépa',
    ]);
  });
});
