import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { takeComplaint } from '../../../src/commands/complaint/handleComplaint.ts';
import { dropProposal } from '../../../src/commands/label/sanctions/suspension.ts';
import { complaintVersion, sendComplaint } from '../../support/complaintSteps.ts';
import { issueConditionalLabel } from '../../support/issueConditionalLabel.ts';
import type { IssuedLabel } from '../../support/issueLabel.ts';
import { labelNow } from '../../support/labelSteps.ts';
import { morningOf, taskOf } from '../../support/surveillanceSteps.ts';
import { type Browser, tokenIn } from '../../support/web.ts';
import { formOf, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('what a suspension is proposed for', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let officer: Browser;
  let desk: string;
  before(async () => {
    web = await webWithCast('grounds');
    const conditions = [{ text: 'Publier l’écart de salaires.', due: '2027-10-31' }];
    holder = await issueConditionalLabel(web, web.cast, 'holder', conditions);
    officer = await web.browserOf(web.cast.officer);
    desk = `/fr/files/${holder.applicationId}/label/sanctions`;
    await morningOf(web, '2027-10-01');
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const proposal = async (query: string) => {
    const { text } = await officer.get(`${desk}${query}`);
    const { code, reason, todo } = formOf(text, `${desk}/propose`);
    const open = parse(text).querySelectorAll('details[open]');
    return { code, reason, todo, open: open.length, text };
  };
  const links = async () => {
    const { text } = await officer.get('/fr/follow-up');
    const all = parse(text).querySelectorAll('.task a');
    return all.map((one) => one.getAttribute('href') ?? '').filter((href) => href.includes('?'));
  };

  it('is nothing while no day is over, and nothing that is not of this label', async () => {
    const { id } = await taskOf(web.deps, holder.number, 'declaration');
    const untaken = await sendComplaint(web, { number: holder.number });
    for (const query of [
      '',
      `?surveillance=${id}`,
      '?surveillance=x',
      '?condition=',
      '?complaint=C-1&complaint=C-2',
      `?complaint=${untaken.number}`,
    ])
      expect(await proposal(query), query).to.include({ code: '', reason: '', todo: '', open: 0 });
    expect(await links()).to.deep.equal([]);
  });

  it('is a late declaration, or a condition that is not met: each leads to its form, which is taken as it is filled in', async () => {
    await morningOf(web, '2027-12-01');
    const [condition] = await web.deps.store.conditionsOf(holder.number);
    const declaration = await taskOf(web.deps, holder.number, 'declaration');
    expect(await links()).to.have.members([
      `${desk}?condition=${condition?.id}`,
      `${desk}?surveillance=${encodeURIComponent(declaration.id)}`,
    ]);
    const unmet = await proposal(`?condition=${condition?.id}`);
    expect(unmet).to.include({ code: 'conditionUnmet', open: 1 });
    expect(unmet.reason).to.include('Publier l’écart de salaires.').and.include('31 octobre 2027');
    const late = await proposal(`?surveillance=${encodeURIComponent(declaration.id)}`);
    expect(late).to.include({ code: 'declarationMissing', open: 1 });
    expect(late.reason).to.include('30 novembre 2027');
    expect(late.text).to.include('Déclaration annuelle en retard. Le formulaire');
    const fields = { csrf: tokenIn(late.text), ...formOf(late.text, `${desk}/propose`) };
    expect((await officer.send(`${desk}/propose`, 'form', new URLSearchParams(fields).toString())).status) //
      .to.equal(303);
    const { context } = (await labelNow(web, holder.number)).label;
    expect(context.hearing?.code).to.equal('declarationMissing');
    const begun = formOf((await officer.get(desk)).text, `${desk}/suspend`);
    expect(begun).to.include({ suspendCode: 'declarationMissing', until: '2027-12-31' });
  });

  it('would end an extended label, which officer and holder read before', async () => {
    const extended = { $set: { state: 'extended' } };
    await web.connection.collection<{ _id: string }>('labels').updateOne({ _id: holder.number }, extended);
    expect((await officer.get(desk)).text).to.include('il prend fin aussitôt et pour de bon');
    const { organisationId, number, owner } = holder;
    const own = await web.browserOf(owner);
    const { text } = await own.get(`/fr/organisations/${organisationId}/labels/${number}/hearing`);
    expect(text).to.include('S’il est suspendu, il prend fin aussitôt');
  });

  it('is a complaint under inquiry', async () => {
    const { number } = await sendComplaint(web, { number: holder.number });
    await web.work();
    expect(await links()).to.not.include(`${desk}?complaint=${number}`);
    const colleague = await web.person('colleague', 'officer');
    await takeComplaint(web.deps, colleague, await complaintVersion(web, number));
    expect(await links(), 'a suspension is being heard: its form is not there').to.deep.equal([]);
    const { at } = await labelNow(web, holder.number);
    const reason = 'Spécimen : la déclaration est arrivée.';
    await dropProposal(web.deps, web.cast.officer, { ...at, reason });
    expect(await links()).to.include(`${desk}?complaint=${number}`);
    const { text } = await (await web.browserOf(colleague)).get(`/fr/complaints/${number}`);
    expect(text).to.include(`${desk}?complaint=${number}`);
  });
});
