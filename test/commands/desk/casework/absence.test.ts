import { expect } from 'chai';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { handOver } from '../../../../src/commands/desk/casework/handOver.ts';
import { endAbsence, setAbsence } from '../../../../src/commands/desk/casework/setAbsence.ts';
import { viewCasework } from '../../../../src/commands/desk/casework/viewCasework.ts';
import { viewLoad } from '../../../../src/commands/desk/casework/viewLoad.ts';
import { officers } from '../../../../src/letters/recipients.ts';
import { fileOf } from '../../../../src/letters/subjects.ts';
import { addDays, dayOf } from '../../../../src/register/day.ts';
import { advanceToEvaluation, castOf, filledDraft } from '../../../support/applicationSteps.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { testService } from '../../../support/run/service.ts';

describe('an officer who is away', () => {
  it('is stood in for, gets no letter meanwhile, and keeps what is theirs', async () => {
    const service = await testService('absence');
    try {
      const { deps } = service;
      const cast = await castOf(service);
      const draft = await filledDraft(deps, cast.owner);
      await advanceToEvaluation(deps, cast, draft.id, draft.owner);
      const item = `files/${draft.id}` as const;
      const [away, colleague] = [cast.officer, await service.person('officer-2', 'officer')];
      const told = async () => {
        const all = await officers(await fileOf(deps, draft.id), deps);
        return all.map(({ id }) => id).sort();
      };
      const everybody = [away, colleague, cast.rapporteur].map(({ id }) => id).sort();
      expect(await told()).to.deep.equal(everybody);
      await handOver(deps, colleague, { item, to: away.id, note: '' });
      expect(await told()).to.deep.equal([away.id]);

      const from = dayOf(deps.clock.now().toISOString());
      const days = { personId: away.id, from, until: addDays(from, 5) };
      const set = (input: Partial<Parameters<typeof setAbsence>[2]>, by = colleague) =>
        refusalOf(setAbsence(deps, by, { ...days, standIn: colleague.id, ...input }));
      expect(await set({ until: addDays(from, -1) })).to.equal('invalid until:periodReversed');
      expect(await set({ from: addDays(from, -9), until: addDays(from, -1) })).to.equal(
        'invalid until:absenceOver',
      );
      expect(await set({ standIn: away.id })).to.equal('invalid standIn:notAnOption');
      expect(await set({ personId: cast.owner.id })).to.equal('notFound');
      expect(await set({}, cast.owner)).to.equal('forbidden');
      expect(await set({ standIn: null })).to.equal('taken');
      // Nobody stands in: all hear of it, so that it does not wait.
      expect(await told()).to.deep.equal(everybody);
      expect(await set({})).to.equal('taken');
      expect(await told()).to.deep.equal([colleague.id]);
      const { holder } = requireVisible(await viewCasework(deps, colleague, item));
      expect([holder.owner?.id, holder.standIn?.id]).to.deep.equal([away.id, colleague.id]);
      const load = await viewLoad(deps, colleague);
      expect(load.find(({ person }) => person.id === away.id)).to.include({ files: 1, labels: 0 });
      const { organisationId } = requireVisible(draft.owner.memberships[0]);
      const barred = { ...deps, store: deps.store.seenBy({ except: [organisationId] }) };
      const seen = await viewLoad(barred, colleague);
      expect(seen.find(({ person }) => person.id === away.id)).to.include({ files: 0 });

      await endAbsence(deps, away, { personId: away.id });
      expect(await told()).to.deep.equal([away.id]);
    } finally {
      await service.stop();
    }
  });
});
