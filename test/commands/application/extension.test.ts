import { expect } from 'chai';
import { startRenewal } from '../../../src/commands/application/renewal/startRenewal.ts';
import { startExtension } from '../../../src/commands/application/scope/startExtension.ts';
import { announceDecision } from '../../../src/commands/committee/decision/announceDecision.ts';
import { decideApplication } from '../../../src/commands/committee/decision/decideApplication.ts';
import { castVote } from '../../../src/commands/committee/session/castVote.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import { claimsOf, settledOf } from '../../../src/commands/file/reviewMarks.ts';
import { type Cast, castOf, currentApplication } from '../../support/applicationSteps.ts';
import { closeAndApprove, openSessionOn } from '../../support/committeeSession.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { advanceToCommittee, filledLabelFile, newOffer } from '../../support/labelFileSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('the extension of a label', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  let id: string;
  before(async () => {
    service = await testService('extension');
    cast = await castOf(service);
    holder = await issueLabel(service, cast, 'holder');
    id = await filledLabelFile(service, cast, holder, 'extension');
    await advanceToCommittee(service, cast, id, holder);
  });
  after(() => service.stop());

  const label = async () => requireVisible(await service.deps.store.label(holder.number));
  const letters = (kind: string) =>
    service.letters
      .filter((letter) => letter.kind === kind && letter.to === holder.owner.email)
      .map(({ text }) => text);
  const begin = () => startExtension(service.deps, holder.owner, { labelNumber: holder.number });
  const at = async () => ({
    applicationId: id,
    revision: (await currentApplication(service.deps, id)).revision,
  });

  it('asks for the criteria of its offers alone; the organisation keeps the levels of the label', async () => {
    const { deps } = service;
    const file = await frozenFile(deps, id);
    const claims = claimsOf(file.published.scheme, file.snapshot.content);
    expect(claims.map(({ criterion }) => criterion)).to.deep.equal([1, 2, 3, 4, 5].map((n) => `OFR-0${n}`));
    const first = requireVisible(settledOf(await frozenFile(deps, holder.applicationId)));
    expect(requireVisible(settledOf(file)).organisation).to.have.deep.members(first.organisation);
    expect(file.application.context.scope).to.deep.equal({
      label: holder.number,
      offers: file.snapshot.content.offers.map((offer) => offer.id),
    });
  });

  it('is one file at a time', async () => {
    expect(await refusalOf(begin())).to.equal('refused oneFileAtATime');
  });

  it('is granted without conditions, and adds its offers to the certificate of the same label', async () => {
    const { deps } = service;
    const before = await label();
    const session = await openSessionOn(deps, cast, id);
    const reason = 'Les critères sont remplis.';
    for (const person of cast.committee)
      await castVote(deps, person, { applicationId: id, item: id, choice: 'for', reason });
    const decide = async (outcome: 'granted' | 'grantedWithConditions') => {
      const conditions = outcome === 'granted' ? [] : [{ text: 'Publier la fiche.', due: '2027-06-30' }];
      await decideApplication(deps, cast.committee[0], { ...(await at()), outcome, reason, conditions });
    };
    expect(await refusalOf(decide('grantedWithConditions'))).to.equal('refused extensionUnconditional');
    await decide('granted');
    await closeAndApprove(deps, cast, session);
    await announceDecision(deps, cast.officer, await at());
    expect((await currentApplication(deps, id)).state).to.equal('granted');
    await service.work();
    const [now, entry] = [await label(), requireVisible(await deps.store.entry(holder.number))];
    const names = [...before.offers.map(({ name }) => name), newOffer.name];
    expect(now.offers.map(({ name }) => name)).to.deep.equal(names);
    expect(now.context).to.deep.include({ number: holder.number, revision: 2, until: before.context.until });
    expect(entry.offers.map(({ name }) => name)).to.deep.equal(names);
    expect(entry.offers.at(-1)?.madeHere, 'from the figures of the extension').to.equal(
      entry.offers[0]?.madeHere,
    );
    expect(entry.revision).to.equal(2);
    const [told] = letters('extensionGranted');
    expect(told).to.include(newOffer.name).and.to.include(holder.number).and.to.include('nouveau certificat');
    expect(letters('offersAdded')[0]).to.include(newOffer.name);
    expect(letters('decisionAnnounced'), 'of the label alone').to.have.length(1);
  });

  it('belongs to the renewal once that can be asked for, which names its offers as well', async () => {
    service.setClock('2029-10-01T08:00:00.000Z');
    expect(await refusalOf(begin())).to.equal('refused renewalOpen');
    const renewal = await startRenewal(service.deps, holder.owner, { labelNumber: holder.number });
    const copy = requireVisible(await service.deps.store.selfAssessment(renewal));
    expect(copy.offersNamed.map(({ name }) => name)).to.include(newOffer.name);
  });
});
