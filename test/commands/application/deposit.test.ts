import { expect } from 'chai';
import { answerCriterion } from '../../../src/commands/application/selfAssessment/answerCriterion.ts';
import { compareFile } from '../../../src/commands/application/selfAssessment/compareFile.ts';
import { setFacts } from '../../../src/commands/application/selfAssessment/setFacts.ts';
import { startApplication } from '../../../src/commands/application/selfAssessment/startApplication.ts';
import { submissionBlockers } from '../../../src/commands/application/selfAssessment/submissionBlockers.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { printFile, printProof } from '../../../src/commands/application/views/printPapers.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { openScheme } from '../../../src/commands/common/schemeOf.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { isOver } from '../../../src/policies/stages.ts';
import { digestOf } from '../../../src/workflow/canonicalJson.ts';
import { machines } from '../../../src/workflow/machines.ts';
import type { ApplicationState } from '../../../src/workflow/stored.ts';
import { currentApplication, declarations, filledDraft } from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

const answer = { criterion: 'FIN-01', level: 4, na: false, evidence: 'Statuts, p. 3', comment: '' } as const;

describe('the deposit of an application', () => {
  let service: TestService;
  let owner: Person;
  let id: string;
  beforeEach(async () => {
    service = await testService('deposit');
    ({ id, owner } = await filledDraft(service.deps, await service.person('owner')));
  });
  afterEach(() => service.stop());

  const send = (person = owner) =>
    submitApplication(service.deps, person, { applicationId: id, ...declarations });

  it('freezes who signed, what was declared, the rules and the evidence under one digest', async () => {
    const { deps } = service;
    const digest = await send();
    const snapshot = requireVisible(await deps.store.snapshot(id, 1));
    expect(digestOf(snapshot.content)).to.equal(digest).and.equal(snapshot.digest);
    const { content, at } = snapshot;
    expect(content.declarations).to.deep.equal({
      rulesAccepted: true,
      exclusions: declarations.exclusions,
      name: declarations.name,
      role: 'owner',
      personId: owner.id,
      at,
    });
    const { scheme, digest: rules } = openScheme(deps);
    expect(content.criteria).to.deep.equal({ version: scheme.version, digest: rules });
    expect(content.evidence).to.deep.equal([]);
    const other = { ...content, declarations: { ...content.declarations, name: 'Quelqu’un d’autre' } };
    expect(digestOf(other)).not.to.equal(digest);
  });

  it('refuses a name that cannot be printed', async () => {
    const input = { applicationId: id, ...declarations, name: 'Spécimen 🥖' };
    expect(await refusalOf(submitApplication(service.deps, owner, input))).to.equal(
      'invalid name:characterNotPrintable',
    );
  });

  it('accepts one of two simultaneous submissions and tells the other, whoever wins', async () => {
    const results = await Promise.all([refusalOf(send()), refusalOf(send())]);
    expect(results.toSorted()).to.deep.equal(['refused alreadySent', 'taken']);
    expect((await currentApplication(service.deps, id)).context.snapshots).to.equal(1);
    expect(await refusalOf(send()), 'later').to.equal('refused alreadySent');
  });

  it('tells the second sender although both had read the draft', async () => {
    const { deps } = service;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = {
      ...deps.store,
      commit: async (...given: Parameters<typeof deps.store.commit>) => {
        await held;
        return deps.store.commit(...given);
      },
    };
    const late = refusalOf(
      submitApplication({ ...deps, store: slow }, owner, { applicationId: id, ...declarations }),
    );
    await send();
    release();
    expect(await late).to.equal('refused alreadySent');
  });

  it('does not report it as sent when only the working copy changed meanwhile', async () => {
    const { deps } = service;
    const meddled = {
      ...deps.store,
      commit: async (...given: Parameters<typeof deps.store.commit>) => {
        await answerCriterion(deps, owner, { applicationId: id, offerId: '', answer });
        return deps.store.commit(...given);
      },
    };
    const input = { applicationId: id, ...declarations };
    expect(await refusalOf(submitApplication({ ...deps, store: meddled }, owner, input))).to.equal('stale');
  });

  it('keeps the working copy editable, and shows the differences', async () => {
    const { deps } = service;
    await send();
    const compared = () => compareFile(deps, owner, { applicationId: id, n: null });
    expect((await compared()).differences).to.deep.equal({
      facts: [],
      answers: [],
      offers: [],
      evidence: [],
    });
    await answerCriterion(deps, owner, {
      applicationId: id,
      offerId: '',
      answer: { ...answer, comment: 'Neuf' },
    });
    const { differences } = await compared();
    expect(differences.answers.map(({ criterion }) => criterion)).to.deep.equal(['FIN-01']);
    expect(differences.answers[0]?.parts).to.include('comment');
    const frozen = requireVisible(await deps.store.snapshot(id, 1));
    expect(digestOf(frozen.content), 'the snapshot stays').to.equal(frozen.digest);
    expect(await refusalOf(compareFile(deps, owner, { applicationId: id, n: 1 }))).to.equal('notFound');
  });

  it('closes the working copy in every final state, for commands as well', async () => {
    const states = Object.keys(machines.application.states) as ApplicationState[];
    expect(states.filter((state) => isOver({ state })).toSorted()).to.deep.equal([
      'closed',
      'granted',
      'lapsed',
      'withdrawn',
    ]);
    const { deps, connection } = service;
    await connection.collection('applications').updateOne({}, { $set: { state: 'withdrawn' } });
    const facts = { applicationId: id, offerId: '', facts: { F10: 1 } };
    expect(await refusalOf(setFacts(deps, owner, facts))).to.equal('refused applicationOver');
    const answer = { criterion: 'FIN-01', level: 4, na: false, evidence: '', comment: '' } as const;
    const said = answerCriterion(deps, owner, { applicationId: id, offerId: '', answer });
    expect(await refusalOf(said)).to.equal('refused applicationOver');
  });

  it('names another open application, or a closed criteria version, as the reason of a refusal', async () => {
    const { deps } = service;
    const { organisationId, criteriaVersion } = (await currentApplication(deps, id)).context;
    const second = await startApplication(deps, owner, { organisationId });
    await send();
    const file = { organisationId, criteriaVersion, scope: null };
    expect(await submissionBlockers(deps, { id: second, ...file }, {})).to.deep.equal({
      versionOpen: true,
      other: id,
      over: [],
      label: null,
    });
    const published = requireVisible(deps.schemes.get(criteriaVersion));
    const openAs = async (status: 'published' | 'retired' | 'draft') => {
      const older = { ...published, scheme: { ...published.scheme, status } };
      const newer = { ...deps, schemes: new Map([[criteriaVersion, older]]) };
      return (await submissionBlockers(newer, { id, ...file }, {})).versionOpen;
    };
    expect(await openAs('published'), 'beside a newer one, to what was begun under it').to.equal(true);
    expect(await openAs('retired')).to.equal(false);
    expect(await openAs('draft')).to.equal(false);
  });

  it('gives its documents to the organisation, and the proof of deposit also to the secretariat', async () => {
    const { deps } = service;
    await send();
    const stranger = await service.person('stranger');
    const officer = await service.person('officer', 'officer');
    const proof = (person: Person, n = 1) =>
      printProof(deps, person, { applicationId: id, n, language: 'fr' });
    expect(await refusalOf(proof(stranger))).to.equal('notFound');
    expect(await refusalOf(proof(owner, 2))).to.equal('notFound');
    expect((await proof(officer)).equals(await proof(owner)), 'the same bytes').to.equal(true);
    const file = (person: Person, n: number | null) => printFile(deps, person, { applicationId: id, n });
    expect(await refusalOf(file(stranger, 1))).to.equal('notFound');
    expect(await refusalOf(file(officer, null)), 'what was not sent').to.equal('notFound');
    expect((await file(officer, 1)).equals(await file(owner, 1)), 'of the whole case').to.equal(true);
    expect((await file(owner, 1)).equals(await file(owner, 1)), 'the same bytes').to.equal(true);
    expect((await file(owner, null)).subarray(0, 5).toString()).to.equal('%PDF-');
  });
});
