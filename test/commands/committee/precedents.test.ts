import { expect } from 'chai';
import { announceDecision } from '../../../src/commands/committee/decision/announceDecision.ts';
import { decideApplication } from '../../../src/commands/committee/decision/decideApplication.ts';
import { recommendApplication } from '../../../src/commands/committee/decision/recommendApplication.ts';
import { overturnedPrecedent } from '../../../src/commands/committee/precedents/precedentOf.ts';
import { castVote } from '../../../src/commands/committee/session/castVote.ts';
import { listPrecedents } from '../../../src/commands/committee/views/listPrecedents.ts';
import { systemActor } from '../../../src/commands/common/actor.ts';
import { noteOn } from '../../../src/commands/common/noteOn.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Precedent } from '../../../src/commands/ports/decidingPorts.ts';
import { moderateApplication } from '../../../src/commands/review/evaluation/moderateApplication.ts';
import { viewModeration } from '../../../src/commands/review/views/viewModeration.ts';
import { withKey } from '../../../src/storage/database/database.ts';
import { assignModerator, currentApplication, recordCall } from '../../support/applicationSteps.ts';
import { closeAndApprove, openSessionOn } from '../../support/committeeSession.ts';
import { refusalOf } from '../../support/refusal.ts';
import { profiled } from '../../support/run/profiled.ts';
import { queryPlan } from '../../support/run/queryPlan.ts';
import { openVersion } from '../../support/samples/realScheme.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

const all = { criterion: '', outcome: '', text: '', after: '' } as const;

