// Tier: all. Budget: 7 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { imposeCondition } from '../../../src/commands/label/conditions/imposeCondition.ts';
import { proposeSuspension } from '../../../src/commands/label/sanctions/suspension.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { labelNow } from '../../support/labelSteps.ts';
import { suspension } from '../../support/samples/suspension.ts';
import type { Browser } from '../../support/web.ts';
import { sendForm, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

const reason = 'Spécimen : la personne qui s’en occupe est malade.';
const said = 'Spécimen : tout est enlevé depuis hier.';

describe('more time, a reminder and a call', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let officer: Browser;
  let owner: Browser;
  let page: string;
  let own: string;
  before(async () => {
    web = await webWithCast('more-time-pages');
    web.setClock('2026-12-02T09:00:00.000Z');
    holder = await issueLabel(web, web.cast, 'holder');
    officer = await web.browserOf(web.cast.officer);
    owner = await web.browserOf(holder.owner);
    page = `/fr/files/${holder.applicationId}/label`;
    own = `/fr/organisations/${holder.organisationId}/labels/${holder.number}`;
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const forms = async (path: string) =>
    parse((await officer.get(path)).text)
      .querySelectorAll('main form')
      .map((form) => form.getAttribute('action')?.split('/').at(-1) ?? '');

  it('stand beside a suspension that is proposed, and its holder reads what was said', async () => {
    const sanctions = `${page}/sanctions`;
    const acts = ['remind-hearing', 'extend-hearing', 'record-call'];
    expect(await forms(sanctions), 'nothing is heard').not.to.include.members(acts);
    const { at } = await labelNow(web, holder.number);
    await proposeSuspension(web.deps, web.cast.officer, { ...at, ...suspension });
    expect(await forms(sanctions))
      .to.include.members(acts)
      .and.not.include('extend-repair');
    const send = (act: string, fields: Record<string, string> = {}) =>
      sendForm(officer, sanctions, `${sanctions}/${act}`, fields);
    expect((await send('remind-hearing')).status).to.equal(303);
    expect(await forms(sanctions), 'once a day').not.to.include('remind-hearing');
    expect((await officer.get(sanctions)).text).to.include('Dernier rappel de répondre');
    const late = await send('extend-hearing', { hearingDueOn: '1.12.2026', hearingReason: reason });
    expect([late.status, late.text.includes(reason)]).to.deep.equal([422, true]);
    const given = await send('extend-hearing', { hearingDueOn: '30.6.2027', hearingReason: reason });
    expect(given.status).to.equal(303);
    const toCome = await send('record-call', { calledOn: '3.12.2026', callText: said });
    expect([toCome.status, toCome.text.includes(said)]).to.deep.equal([422, true]);
    expect((await send('record-call', { calledOn: '2.12.2026', callText: said })).status).to.equal(303);
    const { text } = await owner.get(`${own}/hearing`);
    expect(text).to.include('30 juin 2027').and.include(reason).and.include(said);
    expect(parse(text).querySelector('form[action$="/hearing"] textarea'), 'still heard').to.not.equal(null);
  });

  it('stand beside a condition, and what was said by telephone is judged', async () => {
    const conditions = `${page}/conditions`;
    const { at } = await labelNow(web, holder.number);
    const imposed = { ...at, text: 'Spécimen : publier les salaires.', dueOn: '2026-12-20', reason };
    await imposeCondition(web.deps, web.cast.officer, imposed);
    const [condition] = await web.deps.store.conditionsOf(holder.number);
    const send = (act: string, fields: Record<string, string> = {}) =>
      sendForm(officer, conditions, `${conditions}/${condition?.id}/${act}`, fields);
    expect(await forms(conditions)).to.include.members(['extend', 'record-call', 'remind']);
    expect((await send('remind')).status).to.equal(303);
    expect(await forms(conditions), 'once a day').not.to.include('remind');
    expect((await send('record-call', { calledOn: '2.12.2026', callText: '' })).status).to.equal(422);
    expect((await send('record-call', { calledOn: '2.12.2026', callText: said })).status).to.equal(303);
    expect(await forms(conditions))
      .to.include('confirm')
      .and.not.include.members(['extend']);
    expect((await owner.get(`${own}/conditions`)).text)
      .to.include('Dit au téléphone le')
      .and.include(said);
  });
});
