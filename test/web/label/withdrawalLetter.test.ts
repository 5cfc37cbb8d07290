import { expect } from 'chai';
import { concludeWithdrawal } from '../../../src/commands/committee/decision/concludeWithdrawal.ts';
import { withdrawalItem } from '../../../src/commands/committee/session/agendaItem.ts';
import { castVote } from '../../../src/commands/committee/session/castVote.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { answerHearing } from '../../../src/commands/label/sanctions/hearing.ts';
import { proposeWithdrawal } from '../../../src/commands/label/sanctions/suspension.ts';
import { wordsOf } from '../../issuing/readPdf.ts';
import { closeAndApprove, openSessionOn } from '../../support/committeeSession.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { labelNow } from '../../support/labelSteps.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

const reason = 'Le comité a lu la réponse, et les produits portent encore la marque.';

describe('the letter of a decision on a withdrawal', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  before(async () => {
    web = await webWithCast('withdrawal-letter');
    web.setClock('2026-12-01T09:00:00.000Z');
    holder = await issueLabel(web, web.cast, 'holder');
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const at = async () => (await labelNow(web, holder.number)).at;
  const own = (n: string, language = 'fr') =>
    `/${language}/organisations/${holder.organisationId}/labels/${holder.number}/decision/${n}.pdf`;
  const office = (n: string) => `/fr/files/${holder.applicationId}/label/${holder.number}/decision/${n}.pdf`;
  const answer = async (person: Person, path: string) => (await web.browserOf(person)).get(path);
  const conclude = async (outcome: 'withdrawn' | 'kept') => {
    const { deps, cast } = web;
    const { applicationId, owner } = holder;
    await proposeWithdrawal(deps, cast.officer, { ...(await at()), code: 'misuse', reason: `${reason} (1)` });
    await answerHearing(deps, owner, { ...(await at()), text: 'Spécimen.' });
    const session = await openSessionOn(deps, cast, applicationId);
    const choice = outcome === 'kept' ? 'against' : 'for';
    const item = withdrawalItem((await labelNow(web, holder.number)).label);
    for (const member of cast.committee)
      await castVote(deps, member, { applicationId, item, choice, reason });
    await concludeWithdrawal(deps, cast.committee[0], { ...(await at()), outcome, reason, until: null });
    await closeAndApprove(deps, cast, session);
    await web.work();
  };

  it('is there once the committee concluded, one for each conclusion, in the language of the address', async () => {
    expect((await answer(holder.owner, own('1'))).status).to.equal(404);
    await conclude('kept');
    expect((await answer(holder.owner, own('2'))).status).to.equal(404);
    await conclude('withdrawn');
    const said = async (path: string) => {
      const { body } = await (await web.browserOf(holder.owner)).get(path).responseType('blob');
      return wordsOf(body as Buffer);
    };
    expect(await said(own('1')))
      .to.include('Label maintenu')
      .and.include(reason)
      .and.not.include('(1)');
    expect(await said(own('2')))
      .to.include('Label retiré')
      .and.include('faire recours');
    expect(await said(own('2', 'en')))
      .to.include('Decision on your label')
      .and.include('appeal against this decision');
  });

  it('is linked from what was said on the label, for its holder and the officers, and open to them alone', async () => {
    const hearing = own('1').replace('/decision/1.pdf', '/hearing');
    const desk = `/fr/files/${holder.applicationId}/label/sanctions`;
    expect((await answer(holder.owner, hearing)).text)
      .to.include(own('1'))
      .and.include(own('2'));
    expect((await answer(web.cast.officer, desk)).text)
      .to.include(office('1'))
      .and.include(office('2'));
    const outsider = (await issueLabel(web, web.cast, 'outsider')).owner;
    const seen = [
      [web.cast.officer, office('2'), 200],
      [holder.owner, own('2'), 200],
      [holder.owner, own('3'), 404],
      [holder.owner, own('x'), 404],
      [outsider, own('2'), 404],
      [outsider, office('2'), 403],
      [web.cast.reviewers[0], own('2'), 404],
      [web.cast.committee[1], own('2'), 404],
    ] as const;
    for (const [person, path, status] of seen)
      expect((await answer(person, path)).status, `${person.name} ${path}`).to.equal(status);
    expect((await (await web.browser()).get(own('2'))).headers.location).to.equal('/fr/sign-in');
  });
});
