import { expect } from 'chai';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import { settledOf } from '../../../src/commands/file/reviewMarks.ts';
import { moderateApplication } from '../../../src/commands/review/evaluation/moderateApplication.ts';
import {
  advanceToEvaluation,
  assignModerator,
  castOf,
  currentApplication,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('commands: two diverging reviews', () => {
  let service: TestService;
  before(async () => {
    service = await testService('moderation');
  });
  after(() => service.stop());

  it('are settled by a third person, and all three values are kept', async () => {
    const { deps } = service;
    const cast = await castOf(service);
    const { id, owner } = await filledDraft(deps, cast.owner);
    const [first = '', second = ''] = await advanceToEvaluation(deps, cast, id, owner);
    await deliver(deps, cast.reviewers[0], first);
    await deliver(deps, cast.reviewers[1], second, {
      'FIN-01': { level: 1, comment: 'Le but n’est pas dans les statuts.' },
      'GOU-02': { level: 2, comment: 'Deux voix par part.' },
    });
    expect((await currentApplication(deps, id)).state).to.equal('moderation');

    await assignModerator(deps, cast, id);
    const at = { applicationId: id, revision: (await currentApplication(deps, id)).revision };
    const settles = (comment: string) => [{ offerId: '', criterion: 'FIN-01', level: 2, comment } as const];
    const moderate = (person: typeof cast.moderator, comment: string) =>
      refusalOf(moderateApplication(deps, person, { ...at, scores: settles(comment) }));
    expect(await moderate(cast.reviewers[0], 'moi')).to.equal('refused didNotScore');
    expect(await moderate(cast.moderator, ' ')).to.equal('refused reasonPerChangedScore');
    expect(await moderate(cast.moderator, 'Écrit à l’article 2.')).to.equal('taken');

    const file = await frozenFile(deps, id);
    const { application, reviews } = file;
    expect(application.state).to.equal('recommendation');
    const settled = settledOf(file)?.organisation;
    const level = (criterion: string) => settled?.find((mark) => mark.criterion === criterion)?.level;
    expect(level('FIN-01'), 'what the third person settled').to.equal(2);
    expect(level('GOU-02'), 'elsewhere the lower of the two').to.equal(2);
    const given = reviews
      .slice(0, 2)
      .map((review) => review.scores.find((score) => score.criterion === 'FIN-01')?.level);
    expect(given).to.deep.equal([3, 1]);
  });
});
