import { expect } from 'chai';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { handOver } from '../../../../src/commands/desk/casework/handOver.ts';
import { advanceToEvaluation, castOf, filledDraft } from '../../../support/applicationSteps.ts';
import { openDirectory, scimToken } from '../../../support/scim/directory.ts';
import { testWeb } from '../../../support/web.ts';

describe('what somebody holds on files when the directory ends their account', () => {
  it('goes to others: a review that is not delivered is void, and any officer takes the case over', async () => {
    const web = await testWeb('scim-files', { scimToken });
    try {
      const directory = openDirectory(web.server);
      const cast = await castOf(web);
      const { id, owner } = await filledDraft(web.deps, cast.owner);
      const [first = '', second = ''] = await advanceToEvaluation(web.deps, cast, id, owner);
      const item = `files/${id}` as const;
      const { officer, rapporteur } = cast;
      await handOver(web.deps, officer, { item, to: officer.id, note: '' });
      for (const person of [cast.reviewers[0], officer]) {
        const off = { op: 'replace', path: 'active', value: false };
        expect((await directory.patch(person.id, off)).body.active).to.equal(false);
      }
      await web.work();
      const stateOf = async (review: string) => requireVisible(await web.deps.store.review(review)).state;
      expect([await stateOf(first), await stateOf(second)]).to.deep.equal(['voided', 'scoring']);
      await handOver(web.deps, rapporteur, { item, to: rapporteur.id, from: officer.id, note: '' });
      expect(web.logged).to.deep.equal([]);
    } finally {
      await web.stop();
    }
  });
});
