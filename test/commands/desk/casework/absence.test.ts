import { expect } from 'chai';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { handOver } from '../../../../src/commands/desk/casework/handOver.ts';
import { endAbsence, setAbsence } from '../../../../src/commands/desk/casework/setAbsence.ts';
import { viewCasework } from '../../../../src/commands/desk/casework/viewCasework.ts';
import { viewLoad } from '../../../../src/commands/desk/casework/viewLoad.ts';
import { whoseOf } from '../../../../src/commands/desk/casework/whoseOf.ts';
import type { Person } from '../../../../src/commands/items/items.ts';
import { declareTie } from '../../../../src/commands/review/ties/declareTie.ts';
import { officers } from '../../../../src/letters/recipients.ts';
import { fileOf } from '../../../../src/letters/subjects.ts';
import { addDays, dayOf } from '../../../../src/register/day.ts';
import { advanceToEvaluation, castOf, filledDraft } from '../../../support/applicationSteps.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { testService } from '../../../support/run/service.ts';

describe('an officer who is away', () => {
  it('is stood in for by somebody who is told, gets no letter meanwhile, and keeps what is theirs', async () => {
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
      const letters = async (kind: 'handedOver' | 'standInNamed') => {
        await service.work();
        const found = service.letters.filter((letter) => letter.kind === kind);
        service.letters.length = 0;
        return found;
      };
      const note = 'Rappeler lundi.\nLe numéro est au dossier.';
      await handOver(deps, colleague, { item, to: away.id, note });
      expect(await told()).to.deep.equal([away.id]);
      const [letter, ...others] = await letters('handedOver');
      expect([letter?.to, others]).to.deep.equal([away.email, []]);
      for (const said of ['Rappeler lundi.', 'Le numéro est au dossier.', draft.id, `/fr/files/${draft.id}`])
        expect(letter?.text).to.include(said);

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
      const whose = async (person: Person) => {
        const found = (await whoseOf(deps, person, [item]))(item);
        return found.whose === 'others' ? found.keeper.id : found.whose;
      };
      expect([await whose(colleague), await whose(away)]).to.deep.equal(['nobody', 'mine']);
      expect(await set({ standIn: cast.rapporteur.id })).to.equal('taken');
      expect((await letters('standInNamed')).map(({ to }) => to)).to.deep.equal([cast.rapporteur.email]);
      expect(await set({})).to.equal('taken');
      expect(await letters('standInNamed'), 'who said so knows').to.deep.equal([]);
      expect(await told()).to.deep.equal([colleague.id]);
      expect([await whose(colleague), await whose(cast.rapporteur)]).to.deep.equal(['mine', colleague.id]);
      // What is handed over meanwhile is told to whoever has it.
      await handOver(deps, cast.rapporteur, { item, to: null, note: '' });
      await handOver(deps, cast.rapporteur, { item, to: away.id, note: 'À voir.' });
      expect(
        (await letters('handedOver')).map(({ to, text }) => [to, text.includes('À voir.')]),
      ).to.deep.equal([[colleague.email, true]]);
      const { holder } = requireVisible(await viewCasework(deps, colleague, item));
      expect([holder.owner?.id, holder.standIn?.id]).to.deep.equal([away.id, colleague.id]);
      const load = await viewLoad(deps, colleague);
      expect(load.find(({ person }) => person.id === away.id)).to.include({ files: 1, labels: 0 });
      const { organisationId } = requireVisible(draft.owner.memberships[0]);
      const barred = { ...deps, store: deps.store.seenBy({ except: [organisationId] }) };
      const seen = await viewLoad(barred, colleague);
      expect(seen.find(({ person }) => person.id === away.id)).to.include({ files: 0 });

      // Who stands in is away too, and the two for each other: it waits for nobody, and all hear of it.
      expect(await set({ personId: colleague.id, standIn: away.id })).to.equal('taken');
      expect(await told()).to.deep.equal(everybody);
      expect([await whose(cast.rapporteur), await whose(colleague)]).to.deep.equal(['nobody', 'nobody']);
      expect(requireVisible(await viewCasework(deps, colleague, item)).holder.standIn).to.equal(null);
      await handOver(deps, cast.rapporteur, { item, to: null, note: '' });
      await handOver(deps, cast.rapporteur, { item, to: away.id, note: '' });
      expect(await letters('handedOver'), 'nobody is there').to.deep.equal([]);
      await endAbsence(deps, colleague, { personId: colleague.id });

      // A tie of whoever stands in: it is nobody's until its owner is back.
      const tie = { kind: 'kin', share: null, since: '2020-01-01', note: '' } as const;
      await declareTie(deps, colleague, { ...tie, personId: colleague.id, organisationId });
      const free = everybody.filter((id) => id !== colleague.id);
      expect(await told()).to.deep.equal(free);
      expect(await whose(cast.rapporteur)).to.equal('nobody');

      await endAbsence(deps, away, { personId: away.id });
      expect(await told()).to.deep.equal([away.id]);
      expect(await whose(cast.rapporteur)).to.equal(away.id);
    } finally {
      await service.stop();
    }
  });
});
