import { expect } from 'chai';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { recommendApplication } from '../../../src/commands/committee/decision/recommendApplication.ts';
import {
  advanceToEvaluation,
  currentApplication,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { openSessionOn } from '../../support/committeeSession.ts';
import { formOf, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

const reason = 'Les critères sont remplis.';

describe('outdated evidence, on the pages', () => {
  let web: WebWithCast;
  let id: string;
  before(async () => {
    web = await webWithCast('expired-evidence');
    const { deps, cast } = web;
    const draft = await filledDraft(deps, cast.owner);
    id = draft.id;
    await addEvidence(deps, draft.owner, {
      applicationId: id,
      name: 'Comptes 2019.txt',
      bytes: Buffer.from('2019'),
      from: '2019-01-01',
      until: '2019-12-31',
      place: { offerId: '', criterion: 'FIN-01' },
    });
    const [first = '', second = ''] = await advanceToEvaluation(deps, cast, id, draft.owner);
    await deliver(deps, cast.reviewers[0], first);
    await deliver(deps, cast.reviewers[1], second);
  });
  after(() => web.stop());

  it('is shown to whoever writes the recommendation, and prefills a request for newer documents', async () => {
    const officer = await web.browserOf(web.cast.officer);
    const { text } = await officer.get(`/fr/files/${id}`);
    expect(text)
      .to.contain('Preuves trop anciennes')
      .and.to.contain('Du 1er janvier 2019 au 31 décembre 2019');
    const form = formOf(
      (await officer.get(`/fr/files/${id}/information`)).text,
      `/fr/files/${id}/information`,
    );
    expect(form['question.1']).to.contain('Comptes 2019.txt');
    expect(form['question.2']).to.equal('');
  });

  it('is shown to the committee before it decides, in its language, and refuses the grant with advice', async () => {
    const { deps, cast } = web;
    const { revision } = await currentApplication(deps, id);
    await recommendApplication(deps, cast.rapporteur, {
      applicationId: id,
      revision,
      draft: 'granted',
      reason,
    });
    await openSessionOn(deps, cast, id);
    const page = `/committee/${id}`;
    for (const person of cast.committee) {
      const browser = await web.browserOf(person);
      expect((await browser.get(`/fr${page}`)).text, person.name).to.contain('Preuves trop anciennes');
      expect((await browser.get(`/de${page}`)).text)
        .to.contain('Zu alte Belege')
        .and.to.contain('Comptes 2019.txt');
      await browser.post(`/fr${page}/vote`, { item: id, choice: 'for', word: reason }, `/fr${page}`);
    }
    const chair = await web.browserOf(cast.committee[0]);
    const form = formOf((await chair.get(`/fr${page}`)).text, `/fr${page}/decide`);
    const fields = { ...form, outcome: 'granted', reason };
    const answer = await chair.send(`/fr${page}/decide`, 'form', new URLSearchParams(fields).toString());
    expect(answer.status).to.equal(409);
    expect(answer.text).to.contain('Reportez la décision pour demander des documents plus récents');
    expect((await currentApplication(deps, id)).state).to.equal('deliberation');
  });
});
