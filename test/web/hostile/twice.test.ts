// Tier: all. Budget: 7 s.
import { expect } from 'chai';
import { castVote } from '../../../src/commands/committee/session/castVote.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { closeAndApprove, openSessionOn } from '../../support/committeeSession.ts';
import { codeFor, linkFor } from '../../support/servers/signInLetter.ts';
import { formOf } from '../../support/webWithCast.ts';
import type { Values } from './support/message.ts';
import { parts } from './support/row.ts';
import { openScene, type Scene } from './support/scene.ts';
import type { Visitor } from './support/visitor.ts';

describe('the same form sent twice at once', () => {
  let scene: Scene;
  before(async () => {
    scene = await openScene('twice');
  });
  after(() => scene.stop());

  const as = (email: string) => scene.enter(scene.visitor(), email);
  const both = async (visitor: Visitor, path: string, fields: Values) => {
    const answers = await Promise.all([visitor.post(path, fields), visitor.post(path, fields)]);
    return answers.map(({ status }) => status).sort();
  };
  /** Sends the form of a page, as it stands there but for some values. */
  const form = async (visitor: Visitor, page: string, action: string, values: Values = {}) =>
    both(visitor, action, { ...formOf((await visitor.get(page)).body, action), ...values });
  const revision = async (id: string) => (await currentApplication(scene.web.deps, id)).revision;

  it('decides, announces and signs once', async () => {
    const id = scene.values.deliberation ?? '';
    const before = await revision(id);
    const chair = await as('chair@specimen.example');
    const { deps, cast } = scene.web;
    const session = await openSessionOn(deps, cast, id);
    for (const person of cast.committee)
      await castVote(deps, person, { applicationId: id, item: id, choice: 'for', reason: '' });
    const decided = await form(chair, `/fr/committee/${id}`, `/fr/committee/${id}/decide`, {
      outcome: 'granted',
      reason: 'Les critères sont remplis.',
    });
    expect(decided, 'decided').to.deep.equal([303, 409]);
    await closeAndApprove(deps, cast, session);
    const officer = await as('officer@specimen.example');
    const announced = await form(officer, `/fr/files/${id}`, `/fr/files/${id}/announce`);
    expect(announced, 'announced').to.deep.equal([303, 409]);
    const owner = await as('owner-2@specimen.example');
    const signed = await form(owner, `/fr/applications/${id}`, `/fr/applications/${id}/sign`, {
      name: 'Spécimen owner',
      role: 'Présidence',
      agreed: 'yes',
    });
    expect(signed, 'signed').to.deep.equal([303, 409]);
    expect(await revision(id)).to.equal(before + 3);
    expect(await scene.web.connection.collection('labels').countDocuments({})).to.equal(1);
  });

  it('registers one organisation, and adds one offer', async () => {
    const { connection } = scene.web;
    const founder = await as('twice-founder@specimen.example');
    const before = await connection.collection('organisations').countDocuments({});
    const values = {
      name: 'Spécimen deux fois',
      legalForm: 'association',
      street: 'Rue du Modèle 2',
      postcode: '1205',
      commune: 'Genève',
    };
    const registered = await form(founder, '/fr/organisations/new', '/fr/organisations/new', values);
    expect(registered, 'registered').to.deep.equal([303, 303]);
    expect(await connection.collection('organisations').countDocuments({})).to.equal(before + 1);
    const page = formOf((await founder.get('/fr/my')).body, '/fr/applications');
    const { headers } = await founder.post('/fr/applications', page);
    const offers = `${String(headers.location)}/offers`;
    const offer = { name: 'Atelier', type: 'service', sheet: 'Un atelier.' };
    expect(await form(founder, offers, offers, offer), 'added').to.deep.equal([303, 303]);
    const id = offers.split('/')[3] ?? '';
    expect(requireVisible(await scene.web.deps.store.selfAssessment(id)).offersNamed).to.have.length(1);
  });

  it('submits and accepts once', async () => {
    const id = scene.values.own ?? '';
    const before = await revision(id);
    const applicant = await as('applicant@specimen.example');
    const exclusions = Object.fromEntries(
      ['1', '2', '3', '4', '5', '6'].map((n) => [`exclusion.EXC-${n}`, 'no']),
    );
    const declared = { showScores: 'yes', rulesAccepted: 'yes', name: 'Spécimen owner', ...exclusions };
    const path = `/fr/applications/${id}/submit`;
    expect(await both(applicant, path, declared), 'submitted').to.deep.equal([303, 409]);
    const officer = await as('officer@specimen.example');
    const accepted = await form(officer, `/fr/files/${id}`, `/fr/files/${id}/accept`);
    expect(accepted, 'accepted').to.deep.equal([303, 409]);
    expect(await revision(id)).to.equal(before + 2);
  });

  it('lets in once, by code and by link', async () => {
    const email = 'hasty@specimen.example';
    const ask = async () => {
      const visitor = scene.visitor();
      await visitor.get('/fr/sign-in');
      await visitor.post('/fr/sign-in', { email });
      return visitor;
    };
    const byCode = await ask();
    const code = codeFor(scene.web.letters, email);
    expect(await both(byCode, '/fr/sign-in/code', { code }), 'by code').to.deep.equal([303, 401]);
    const byLink = await ask();
    const t = linkFor(scene.web.letters, email).split('t=')[1] ?? '';
    expect(await both(byLink, '/fr/sign-in/link', { t }), 'by link').to.deep.equal([303, 401]);
    expect(await scene.web.connection.collection('people').countDocuments({ email })).to.equal(1);
  });

  it('invites a reviewer once', async () => {
    const id = await scene.web.fileInAssignment();
    const officer = await as('officer@specimen.example');
    const person = scene.web.cast.reviewers[0].id;
    const invited = await form(officer, `/fr/files/${id}`, `/fr/files/${id}/invite`, { person });
    expect(invited).to.deep.equal([303, 409]);
    expect(
      await scene.web.connection.collection('reviews').countDocuments({ 'context.applicationId': id }),
    ).to.equal(1);
  });

  it('keeps a file of evidence once', async () => {
    const path = '/fr/applications/§theirs/evidence';
    const head = 'Content-Disposition: form-data; name="file"; filename="a.txt"';
    const row = parts('a file', path, [[head, 'Bilan']], 303, { as: 'neighbour' });
    const answers = await Promise.all([scene.send(row), scene.send(row)]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([303, 422]);
    expect(await scene.web.connection.collection('evidence').countDocuments({ name: 'a.txt' })).to.equal(1);
  });
});
