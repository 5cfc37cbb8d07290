import { expect } from 'chai';
import { viewApplication } from '../../../src/commands/application/views/viewApplication.ts';
import { viewFile } from '../../../src/commands/desk/viewFile.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import { labelledOffers, settledOf } from '../../../src/commands/file/reviewMarks.ts';
import { reviewedPlaces, settledPlaces } from '../../../src/commands/file/settledPlaces.ts';
import { viewTrail } from '../../../src/commands/privacy/views/viewTrail.ts';
import { ownFindings } from '../../../src/commands/review/findings/findingLines.ts';
import { visitsDemanded } from '../../../src/commands/review/visits.ts';
import { definitionOf } from '../../../src/workflow/definition.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

const apart = { 'FIN-01': { level: 1, comment: 'Le but n’est pas dans les statuts.' } } as const;
/** Facts that show what reviewers did. */
const inside = ['application.reviewDelivered', 'application.diverged'];
const open = ['draft', 'screening', 'assignment', 'evaluation', 'moderation'];

describe('settled levels of a file', () => {
  let web: WebWithCast;
  let id: string;
  before(async () => {
    web = await webWithCast('settled-levels');
    id = await web.evaluatedFile(apart);
  });
  after(() => web.stop());

  /** What is shown of the file as settled, by every reading of it that pages and papers use. */
  const shown = async () => {
    const file = await frozenFile(web.deps, id);
    return {
      marks: settledOf(file) !== null,
      places: settledPlaces(file) !== null,
      offers: labelledOffers(file).length > 0,
      visits: visitsDemanded(file).length > 0,
    };
  };
  const inState = (state: string, moderatedBy: string | null) =>
    web.connection
      .collection<{ _id: string }>('applications')
      .updateOne({ _id: id }, { $set: { state, 'context.moderatedBy': moderatedBy } });
  const nothing = { marks: false, places: false, offers: false, visits: false };

  it('are shown in no state in which they are not settled', async () => {
    for (const state of Object.keys(definitionOf('application').states)) {
      await inState(state, null);
      const ended = ['withdrawn', 'lapsed'].includes(state);
      const seen = await shown();
      if (open.includes(state) || ended) expect(seen, state).to.deep.equal(nothing);
      else expect([seen.marks, seen.places], state).to.deep.equal([true, true]);
      if (!ended) continue;
      await inState(state, web.cast.moderator.id);
      expect((await shown()).marks, `${state} once settled`).to.equal(true);
    }
    await inState('moderation', null);
  });

  it('are shown side by side to the office while they diverge, without a verdict', async () => {
    expect(reviewedPlaces(await frozenFile(web.deps, id))).not.to.equal(null);
    const { levels, verdict, mayPreview, expired } = await viewFile(web.deps, web.cast.officer, id);
    expect([verdict, mayPreview, expired]).to.deep.equal([null, false, []]);
    expect(levels?.every((place) => place.settled === undefined)).to.equal(true);
    const browser = await web.browserOf(web.cast.officer);
    const { text } = await browser.get(`/fr/files/${id}`);
    expect(text).to.contain('Éval. 1').and.contain('Éval. 2').and.contain('Qui peut concilier');
    for (const settled of ['Retenu', 'Ce que donnent les règles', 'Notes par thème', 'Atteint'])
      expect(text, settled).not.to.contain(settled);
  });

  it('are not revealed to the applicant before the decision', async () => {
    const { deps } = web;
    const { application, reviews } = await frozenFile(deps, id);
    const [owner] = await deps.store.peopleOf(application.context.organisationId);
    if (!owner) throw new Error('the organisation has nobody');
    const secrets = [
      apart['FIN-01'].comment,
      ...reviews.flatMap(({ id: reviewId, context }) => [reviewId, context.personId]),
      ...application.context.reviewers.map(({ personId }) => personId),
      ...inside,
    ];
    const office = JSON.stringify([
      await viewFile(deps, web.cast.officer, id),
      await deps.store.records(`applications/${id}`),
    ]);
    for (const secret of secrets) expect(office, 'what there is to tell').to.contain(secret);
    const browser = await web.browserOf(owner);
    for (const state of ['moderation', 'recommendation', 'deliberation', 'decided']) {
      await inState(state, null);
      const told = JSON.stringify([
        await viewApplication(deps, owner, { applicationId: id }),
        await viewTrail(deps, owner, { applicationId: id }),
        await ownFindings(deps, owner, id),
      ]);
      const pages = await Promise.all(
        ['', '/tasks', '/themes/FIN'].map(async (below) => browser.get(`/fr/applications/${id}${below}`)),
      );
      expect(pages[0]?.status).to.equal(200);
      const texts = [told, ...pages.map(({ text }) => text)];
      for (const text of texts)
        for (const secret of [...secrets, 'Retenu', 'Éval. 1']) expect(text, state).not.to.contain(secret);
    }
    await inState('moderation', null);
  });
});
