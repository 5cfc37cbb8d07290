import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { notValidSince, reportStaleBadges } from '../../../src/commands/label/reportStaleBadges.ts';
import { suspendLabel } from '../../../src/commands/label/sanctions/suspension.ts';
import { grantRole } from '../../../src/commands/people/accounts/enrolPerson.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { addDays } from '../../../src/register/day.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { type Cast, castOf } from '../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { suspension } from '../../support/samples/suspension.ts';

const since = '2026-12-01';

describe('a badge that is still shown after its label ended', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  before(async () => {
    service = await testService('still-shown');
    cast = await castOf(service);
    holder = await issueLabel(service, cast, 'holder');
    // Who is tied to the holder, or evaluated its file, is an officer as well.
    const tied = await service.person('tied', 'officer');
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(service.deps, tied, {
      ...tie,
      personId: tied.id,
      organisationId: holder.organisationId,
    });
    await grantRole(service.deps, { email: cast.reviewers[0].email, role: 'officer' });
    service.setClock(`${since}T10:00:00.000Z`);
    const { id: number, revision } = requireVisible(await service.deps.store.label(holder.number));
    await suspendLabel(service.deps, cast.officer, { number, revision, ...suspension, until: '2027-06-30' });
    await service.work();
    service.letters.length = 0;
  });
  after(() => service.stop());

  const shown = (day: string, ...hosts: string[]) =>
    service.deps.store.addBadgeHosts({
      number: holder.number,
      day,
      hosts: hosts.map((host, i) => ({ host, n: hosts.length - i })),
    });
  /** What the clock notes `days` after the label ceased to be valid, and then the letters. */
  const onDay = async (days: number) => {
    service.setClock(`${addDays(since, days)}T05:40:00.000Z`);
    const noted = await reportStaleBadges(service.deps, service.deps.clock.now());
    await service.work();
    return noted;
  };
  /** To one of the officers; each gets the same. */
  const letters = () =>
    service.letters.filter(({ kind, to }) => kind === 'labelStillShown' && to === cast.officer.email);

  it('is not reported within thirty days, nor when nobody displayed it recently', async () => {
    await shown(addDays(since, 22), 'long-ago.example');
    await shown(addDays(since, 29), 'shop.example', 'other.example');
    expect(await onDay(30)).to.equal(0);
    expect(letters()).to.deep.equal([]);
  });

  it('is reported to the officers the next day, once, also with concurrent runs', async () => {
    service.setClock(`${addDays(since, 31)}T05:40:00.000Z`);
    const now = service.deps.clock.now();
    const both = await Promise.all([1, 2].map(() => reportStaleBadges(service.deps, now)));
    expect(both.reduce((sum, n) => sum + n)).to.equal(1);
    await service.work();
    const [letter, ...others] = letters();
    expect(others).to.deep.equal([]);
    expect(service.letters.map(({ to }) => to)).to.have.members([cast.officer.email, cast.rapporteur.email]);
    const { name } = requireVisible(await service.deps.store.organisation(holder.organisationId));
    for (const part of [
      holder.number,
      name,
      '1er décembre 2026',
      'Suspendu',
      'shop.example',
      'other.example',
    ]) {
      expect(`${letter?.subject} ${letter?.text}`).to.include(part);
    }
    expect(letter?.text).to.include(`/files/${holder.applicationId}/label`).and.not.include('long-ago');
    expect(letter?.html).to.not.include('href="http://shop').and.not.include('href="https://shop');
  });

  it('is reported again after thirty days at the earliest, and only while it is shown', async () => {
    expect(await onDay(32)).to.equal(0);
    await shown(addDays(since, 59), 'shop.example');
    expect(await onDay(60)).to.equal(0);
    expect(await onDay(61)).to.equal(1);
    expect(letters()).to.have.length(2);
    expect(await onDay(95)).to.equal(0);
    const lines = await service.deps.store.records(`labels/${holder.number}`);
    const notes = lines.filter(({ facts }) => facts.includes('label.stillShown'));
    expect(notes.map(({ data }) => data)).to.deep.equal([{ since }, { since }]);
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });

  it('is counted from the end of validity, whatever followed', () => {
    const at = (state: string, day: string) => ({ state, at: `${day}T10:00:00.000Z` });
    const of = (...history: ReturnType<typeof at>[]) =>
      notValidSince({ state: history.at(-1)?.state, history } as never);
    const active = at('active', '2026-01-01');
    const paused = at('suspended', '2026-02-01');
    expect(of(active)).to.equal(null);
    expect(of(active, paused, at('active', '2026-03-01'))).to.equal(null);
    expect(of(active, at('superseded', '2026-03-01'))).to.equal(null);
    expect(of(active, at('extended', '2026-03-01'))).to.equal(null);
    expect(of(active, paused, at('withdrawalPending', '2026-03-01'), at('withdrawn', '2026-04-01'))).to.equal(
      '2026-02-01',
    );
    expect(of(active, paused, at('active', '2026-03-01'), at('terminated', '2026-04-01'))).to.equal(
      '2026-04-01',
    );
  });
});
