import { expect } from 'chai';
import { listAgenda } from '../../../src/commands/committee/views/listAgenda.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { listReviews } from '../../../src/commands/review/views/listReviews.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { profiled } from '../../support/run/profiled.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('lists of reviewers and the committee', () => {
  let web: WebWithCast;
  before(async () => {
    web = await webWithCast('few-reads');
  });
  after(() => web.stop());

  const reads = async (list: () => Promise<unknown>) => (await profiled(web.connection, list)).length;

  it('take as many reads for three files as for one, and show the name of the organisation in the snapshot', async () => {
    const { deps, cast } = web;
    const reviewer = cast.reviewers[0];
    const member = cast.committee[1];
    const queue = () => listReviews(deps, reviewer);
    const agenda = () => listAgenda(deps, member);
    const counts: number[][] = [];
    for (const files of [1, 2, 3]) {
      await web.fileInDeliberation();
      const applicationId = await web.fileInAssignment();
      await inviteReviewer(deps, cast.officer, { applicationId, personId: reviewer.id });
      const { organisationId } = (await currentApplication(deps, applicationId)).context;
      await web.connection
        .collection<{ _id: string }>('organisations')
        .updateOne({ _id: organisationId }, { $set: { name: 'A name of later' } });
      const [reviews, lines] = [(await queue()).reviews, await agenda()];
      expect([reviews.length, lines.length]).to.deep.equal([files, files]);
      for (const { organisation } of [...reviews, ...lines]) {
        expect(organisation).to.equal(
          requireVisible((await deps.store.snapshot(applicationId, 1))?.content.organisation.name),
        );
      }
      counts.push([await reads(queue), await reads(agenda)]);
    }
    expect(counts).to.deep.equal([counts[0], counts[0], counts[0]]);
  });
});
