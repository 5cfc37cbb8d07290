import { expect } from 'chai';
import type { Person } from '../../../src/commands/items/items.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { answerInvitation } from '../../../src/commands/review/evaluation/answerInvitation.ts';
import { deliver } from '../../support/applicationSteps.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('a reviewer with every other role', () => {
  let web: WebWithCast;
  before(async () => {
    web = await webWithCast('two-roles');
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  it('sees the file that they score nowhere else, and afterwards in the journal only', async () => {
    const { id, reviewIds, reviewers } = await web.fileInEvaluation();
    const { officer } = web.cast;
    const roles = ['reviewer', 'officer', 'administrator', 'committee'] as const;
    const person: Person = await updatePerson(web.deps, reviewers[0], { roles });
    const browser = await web.browser(person);
    const seen = async () => {
      const texts = ['/fr/lists/files', '/fr/journal'].map(async (page) => (await browser.get(page)).text);
      return (await Promise.all(texts)).map((text) => text.includes(id));
    };
    await deliver(web.deps, reviewers[1], reviewIds[1]);
    expect((await browser.get(`/fr/files/${id}`)).status).to.equal(404);
    expect(await seen()).to.deep.equal([false, false]);
    const delivered = `reviews/${reviewIds[1]}`;
    const lines = await browser.get(`/fr/journal?stream=${encodeURIComponent(delivered)}`);
    expect(lines.text).to.not.include(reviewers[1].name);
    expect((await browser.get(`/fr/review/${reviewIds[0]}`)).status, 'their own desk is there').to.equal(200);
    expect((await (await web.browserOf(officer)).get(`/fr/files/${id}`)).status).to.equal(200);
    await deliver(web.deps, reviewers[0], reviewIds[0]);
    expect((await browser.get(`/fr/files/${id}`)).status).to.equal(404);
    expect(await seen()).to.deep.equal([false, true]);
  });

  it('does not see files that they are asked to score, or had an earlier role in, in the list and in its plan', async () => {
    const { deps, connection, cast } = web;
    const id = await web.fileInAssignment();
    const person = await web.person('both', 'reviewer', 'officer');
    const meets = async () => {
      const browser = await web.browserOf(person);
      const lists = ['/fr/lists/files', '/fr/lists/assign'].map(
        async (page) => (await browser.get(page)).text,
      );
      const shown = (await Promise.all(lists)).map((text) => text.includes(id));
      return [...shown, (await browser.get(`/fr/files/${id}`)).status === 200];
    };
    expect(await meets()).to.deep.equal([true, true, true]);
    const reviewId = await inviteReviewer(deps, cast.officer, { applicationId: id, personId: person.id });
    expect(await meets()).to.deep.equal([false, false, false]);
    await answerInvitation(deps, person, { reviewId, accept: false, reason: 'Pas le temps.' });
    expect(await meets(), 'who declines scores nothing').to.deep.equal([true, true, true]);
    const files = connection.collection<{ _id: string }>('applications');
    await files.updateOne({ _id: id }, { $set: { 'context.earlierPeople': [person.id] } });
    expect(await meets()).to.deep.equal([false, false, false]);
  });
});
