import { expect } from 'chai';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { assessChange } from '../../../../src/commands/desk/assessChange.ts';
import { frozenFile } from '../../../../src/commands/file/frozenFile.ts';
import { succeededLabel } from '../../../../src/commands/label/openedLabel.ts';
import { renameOrganisation } from '../../../../src/commands/people/organisations/changeOrganisation.ts';
import type { LabelState } from '../../../../src/register/entry.ts';
import { type ChangeEffect, changeEffects } from '../../../../src/workflow/changeEvents.ts';
import { advanceToEvaluation, type Cast, castOf } from '../../../support/applicationSteps.ts';
import { assessed, filledSuccession, notifiedBy } from '../../../support/changeSteps.ts';
import { type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type TestService, testService } from '../../../support/run/service.ts';

const ended = {
  none: 'refused labelEnded',
  register: 'refused labelEnded',
  certificate: 'refused labelEnded',
  evaluation: 'refused labelEnded',
  application: 'refused labelEnded',
};
const holds = {
  none: 'closed',
  register: 'refused certificateTouched',
  certificate: 'closed',
  evaluation: 'followUp',
  application: 'followUp',
};
/** What each assessment of a new name leads to, by the state of the label. */
const table: Readonly<Record<Exclude<LabelState, 'issuing'>, Readonly<Record<ChangeEffect, string>>>> = {
  active: holds,
  extended: holds,
  suspended: { ...holds, certificate: 'refused certificateWaits' },
  withdrawalPending: { ...holds, certificate: 'refused certificateWaits' },
  withdrawn: ended,
  terminated: ended,
  expired: ended,
  superseded: ended,
};
const states = Object.keys(table) as (keyof typeof table)[];

describe('a change on a label', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  before(async () => {
    service = await testService('changeEffects');
    cast = await castOf(service);
    holder = await issueLabel(service, cast, 'holder');
    const { organisationId } = holder;
    const { revision } = requireVisible(await service.deps.store.organisation(organisationId));
    const renamed = { organisationId, revision, name: 'Spécimen renommé' };
    await renameOrganisation(service.deps, holder.owner, renamed);
  });
  after(() => service.stop());

  const put = (state: LabelState) =>
    service.connection
      .collection<{ _id: string }>('labels')
      .updateOne({ _id: holder.number }, { $set: { state } });

  for (const state of states) {
    it(`that is ${state} is assessed as the table says`, async () => {
      const seen: Record<string, string> = {};
      for (const effect of changeEffects) {
        await put('active');
        const id = await notifiedBy(service, holder, { things: ['board'] });
        await put(state);
        const criteria = effect === 'evaluation' ? ['GOU-03'] : [];
        const refusal = await refusalOf(assess(id, effect, criteria));
        const { state: now, followedBy } = requireVisible(await service.deps.store.change(id));
        seen[effect] = refusal === 'taken' ? now : refusal;
        // Only one is evaluated at a time.
        const applications = service.connection.collection<{ _id: string }>('applications');
        if (followedBy) await applications.updateOne({ _id: followedBy }, { $set: { state: 'lapsed' } });
      }
      expect(seen).to.deep.equal(table[state]);
    });
  }

  it('lets the application that it asks for replace a label that has not ended, and no other', async () => {
    await put('active');
    const id = await notifiedBy(service, holder);
    await assessed(service, cast, id);
    const file = await filledSuccession(service, holder.owner, id);
    await advanceToEvaluation(service.deps, cast, file, holder.owner);
    const replaced: string[] = [];
    for (const state of states) {
      await put(state);
      if (await succeededLabel(service.deps, await frozenFile(service.deps, file))) replaced.push(state);
    }
    expect(replaced).to.deep.equal(['active', 'extended', 'suspended', 'withdrawalPending']);
    await put('active');
    const changes = service.connection.collection<{ _id: string }>('changes');
    await changes.updateOne({ _id: id }, { $set: { state: 'closed' } });
    expect(await succeededLabel(service.deps, await frozenFile(service.deps, file))).to.equal(null);
  });

  /** Without the work that follows: the label is put into its state by hand. */
  async function assess(changeId: string, effect: ChangeEffect, criteria: readonly string[]): Promise<void> {
    const { deps } = service;
    const { revision } = requireVisible(await deps.store.change(changeId));
    const reason = 'Nous avons regardé ce qui change : spécimen.';
    const until = effect === 'application' ? '2027-02-28' : null;
    await assessChange(deps, cast.officer, {
      changeId,
      revision,
      effect,
      until,
      criteria,
      successor: '',
      reason,
    });
  }
});
