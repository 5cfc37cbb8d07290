// Tier: all. Budget: 6 s.
import { expect } from 'chai';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import {
  dropCertificate,
  holdCertificate,
} from '../../../src/commands/application/evidence/holdCertificate.ts';
import { keepEarlier } from '../../../src/commands/application/renewal/earlierAnswers.ts';
import { resumeApplication, startRenewal } from '../../../src/commands/application/renewal/startRenewal.ts';
import { answerCriterion } from '../../../src/commands/application/selfAssessment/answerCriterion.ts';
import { readinessOf } from '../../../src/commands/application/selfAssessment/submitGate.ts';
import { viewApplication } from '../../../src/commands/application/views/viewApplication.ts';
import { expireDeadlines } from '../../../src/commands/committee/expireDeadlines.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { openScheme } from '../../../src/commands/common/schemeOf.ts';
import { earlierFile } from '../../../src/commands/file/earlierFile.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { askRevision } from '../../../src/commands/label/askRevision.ts';
import { labelActor } from '../../../src/commands/label/changeLabel.ts';
import { endPeriod } from '../../../src/commands/label/renewal/endExtension.ts';
import type { Deps } from '../../../src/commands/ports/ports.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { addDays, dayOf } from '../../../src/register/day.ts';
import { tasksView } from '../../../src/web/application/answers/tasks.view.ts';
import { type Cast, castOf, currentApplication, filledDraft } from '../../support/applicationSteps.ts';
import { advanceToIssuedLabel, type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { labelNow } from '../../support/labelSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { repeatAnswers } from '../../support/renewalSteps.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { specimen } from '../../support/samples/specimen.ts';

/** A document joined to FIN-01. */
function withStatutes(deps: Deps, { id, owner }: { readonly id: string; readonly owner: Person }) {
  const file = { name: 'statuts.txt', bytes: Buffer.from('But : le pain.') };
  const place = { offerId: '', criterion: 'FIN-01' };
  return addEvidence(deps, owner, { applicationId: id, ...file, place });
}

describe('the renewal of a label', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  let renewal: string;
  before(async () => {
    service = await testService('renewal');
    cast = await castOf(service);
    const draft = await filledDraft(service.deps, await service.person('holder'));
    await withStatutes(service.deps, draft);
    for (const [certificate, until] of [
      ['zewo', '2031-05-01'],
      ['esus', '2028-05-01'],
    ] as const) {
      await holdCertificate(service.deps, draft.owner, {
        ...{ applicationId: draft.id, certificate, number: '42', until },
        ...{ link: 'zewo.ch', document: '', evidence: certificate },
      });
    }
    const number = await advanceToIssuedLabel(service, cast, draft);
    const { organisationId } = requireVisible(draft.owner.memberships[0]);
    holder = { applicationId: draft.id, organisationId, number, owner: draft.owner };
  });
  after(() => service.stop());

  const copyOf = async (id: string) => requireVisible(await service.deps.store.selfAssessment(id));
  const begin = () => startRenewal(service.deps, holder.owner, { labelNumber: holder.number });

  it('opens within its window only, once, for owners and editors', async () => {
    const { deps } = service;
    expect(requireVisible(await deps.store.label(holder.number)).context.until).to.equal('2029-11-01');
    service.setClock('2029-05-04T08:00:00.000Z');
    expect(await refusalOf(begin())).to.equal('refused renewalTooEarly');
    service.setClock('2029-05-05T08:00:00.000Z');
    const stranger = await service.person('stranger');
    const asked = startRenewal(deps, stranger, { labelNumber: holder.number });
    expect(await refusalOf(asked)).to.equal('notFound');
    renewal = await begin();
    expect((await currentApplication(deps, renewal)).context.kind).to.equal('renewal');
    expect(await refusalOf(begin())).to.equal('refused draftOpen');
  });

  it('starts empty except for its offers, and shows the last cycle', async () => {
    const { deps } = service;
    const copy = await copyOf(renewal);
    const snapshot = requireVisible(await deps.store.snapshot(holder.applicationId, 1));
    expect(copy).to.deep.include({ answers: [], facts: {}, offersNamed: snapshot.content.offers });
    expect(copy.offers.map(({ answers }) => answers.length)).to.deep.equal([0, 0]);
    expect(copy.earlier).to.deep.include({
      labelNumber: holder.number,
      applicationId: holder.applicationId,
      assessment: snapshot.content.assessment,
    });
  });

  it('takes over certificates, and names one that is over until it is taken back', async () => {
    const { deps } = service;
    const [zewo, esus] = (await copyOf(renewal)).certificates ?? [];
    expect([esus?.certificate, zewo?.certificate, zewo?.number]).to.deep.equal(['esus', 'zewo', '42']);
    expect(zewo?.places.map(({ criterion, filling }) => `${criterion} ${filling}`)).to.deep.equal([
      'FIN-01 kept',
      'GOU-01 kept',
      'TRA-01 kept',
    ]);
    const file = await viewApplication(deps, holder.owner, { applicationId: renewal });
    const { over } = tasksView(file, '2029-05-05', createI18n().fr);
    expect(over.map(({ href }) => href)).to.deep.equal([`/fr/applications/${renewal}/certificates/esus`]);
    expect(over[0]?.text).to.include('Agrément ESUS').and.include('donnez la nouvelle date');
    await dropCertificate(deps, holder.owner, { applicationId: renewal, certificate: 'esus' });
    expect((await copyOf(renewal)).certificates).to.have.length(1);
  });

  it('is judged by the rules of a renewal', async () => {
    const { deps } = service;
    const copy = await copyOf(renewal);
    const { scheme } = openScheme(deps);
    const renewed = readinessOf(scheme, copy).verdict.organisation;
    const { earlier: _, ...first } = copy;
    expect(renewed.threshold).to.equal(scheme.thresholds.organisation.renewal.overall);
    expect(readinessOf(scheme, first).verdict.organisation.threshold).to.equal(
      scheme.thresholds.organisation.first.overall,
    );
    const due = (verdict: typeof renewed) => verdict.mandatory.map(({ criterion }) => criterion);
    const sooner = due(readinessOf(scheme, first).verdict.organisation);
    expect(due(renewed).filter((criterion) => !sooner.includes(criterion))).to.deep.equal([
      'LUC-04',
      'ENV-01',
    ]);
  });

  it('confirms one criterion at a time as still true', async () => {
    const { deps } = service;
    const place = { applicationId: renewal, offerId: '', criterion: 'FIN-01' };
    await keepEarlier(deps, holder.owner, place);
    const { answers, earlier } = await copyOf(renewal);
    const then = requireVisible(earlier).assessment.answers.find(({ criterion }) => criterion === 'FIN-01');
    expect(answers).to.have.length(1);
    expect(answers[0]).to.deep.include({ criterion: 'FIN-01', level: then?.level, evidence: then?.evidence });
    const [carried] = await deps.store.evidenceOf(renewal);
    expect(answers[0]?.files).to.deep.equal([carried?.document]);
    expect(then?.files).not.to.deep.equal(answers[0]?.files);
    expect(await refusalOf(keepEarlier(deps, holder.owner, { ...place, criterion: 'XXX-01' }))).to.equal(
      'notFound',
    );
    const file = await viewApplication(deps, holder.owner, { applicationId: renewal });
    expect(file.earlier?.cycle.labelNumber).to.equal(holder.number);
  });

  it('extends the label during the review, and replaces it at the signature', async () => {
    const { deps } = service;
    await repeatAnswers(deps, holder.owner, renewal);
    const changed = { criterion: 'COO-05', level: 4, na: false, evidence: 'Carte', comment: '' } as const;
    await answerCriterion(deps, holder.owner, { applicationId: renewal, offerId: '', answer: changed });
    const number = await advanceToIssuedLabel(service, cast, { id: renewal, owner: holder.owner }, []);
    const told = service.letters.filter(({ kind }) => kind === 'labelReplaced' || kind === 'labelIssued');
    expect(told.map(({ kind, to }) => [kind, to])).to.deep.include(['labelReplaced', holder.owner.email]);
    // Of the first label; the one that replaces it comes with one letter, which names both.
    expect(told.filter(({ kind }) => kind === 'labelIssued')).to.have.length(1);
    expect(told.at(-1)?.text).to.include(number).and.include(holder.number);
    const old = requireVisible(await deps.store.label(holder.number));
    expect(old).to.include({ state: 'superseded' });
    expect(old.context.successor).to.equal(number);
    expect(await deps.store.entry(holder.number)).to.include({ state: 'superseded', successor: number });
    const label = requireVisible(await deps.store.label(number));
    expect(label.state).to.equal('active');
    // It holds from the signature on, and its months begin where those of the old one end: no day is without a valid label.
    expect(label.context).to.include({ since: '2029-05-05', until: '2032-11-01' });
    expect(dayOf(requireVisible(old.history.at(-1)).at)).to.equal('2029-05-05');
    expect((await deps.store.entry(number))?.offers.map(({ id }) => id)).to.deep.equal(
      requireVisible(await deps.store.entry(holder.number)).offers.map(({ id }) => id),
    );
  });

  it('shows what changed first, with the earlier claims and settled levels', async () => {
    const { deps } = service;
    const file = await frozenFile(deps, renewal);
    const earlier = requireVisible(await earlierFile(deps, file));
    const first = earlier.first.map(({ criterion, why }) => `${criterion} ${why}`);
    const before = requireVisible(specimen.answers['COO-05']).level;
    expect(before).not.to.equal(4);
    expect(first).to.include('COO-05 changed');
    const coo = earlier.places.find(({ criterion }) => criterion === 'COO-05');
    expect(coo).to.include({ claimed: before });
    expect(coo?.settled).to.be.a('number');
    expect(first).not.to.include('FIN-01 changed');
    expect(await earlierFile(deps, await frozenFile(deps, holder.applicationId))).to.equal(null);
  });

  it('begins without the offers that were taken off the label', async () => {
    const { deps } = service;
    const other = await issueLabel(service, cast, 'reduced-holder');
    const { label, at } = await labelNow(service, other.number);
    const stays = [requireVisible(label.offers[0]).id];
    const actor = await labelActor(deps, cast.officer, label);
    await askRevision(deps, actor, { ...at, cause: 'scope', offers: stays, reason: 'Spécimen' });
    await service.work();
    service.setClock(`${addDays(label.context.until, -100)}T08:00:00.000Z`);
    const renewal = await startRenewal(deps, other.owner, { labelNumber: other.number });
    const { offers, offersNamed, earlier } = await copyOf(renewal);
    expect(offers.map(({ offerId }) => offerId)).to.deep.equal(stays);
    expect(offersNamed.map(({ id }) => id)).to.deep.equal(stays);
    expect(earlier?.assessment.offers.map(({ offerId }) => offerId)).to.deep.equal(stays);
  });

  it('ends an extended label once its renewal is refused for good', async () => {
    const { deps, connection } = service;
    const other = await issueLabel(service, cast, 'refused-holder');
    const { until } = requireVisible(await deps.store.label(other.number)).context;
    service.setClock(`${addDays(until, -100)}T08:00:00.000Z`);
    const id = await startRenewal(deps, other.owner, { labelNumber: other.number });
    const snapshot = requireVisible(await deps.store.snapshot(other.applicationId, 1));
    const { earlier } = await copyOf(id);
    await connection
      .collection<{ _id: string }>('snapshots')
      .insertOne({
        _id: `${id}.1`,
        ...snapshot,
        applicationId: id,
        content: { ...snapshot.content, earlier },
      } as never);
    await connection
      .collection<{ _id: string }>('applications')
      .updateOne(
        { _id: id },
        { $set: { state: 'refused', 'context.snapshots': 1, 'context.dueAt': `${until}T00:00:00.000Z` } },
      );
    const at = `${addDays(until, 5)}T08:00:00.000Z`;
    await endPeriod(deps, requireVisible(await deps.store.label(other.number)), at);
    expect((await deps.store.label(other.number))?.state).to.equal('extended');
    service.setClock(at);
    await expireDeadlines(deps, new Date(at));
    expect((await currentApplication(deps, id)).state).to.equal('closed');
    await service.work();
    expect((await deps.store.label(other.number))?.state).to.equal('expired');
    expect((await deps.store.entry(other.number))?.state).to.equal('expired');
  });
});

