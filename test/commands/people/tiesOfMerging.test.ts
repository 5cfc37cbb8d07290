import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { mergeOrganisations } from '../../../src/commands/people/organisations/mergeOrganisations.ts';
import { hasConflict } from '../../../src/commands/review/ties/barredFrom.ts';
import { type DeclaredTie, declareTie, endTie } from '../../../src/commands/review/ties/declareTie.ts';
import { type Tie, tieId } from '../../../src/policies/tie.ts';
import { joinByInvitation, registerSpecimen, storedPerson } from '../../support/organisations.ts';
import { type TestService, testService } from '../../support/run/service.ts';

/** What is told of a tie, and when it ended if it did. */
type Told = Partial<Pick<DeclaredTie, 'kind' | 'share' | 'since'>> & { readonly ended?: string };

describe('ties when two registrations are merged', () => {
  let service: TestService;
  let officer: Person;
  let reviewer: Person;
  let keep: string;
  let second: string;
  let other: Person;
  let tests = 0;
  before(async () => {
    service = await testService('ties-of-merging');
    officer = await service.person('officer', 'officer');
  });
  beforeEach(async () => {
    tests += 1;
    const owner = await service.person(`owner-${tests}`);
    other = await service.person(`other-${tests}`);
    reviewer = await service.person(`reviewer-${tests}`, 'reviewer');
    const same = { name: `Spécimen ${tests}`, identifier: '' };
    [keep, second] = [
      await registerSpecimen(service.deps, owner, same),
      await registerSpecimen(service.deps, other, same),
    ];
  });
  after(() => service.stop());

  const tell = async (organisationId: string, { ended, ...told }: Told) => {
    const tie = { kind: 'client', share: 2, since: '2026-01-01', note: '', ...told } as const;
    const whole = { ...tie, personId: reviewer.id, organisationId };
    await declareTie(service.deps, officer, whole);
    if (ended === undefined) return;
    const id = tieId({ ...whole, source: 'declared' });
    await endTie(service.deps, officer, { personId: reviewer.id, tieId: id, ended });
  };
  const merge = async () => {
    const seen = async (id: string) => {
      const { revision } = requireVisible(await service.deps.store.organisation(id));
      return { id, revision };
    };
    await mergeOrganisations(service.deps, officer, { keep: await seen(keep), merge: await seen(second) });
  };
  const kept = async (person = reviewer): Promise<Tie[]> => {
    const ties = await service.deps.store.tiesTowards(keep);
    return ties.filter(({ personId }) => personId === person.id);
  };
  const barred = async (person = reviewer) =>
    hasConflict(service.deps, await storedPerson(service.deps, person), keep);

  const pairs: [string, Told, Told, object][] = [
    ['the higher share', { share: 60 }, { share: 2 }, { share: 60, ended: null }],
    ['the higher share of the one that goes on', { share: 2 }, { share: 60 }, { share: 60, ended: null }],
    ['the one that lasts', { share: 60 }, { share: 60, ended: '2026-10-01' }, { share: 60, ended: null }],
    [
      'the one that lasts, of the one that goes on',
      { share: 60, ended: '2026-10-01' },
      { share: 60 },
      { share: 60, ended: null },
    ],
    [
      'the later end and the earlier beginning',
      { share: 60, ended: '2026-10-01' },
      { share: 60, since: '2026-03-01', ended: '2026-09-01' },
      { share: 60, since: '2026-01-01', ended: '2026-10-01' },
    ],
    [
      'the share of one that is over and bars, beside one that lasts and does not',
      { share: 60, ended: '2026-10-01' },
      { share: 2 },
      { share: 60, ended: null },
    ],
  ];
  for (const [name, towardsSecond, towardsKeep, expected] of pairs) {
    it(`keep ${name}`, async () => {
      await tell(second, towardsSecond);
      await tell(keep, towardsKeep);
      await merge();
      const ties = await kept();
      expect(ties).to.have.length(1);
      expect(ties[0]).to.deep.include(expected);
      expect(await barred()).to.equal(true);
    });
  }

  it('keep one alone when the other adds nothing', async () => {
    await tell(keep, { share: 60 });
    await tell(second, { share: 2, since: '2026-02-01' });
    const { revision } = await storedPerson(service.deps, reviewer);
    const before = await kept();
    await merge();
    expect(await kept()).to.deep.equal(before);
    expect((await storedPerson(service.deps, reviewer)).revision).to.equal(revision);
  });

  it('bar people of the ended registration until an officer says otherwise', async () => {
    const person = await joinByInvitation(service.deps, other, second, reviewer, 'reader');
    expect(await barred(person)).to.equal(false);
    await merge();
    expect(await barred(person)).to.equal(true);
    const [tie] = await kept(person);
    expect(tie).to.deep.include({ kind: 'member', source: 'declared', ended: null });
    const lines = await service.deps.store.records(`people/${person.id}`);
    expect(lines.at(-1)).to.deep.include({ facts: ['tie.detected'] });
    const said = { personId: person.id, tieId: requireVisible(tie).id, ended: requireVisible(tie).since };
    await endTie(service.deps, officer, said);
    expect((await kept(person)).map(({ ended }) => ended)).to.deep.equal([said.ended]);
  });
});
