import { expect } from 'chai';
import { issuedKinds } from '../../../src/register/entry.ts';
import { firstBreak } from '../../../src/workflow/record.ts';
import { replay } from '../../../src/workflow/replay.ts';
import {
  advanceToEvaluation,
  advanceToLabel,
  type Cast,
  castOf,
  currentApplication,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { specimen } from '../../support/samples/specimen.ts';

describe('the path from first answer to public proof', () => {
  let service: TestService;
  let cast: Cast;
  before(async () => {
    service = await testService('straight-way');
    cast = await castOf(service);
  });
  after(() => service.stop());

  it('ends with an active label whose register row, files and journal agree', async () => {
    const { deps } = service;
    const { id, owner } = await filledDraft(deps, cast.owner);
    const reviewIds = await advanceToEvaluation(deps, cast, id, owner);
    for (const [i, reviewId] of reviewIds.entries()) {
      await deliver(deps, cast.reviewers[i as 0 | 1], reviewId, specimen.reviews[i]);
    }
    expect((await currentApplication(deps, id)).state).to.equal('recommendation');
    const number = await advanceToLabel(deps, cast, id, owner);
    expect((await currentApplication(deps, id)).state).to.equal('granted');
    expect(await deps.store.entry(number), 'nothing is public before its files are there').to.equal(null);
    await service.work();

    const label = await deps.store.label(number);
    const entry = await deps.store.entry(number);
    expect(label?.state).to.equal('active');
    expect(entry).to.include({
      state: 'active',
      revision: 1,
      specimen: true,
      since: '2026-11-02',
      until: '2029-11-01',
    });
    expect(entry?.organisation.name).to.equal('Boulangerie Spécimen, coopérative');
    expect(entry?.organisation.website).to.equal('https://www.boulangerie-specimen.example/');
    expect(entry?.offers.map((offer) => [offer.name, offer.madeHere])).to.deep.equal([
      ['Pain au levain de blé genevois', 84],
      ['Ateliers de boulangerie pour écoles', 100],
    ]);
    expect(entry?.scores).to.have.length(7);
    for (const { digest, size } of entry?.files ?? []) {
      expect((await deps.files.read(digest))?.bytes.length).to.equal(size);
    }
    expect(new Set(entry?.files.map((file) => file.kind))).to.deep.equal(new Set(issuedKinds));

    for (const [stream, machine, item] of [
      [`applications/${id}`, 'application', await deps.store.application(id)],
      [`labels/${number}`, 'label', label],
    ] as const) {
      const records = await deps.store.records(stream);
      if (!item) throw new Error(`${stream} is not there`);
      expect(firstBreak(records, item.head), stream).to.equal(null);
      const { machineVersion, state, context } = item;
      expect(replay(machine, records), stream).to.deep.equal({ machineVersion, state, context });
    }
  });
});