describe('resuming an application that ended unfinished', () => {
  let service: TestService;
  before(async () => {
    service = await testService('resume');
  });
  after(() => service.stop());

  it('copies answers and documents into a new one, and leaves the old one unchanged', async () => {
    const { deps, connection } = service;
    const { id, owner } = await filledDraft(deps, await service.person('owner'));
    const statutes = await withStatutes(deps, { id, owner });
    const zewo = { certificate: 'zewo', number: '42', until: '2031-05-01', link: '', evidence: 'Zewo' };
    await holdCertificate(deps, owner, { applicationId: id, document: statutes.document, ...zewo });
    const stated = requireVisible(await deps.store.selfAssessment(id)).answers;
    const { revision: _, ...statement } = requireVisible(
      stated.find(({ criterion }) => criterion === 'FIN-01'),
    );
    const passage = { document: statutes.document, page: 2, quote: 'Article 3' };
    const pointing = { ...statement, passages: [passage] };
    await answerCriterion(deps, owner, { applicationId: id, offerId: '', answer: pointing });
    const copy = requireVisible(await deps.store.selfAssessment(id));
    expect(await refusalOf(resumeApplication(deps, owner, { applicationId: id }))).to.equal(
      'refused notResumable',
    );
    const set = (also: object) =>
      connection.collection<{ _id: string }>('applications').updateOne({ _id: id }, { $set: also });
    await set({ state: 'withdrawn' });
    const resumed = await resumeApplication(deps, owner, { applicationId: id });
    const taken = requireVisible(await deps.store.selfAssessment(resumed));
    expect(taken.facts).to.deep.equal(copy.facts);
    expect(taken.offersNamed).to.deep.equal(copy.offersNamed);
    expect(taken.answers.map(({ criterion, level }) => [criterion, level])).to.deep.equal(
      copy.answers.map(({ criterion, level }) => [criterion, level]),
    );
    const [carried, ...others] = await deps.store.evidenceOf(resumed);
    expect(others).to.deep.equal([]);
    expect(carried).to.include({ digest: statutes.digest, revision: 1, document: carried?.id });
    expect(carried?.id).not.to.equal(statutes.id);
    const joined = taken.answers.find(({ criterion }) => criterion === 'FIN-01');
    expect(joined?.files).to.deep.equal([carried?.document]);
    expect(joined?.passages).to.deep.equal([{ ...passage, document: carried?.document }]);
    expect(taken.certificates?.map(({ document }) => document)).to.deep.equal([carried?.document]);
    expect(await deps.store.evidenceOf(id)).to.have.length(1);
    expect((await currentApplication(deps, resumed)).context).to.include({ kind: 'initial', snapshots: 0 });
    expect((await currentApplication(deps, id)).state).to.equal('withdrawn');
    expect(await refusalOf(resumeApplication(deps, owner, { applicationId: id }))).to.equal(
      'refused draftOpen',
    );
    await connection
      .collection<{ _id: string }>('applications')
      .updateOne(
        { _id: resumed },
        { $set: { state: 'lapsed', contentErasedAt: '2026-11-03T00:00:00.000Z' } },
      );
    expect(await refusalOf(resumeApplication(deps, owner, { applicationId: resumed }))).to.equal(
      'refused notResumable',
    );
  });
});