describe('precedents', () => {
  let web: WebWithCast;
  let id: string;
  let session: string;
  let row: Precedent;
  before(async () => {
    web = await webWithCast('precedents');
    const { deps, cast } = web;
    id = await web.evaluatedFile({ 'GOU-01': { level: 0, comment: 'Une seule personne décide.' } });
    const at = async () => ({ applicationId: id, revision: (await currentApplication(deps, id)).revision });
    const name = await nameOf(id);
    await assignModerator(deps, cast, id);
    const { places } = await viewModeration(deps, cast.moderator, id);
    await moderateApplication(deps, cast.moderator, {
      ...(await at()),
      scores: places.map(({ offerId, criterion, lower }) => ({
        ...{ offerId, criterion: criterion.id },
        ...(criterion.id === 'GOU-01'
          ? { level: 2 as const, comment: `Les statuts de ${name.toUpperCase()} le disent.` }
          : { level: lower, comment: 'Le plus bas des deux.' }),
      })),
    });
    await recordCall(deps, cast.officer, id);
    const reason = `FIN-01 : ${name} a écrit son but, a dit Spécimen owner-1. Voir XXX-99 et le dossier ${id}.`;
    await recommendApplication(deps, cast.rapporteur, {
      ...(await at()),
      draft: 'grantedWithConditions',
      reason,
    });
    session = await openSessionOn(deps, cast, id);
    for (const person of cast.committee)
      await castVote(deps, person, { applicationId: id, item: id, choice: 'for', reason });
    await decideApplication(deps, cast.committee[0], {
      ...(await at()),
      outcome: 'grantedWithConditions',
      reason,
      conditions: [{ text: 'Publier les salaires (LUC-03).', due: '2027-06-30' }],
    });
  });
  after(() => web.stop());

  const nameOf = async (file: string) =>
    requireVisible((await web.deps.store.snapshot(file, 1))?.content.organisation.name);
  const rows = () => web.connection.collection<{ _id: string }>('precedents').countDocuments();
  const announce = async () =>
    announceDecision(web.deps, web.cast.officer, {
      applicationId: id,
      revision: (await currentApplication(web.deps, id)).revision,
    });

  it('do not exist while a decision is sealed, nor when its announcement is refused', async () => {
    expect(await refusalOf(announce())).to.include('minutesApproved');
    expect(await rows()).to.equal(0);
  });

  it('are published with the announcement, once, with the text on each criterion and without names', async () => {
    await closeAndApprove(web.deps, web.cast, session);
    await announce();
    expect(await rows()).to.equal(1);
    row = requireVisible(await web.deps.store.lastPrecedent(id));
    expect(row).to.deep.include({
      outcome: 'grantedWithConditions',
      criteriaVersion: openVersion,
      overturnedOn: null,
      reason:
        'FIN-01 : ⟦organisation⟧ a écrit son but, a dit ⟦person⟧. Voir XXX-99 et le dossier ⟦organisation⟧.',
      conditions: [{ text: 'Publier les salaires (LUC-03).', due: '2027-06-30' }],
    });
    expect(row.criteria).to.include.members(['GOU-01', 'FIN-01', 'LUC-03']).and.not.include('XXX-99');
    expect(row.places).to.deep.include({
      criterion: 'GOU-01',
      level: 2,
      text: 'Les statuts de ⟦organisation⟧ le disent.',
    });
    const named = row.places.filter(({ text }) => text === '');
    expect(named.map(({ criterion }) => criterion)).to.deep.equal(['FIN-01', 'LUC-03']);
    expect(named[0]?.level).to.be.a('number');
    expect(row.words).to.include.members(['ecrit', 'salaires', 'statuts']).and.not.include('organisation');
    expect(row.id).not.to.include(id);
  });

  it('are refused to roles that neither score, decide nor prepare, and hidden from barred people', async () => {
    const { deps, cast } = web;
    const others = [
      cast.owner,
      await web.person('nobody'),
      await web.person('administrator', 'administrator'),
    ];
    for (const person of others)
      expect(await refusalOf(listPrecedents(deps, person, all))).to.equal('forbidden');
    const barred = { ...deps, store: deps.store.seenBy({ except: [row.organisationId] }) };
    for (const person of [cast.officer, cast.reviewers[0], cast.committee[0], cast.committee[1]]) {
      expect((await listPrecedents(deps, person, all)).precedents).to.have.length(1);
      expect((await listPrecedents(barred, person, all)).precedents).to.deep.equal([]);
    }
    expect(await barred.store.lastPrecedent(id)).to.equal(null);
  });

  it('contain nothing that identifies the file', async () => {
    const text = JSON.stringify(await listPrecedents(web.deps, web.cast.officer, all));
    for (const hidden of [id, row.organisationId, await nameOf(id)]) expect(text).not.to.include(hidden);
  });

  it('are found by criterion, outcome and words, regardless of accents', async () => {
    const count = async (search: Partial<Parameters<typeof listPrecedents>[2]>) =>
      (await listPrecedents(web.deps, web.cast.officer, { ...all, ...search })).precedents.length;
    expect(await count({ criterion: 'LUC-03' })).to.equal(1);
    expect(await count({ criterion: 'LUC-01' })).to.equal(0);
    expect(await count({ criterion: 'GOU-01', outcome: 'refused' })).to.equal(0);
    expect(
      await count({ criterion: 'GOU-01', outcome: 'grantedWithConditions', text: 'SALAIRES écrit' }),
    ).to.equal(1);
    expect(await count({ text: 'salaires inventés' })).to.equal(0);
    expect(await count({ text: '…' }), 'no word at all').to.equal(0);
    expect(await count({ text: '$where[].*' })).to.equal(0);
  });

  it('are marked when a later appeal was upheld', async () => {
    const { deps, cast } = web;
    expect(
      await overturnedPrecedent(deps, { applicationId: 'A-2026-999999', at: '2026-12-01T10:00:00Z' }),
    ).to.equal(null);
    const precedent = requireVisible(
      await overturnedPrecedent(deps, { applicationId: id, at: '2026-12-01T23:30:00.000Z' }),
    );
    const line = {
      at: deps.clock.now().toISOString(),
      actor: systemActor,
      facts: ['person.changed'],
    } as const;
    const person = requireVisible(await deps.store.person(cast.owner.id));
    await deps.store.commit(
      [noteOn(deps, 'people', person, line)],
      [{ kind: 'precedents', rows: [precedent] }],
    );
    expect(await rows()).to.equal(1);
    const { precedents } = await listPrecedents(deps, cast.officer, all);
    expect(precedents[0]?.overturnedOn, 'the day in Geneva').to.equal('2026-12-02');
  });

  it('are paged from an index, each once', async () => {
    const many = Array.from({ length: 3000 }, (_, n) => ({
      ...row,
      id: `P${String(n).padStart(8, '0')}`,
      organisationId: `O${n % 700}`,
      criteria: n % 3 === 0 ? ['GOU-01', 'FIN-02'] : ['FIN-02'],
      outcome: n % 2 === 0 ? ('refused' as const) : ('granted' as const),
    }));
    await web.connection.collection<{ _id: string }>('precedents').insertMany(many.map(withKey));
    const deps = { ...web.deps, store: web.deps.store.seenBy({ except: ['O0', 'O1', row.organisationId] }) };
    const list = (search: Partial<Parameters<typeof listPrecedents>[2]>) =>
      listPrecedents(deps, web.cast.officer, { ...all, ...search });
    const ids: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page = await list({ criterion: 'GOU-01', outcome: 'refused', after });
      ids.push(...page.precedents.map((one) => one.id));
      after = page.next;
    }
    const expected = many.filter(
      ({ organisationId, criteria, outcome }) =>
        !['O0', 'O1'].includes(organisationId) && criteria.includes('GOU-01') && outcome === 'refused',
    );
    expect(ids).to.deep.equal(expected.map((one) => one.id).reverse());
    const asked = await profiled(web.connection, async () => {
      await list({});
      await list({ criterion: 'GOU-01' });
      await list({ outcome: 'refused', after: 'P00002000' });
      await list({ criterion: 'GOU-01', outcome: 'refused' });
      await list({ criterion: 'GOU-01', text: 'salaires' });
      await overturnedPrecedent(deps, { applicationId: id, at: '2026-12-01T10:00:00Z' });
    });
    expect(asked).to.have.length(6);
    for (const one of asked) {
      const { question, stages, documents, returned } = await queryPlan(web.connection, one);
      expect(stages, question).to.include('IXSCAN').and.not.include('COLLSCAN').and.not.include('SORT');
      if (returned > 0) expect(documents, question).to.be.at.most(4 * returned);
    }
  });
});
