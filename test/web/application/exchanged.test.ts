import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { filePlaces } from '../../../src/commands/file/filePlaces.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import { staffPlace } from '../../../src/web/views/place.view.ts';
import { readingOf } from '../../../src/web/views/reading.view.ts';
import { placeClaim } from '../../../templates/pages/review/place.ts';
import { declarations } from '../../support/applicationSteps.ts';
import { bodyOf, publishedNeed } from '../../support/exchangeSteps.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';
import { pageFrame } from '../../support/samples/pageFrame.ts';
import { shown } from '../../support/web.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

describe('what exchanges led to, as evidence', () => {
  let web: WebWithApplicants;
  let draft: OpenDraft;
  let own: string;
  before(async () => {
    web = await webWithApplicants('web-exchanged');
    draft = await web.completeDraft();
    own = draft.owner.memberships[0]?.organisationId ?? '';
  });
  after(() => web.stop());

  /** A deal of the draft's organisation, which looked for something, with another one. */
  const deal = async (other: string, also: { kind?: 'project'; on?: string; value?: number } = {}) => {
    const { kind = 'need', on = '2026-10-01', value = null } = also;
    const { deps, connection } = web;
    const body = { organisationId: own, owner: draft.owner, editor: draft.owner, reader: draft.owner };
    const { id: needId } = await publishedNeed(deps, body, { kind, title: `${kind} ${other} ${on}` });
    const { organisationId: writerId } = await bodyOf(web, `${other}-${on}`);
    const at = `${on}T09:00:00.000Z`;
    const talk = {
      ...{ _id: `${needId}-${writerId}`, needId, organisationId: own, writerId, openedAt: at },
      ...{ answeredAt: at, messages: [], outcomes: [{ organisationId: own, outcome: 'deal', value, at }] },
    };
    await connection.collection<{ _id: string }>('conversations').insertOne(talk);
    return writerId;
  };
  const theme = () => `${draft.at}/themes/COO`;
  const cardOf = async (criterion: string) =>
    parse((await draft.browser.get(theme())).text).querySelector(`#${criterion} > .well`)?.text ?? '';
  const evidenceOf = async (criterion: string) =>
    (await web.deps.store.selfAssessment(draft.id))?.answers.find((one) => one.criterion === criterion)
      ?.evidence;

  it('is shown where there are deals of the last year, taken by a click that loses nothing, and told to reviewers as counted', async () => {
    expect(await cardOf('COO-01')).to.equal('');
    const holder = await deal('baker', { value: 1200 });
    await deal('baker', { on: '2026-09-01' });
    await deal('baker', { on: '2025-09-01', value: 99 });
    await deal('oven', { kind: 'project' });
    await insertEntries(web.connection, [entryNumbered(1, { organisation: { id: holder } })]);
    const said = '2 accords d’achat du 3 novembre 2025 au 2 novembre 2026, dont 1 avec des organisations';
    expect(await cardOf('COO-01'))
      .to.include(said)
      .and.match(/1.200 francs par an/);
    expect(await cardOf('COO-05'))
      .to.include('1 accord sur des projets communs du')
      .and.include('aucun avec');

    await draft.browser.post(theme(), { 'COO-05.evidence': 'Convention', go: 'stay' });
    const typed = { 'COO-02.comment': 'Écrit avant le clic', go: 'take.COO-01' };
    const sent = await draft.browser.post(theme(), typed);
    expect(sent.headers.location).to.equal(`${theme()}?saved=1#COO-01`);
    await draft.browser.post(theme(), { go: 'take.COO-05' });
    expect(await evidenceOf('COO-01'))
      .to.include('Échanges dans ce service')
      .and.include('2 accords');
    expect(await evidenceOf('COO-05')).to.equal('Convention');
    expect((await draft.browser.get(theme())).text).to.include('Écrit avant le clic');
    expect(await cardOf('COO-01'))
      .to.include('Repris comme preuve')
      .and.not.include('Reprendre');

    await deal('baker', { on: '2026-10-09' });
    expect(await cardOf('COO-01')).to.include('Reprendre le nombre d’aujourd’hui');
    await draft.browser.post(theme(), { go: 'drop.COO-05' });
    expect(await cardOf('COO-05')).to.not.include('Repris');
    await submitApplication(web.deps, draft.owner, { applicationId: draft.id, ...declarations });
    const file = await frozenFile(web.deps, draft.id);
    const claims = filePlaces(file)
      .filter(({ exchanged }) => exchanged !== null)
      .map((place) => {
        const reading = readingOf(file.published, file.snapshot.content.offers, shown.i18n.fr);
        return String(placeClaim(pageFrame(shown.i18n.fr), staffPlace(place, reading)));
      });
    expect(claims.length).to.equal(1);
    expect(claims[0]).to.include('Compté par le service').and.include(said);
  });

  it('is refused for a criterion that exchanges say nothing about, and to who may not write in the file', async () => {
    expect((await draft.browser.post(theme(), { go: 'take.COO-02' })).status).to.equal(404);
    const { browser } = await web.colleague(draft, 'reader');
    expect((await browser.post(theme(), { go: 'take.COO-01' }, theme())).status).to.be.at.least(400);
    expect((await web.deps.store.selfAssessment(draft.id))?.exchanges?.length).to.equal(1);
  });
});
