import { expect } from 'chai';
import { declareIneligible } from '../../../src/commands/application/screening/screenApplication.ts';
import { announceDecision } from '../../../src/commands/committee/decision/announceDecision.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { DecisionOutcome } from '../../../src/workflow/events.ts';
import { wordsOf } from '../../issuing/readPdf.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { decideInSession } from '../../support/committeeSession.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the letter of a decision', () => {
  let web: WebWithCast;
  before(async () => {
    web = await webWithCast('decision-letter');
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const at = async (id: string) => ({
    applicationId: id,
    revision: (await currentApplication(web.deps, id)).revision,
  });
  const decideFile = async (outcome: DecisionOutcome) => {
    const id = await web.fileInDeliberation();
    const conditions = outcome === 'grantedWithConditions' ? [{ text: 'Publier.', due: '2027-03-31' }] : [];
    await decideInSession(web.deps, web.cast, id, outcome, conditions, 'Les raisons du comité.');
    return id;
  };
  const announce = async (id: string) => announceDecision(web.deps, web.cast.officer, await at(id));
  const ownerOf = async (id: string) => {
    const { organisationId } = (await currentApplication(web.deps, id)).context;
    return requireVisible((await web.deps.store.peopleOf(organisationId))[0]);
  };
  const paths = (id: string) => [`/fr/applications/${id}/decision/1.pdf`, `/fr/files/${id}/decision/1.pdf`];

  it('does not exist before the announcement, for anybody', async () => {
    const id = await decideFile('granted');
    const [own = '', office = ''] = paths(id);
    const owner = await web.browserOf(await ownerOf(id));
    expect((await owner.get(own)).status).to.equal(404);
    expect((await owner.get(`/fr/applications/${id}`)).text).to.not.include('/decision/');
    const officer = await web.browserOf(web.cast.officer);
    expect((await officer.get(office)).status).to.equal(404);
    expect((await officer.get(`/fr/files/${id}`)).text).to.not.include('/decision/');
    expect((await (await web.browserOf(web.cast.committee[0])).get(office)).status).to.equal(404);
  });

  it('is visible to its organisation and to officers without a tie', async () => {
    const id = await decideFile('granted');
    await announce(id);
    const [own = '', office = ''] = paths(id);
    expect((await (await web.browser()).get(own)).headers.location).to.equal('/fr/sign-in');
    const other = await web.browserOf(await ownerOf(await web.submittedFile()));
    expect((await other.get(own)).status, 'another organisation').to.equal(404);
    expect((await other.get(office)).status).to.equal(403);
    const { organisationId } = (await currentApplication(web.deps, id)).context;
    const insider = await web.person('insider', 'officer');
    await updatePerson(web.deps, insider, { memberships: [{ organisationId, role: 'reader' as const }] });
    expect((await (await web.browserOf(insider)).get(office)).status, 'an officer of theirs').to.equal(404);
    for (const [who, path] of [
      [insider, own],
      [await ownerOf(id), own],
      [web.cast.officer, office],
    ] as const) {
      const answer = await (await web.browserOf(who)).get(path);
      expect([answer.status, answer.type], who.name).to.deep.equal([200, 'application/pdf']);
      for (const none of ['0', '2', 'x', '1.5']) {
        const unknown = path.replace('/1.pdf', `/${none}.pdf`);
        expect((await (await web.browserOf(who)).get(unknown)).status, unknown).to.equal(404);
      }
    }
    expect((await (await web.browserOf(web.cast.officer)).get(`/fr/files/${id}`)).text).to.include(office);
  });

  it('states reasons, points and appeal deadline, names nobody, and is reproducible', async () => {
    const id = await decideFile('refused');
    await announce(id);
    const owner = await web.browserOf(await ownerOf(id));
    const [own = ''] = paths(id);
    expect((await owner.get(`/fr/applications/${id}`)).text).to.include(`href="${own}"`);
    const letter = async () => (await owner.get(own).responseType('blob')).body as Buffer;
    const first = await letter();
    const text = wordsOf(first);
    expect(text)
      .to.include('Label refusé')
      .and.include('Les raisons du comité.')
      .and.include('Note générale (il en faut 50)')
      .and.include('faire recours contre cette décision jusqu’au');
    const { deciders, reviewers } = (await currentApplication(web.deps, id)).context;
    for (const personId of [...deciders, ...reviewers.map((one) => one.personId)]) {
      expect(text).to.not.include(requireVisible(await web.deps.store.person(personId)).name);
    }
    await web.connection
      .collection<{ _id: string }>('applications')
      .updateOne({ _id: id }, { $set: { decisionReason: '', 'context.outcome': null, moderation: [] } });
    await web.connection
      .collection('reviews')
      .updateMany({ 'context.applicationId': id }, { $set: { scores: [] } });
    expect((await letter()).equals(first)).to.equal(true);
  });

  it('exists also when a file ends at screening', async () => {
    const id = await web.submittedFile();
    const reason = 'La demande ne dit rien d’une offre, et sans offre il n’y a rien à labelliser.';
    await declareIneligible(web.deps, web.cast.officer, { ...(await at(id)), reason });
    const owner = await web.browserOf(await ownerOf(id));
    const { body } = await owner.get(paths(id)[0] ?? '').responseType('blob');
    expect(wordsOf(body as Buffer))
      .to.include(reason)
      .and.include('Le secrétariat du label');
  });
});
