import { expect } from 'chai';
import { recommendApplication } from '../../../src/commands/committee/decision/recommendApplication.ts';
import { viewFile } from '../../../src/commands/desk/viewFile.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { recordVisit, visitsDemanded } from '../../../src/commands/review/visits.ts';
import { ticketOf } from '../../../src/scoring/lot.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import {
  advanceToEvaluation,
  type Cast,
  castOf,
  currentApplication,
  deliverWithoutCall,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { updatePerson } from '../../support/updatePerson.ts';

describe('visits', () => {
  let service: TestService;
  let cast: Cast;
  let id: string;
  let owner: Person;
  beforeEach(async () => {
    service = await testService('visits');
    cast = await castOf(service);
    ({ id, owner } = await filledDraft(service.deps, cast.owner));
  });
  afterEach(() => service.stop());

  const at = async () => ({
    applicationId: id,
    revision: (await currentApplication(service.deps, id)).revision,
  });
  const told = { kind: 'call', people: 'Spécimen owner', notes: 'Les statuts sont en ordre.' } as const;
  const record = async (person: Person, on = '2026-11-02') =>
    refusalOf(recordVisit(service.deps, person, { ...(await at()), ...told, on }));
  const recommend = async () =>
    refusalOf(
      recommendApplication(service.deps, cast.rapporteur, {
        ...(await at()),
        draft: 'granted',
        reason: 'Oui.',
      }),
    );
  /** The file drawn by lot, or not, whatever its seed. */
  const draw = (ticket: number) =>
    service.connection
      .collection<{ _id: string }>('applications')
      .updateOne({ _id: id }, { $set: { 'lot.ticket': ticket } });
  const evaluated = async () => {
    const [first = '', second = ''] = await advanceToEvaluation(service.deps, cast, id, owner);
    await deliverWithoutCall(service.deps, cast.reviewers[0], first);
    await deliverWithoutCall(service.deps, cast.reviewers[1], second);
  };

  it('are drawn by lot at admission, and anyone can recompute the draw', async () => {
    const { deps } = service;
    await advanceToEvaluation(deps, cast, id, owner);
    const { lot } = await currentApplication(deps, id);
    expect(lot?.ticket).to.equal(ticketOf(lot?.seed ?? '', id));
    const line = (await deps.store.records(`applications/${id}`)).find(
      ({ event }) => event?.type === 'accept',
    );
    expect(line?.data.lot).to.deep.equal(lot);
    expect(
      visitsDemanded(await frozenFile(deps, id)),
      'nothing is told before both reviews are in',
    ).to.deep.equal([]);
  });

  it('block the recommendation until one is recorded, where the rules demand it', async () => {
    const { deps } = service;
    await evaluated();
    await draw(0.0999);
    const kinds = visitsDemanded(await frozenFile(deps, id)).map(({ kind }) => kind);
    expect(kinds).to.include('drawn');
    expect(await recommend()).to.equal('refused visitRecorded');
    const { visits, blockers } = await viewFile(deps, cast.officer, id);
    expect([visits.missing, visits.open, blockers.recommend]).to.deep.equal([true, true, ['visitRecorded']]);
    expect(await record(cast.officer, '2026-11-03'), 'still to come').to.equal('invalid on:dayToCome');
    expect(await record(cast.officer, '2026-11-01'), 'held before the evaluation was complete').to.equal(
      'taken',
    );
    expect(await recommend()).to.equal('refused visitRecorded');
    expect(await record(cast.reviewers[1])).to.equal('taken');
    expect(await recommend()).to.equal('taken');
    const kept = (await currentApplication(deps, id)).visits ?? [];
    expect(kept.map(({ on, by }) => [on, by])).to.deep.equal([
      ['2026-11-01', cast.officer.id],
      ['2026-11-02', cast.reviewers[1].id],
    ]);
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });

  it('are not required without a trigger', async () => {
    const { deps } = service;
    await evaluated();
    await draw(0.1);
    const demanded = visitsDemanded(await frozenFile(deps, id)).map(({ kind }) => kind);
    expect(demanded).to.deep.equal([]);
    expect(await recommend()).to.equal('taken');
  });

  it('are recorded by officers and the reviewers of the file, once both reviews are delivered', async () => {
    const { deps } = service;
    await advanceToEvaluation(deps, cast, id, owner);
    expect(await record(cast.officer)).to.equal('refused wrongState');
    expect(await record(cast.reviewers[0]), 'not delivered yet').to.equal('notFound');
    expect(await record(cast.moderator)).to.equal('notFound');
    expect(await record(owner)).to.equal('notFound');
    const { organisationId } = owner.memberships[0] ?? { organisationId: '' };
    const insider = await updatePerson(deps, cast.officer, {
      memberships: [{ organisationId, role: 'reader' }],
    });
    expect(await record(insider)).to.equal('notFound');
  });
});
