// Tier: all. Budget: 12 s.
import { expect } from 'chai';
import { askForStay, grantUrgentStay } from '../../../src/commands/committee/appeal/stay.ts';
import { expireDeadlines } from '../../../src/commands/committee/expireDeadlines.ts';
import { viewAppeal } from '../../../src/commands/committee/views/viewAppeal.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { viewDay } from '../../../src/commands/desk/day/viewDay.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { suspendLabel } from '../../../src/commands/label/sanctions/suspension.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { appealReason, panelOf } from '../../support/appealSteps.ts';
import { type Cast, castOf } from '../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { appealAt, lodgeOnLabel, settleOn, toPanel } from '../../support/labelAppealSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

const reason = appealReason;

describe('a stay of a decision on a label', () => {
  let service: TestService;
  let cast: Cast;
  let panel: [Person, Person, Person];
  let holder: IssuedLabel;
  let id: string;
  let n = 0;
  before(async () => {
    service = await testService('stays');
    cast = await castOf(service);
    panel = await panelOf(service);
  });
  after(() => service.stop());

  beforeEach(async () => {
    n += 1;
    service.setClock('2026-12-01T08:00:00.000Z');
    holder = await issueLabel(service, cast, `holder-${n}`);
    const { revision } = requireVisible(await service.deps.store.label(holder.number));
    const because = { code: 'misuse', reason, todo: 'Enlever le macaron.' } as const;
    await suspendLabel(service.deps, cast.officer, {
      ...{ number: holder.number, revision, ...because },
      ...{ until: '2027-01-31', urgent: true },
    });
    await service.work();
    id = await lodgeOnLabel(service, holder.owner, holder.number);
    await toPanel(service, { officer: cast.officer, panel }, id);
    await service.work();
    service.letters.length = 0;
  });

  const ask = async (by: Person, step: 'askStay' | 'askToLiftStay') => {
    const at = await appealAt(service, id);
    const refusal = await refusalOf(askForStay(service.deps, by, { ...at, step, reason }));
    await service.work();
    return refusal;
  };
  const alone = async (by: Person) => {
    const at = await appealAt(service, id);
    const refusal = await refusalOf(grantUrgentStay(service.deps, by, { ...at, reason }));
    await service.work();
    return refusal;
  };
  const expire = async (instant: string) => {
    service.setClock(instant);
    await expireDeadlines(service.deps, new Date(instant));
    await service.work();
  };
  /** The state of the label, in its item and in the register, and whether the decision is without effect. */
  const standing = async () => {
    const { store } = service.deps;
    const label = requireVisible(await store.label(holder.number));
    const entry = requireVisible(await store.entry(holder.number));
    const appeal = requireVisible(await store.appeal(id));
    return `${label.state} ${entry.state} ${appeal.context.stayed ? 'stayed' : 'in effect'}`;
  };
  const told = (kind: string, { email }: Person) =>
    service.letters.filter((letter) => letter.kind === kind && letter.to === email).length;
  /** What waits for a person about this appeal, with its day. */
  const waiting = async (person: Person) => {
    const { waits } = await viewDay(service.deps, person);
    return waits.lines.filter(({ path }) => path.includes(id)).map(({ what, dueOn }) => `${what} ${dueOn}`);
  };

  for (const first of [0, 1, 2] as const) {
    it(`takes two of three, member ${first + 1} alone changes nothing`, async () => {
      const [one, other] = [panel[first], panel[(first + 1) % 3]] as [Person, Person];
      expect(await ask(one, 'askStay')).to.equal('taken');
      expect(await standing()).to.equal('suspended suspended in effect');
      const { whole } = await viewAppeal(service.deps, other, id);
      expect(whole?.requests.map(({ person, step }) => `${person.id} ${step}`)).to.deep.equal([
        `${one.id} askStay`,
      ]);
      expect([told('appealAsked', other), told('appealAsked', one)]).to.deep.equal([1, 0]);
      expect(await ask(other, 'askStay')).to.equal('taken');
      expect(await standing()).to.equal('active active stayed');
      expect(await ask(one, 'askToLiftStay')).to.equal('taken');
      expect(await standing()).to.equal('active active stayed');
      expect(await ask(other, 'askToLiftStay')).to.equal('taken');
      expect(await standing()).to.equal('suspended suspended in effect');
    });
  }

  it('is granted by the chair of the panel alone for seven days, and ends by itself', async () => {
    expect(await alone(panel[1])).to.equal('refused chairsPanel');
    expect(await alone(panel[0])).to.equal('taken');
    expect(await standing()).to.equal('active active stayed');
    expect(await waiting(panel[1])).to.deep.equal(['digest.what.confirm 2026-12-08']);
    expect([told('appealAsked', panel[1]), told('labelAppealProgress', holder.owner)]).to.deep.equal([1, 1]);
    await expire('2026-12-08T22:59:59.000Z');
    expect(await standing(), 'on its last day').to.equal('active active stayed');
    await expire('2026-12-08T23:00:00.000Z');
    expect(await standing()).to.equal('suspended suspended in effect');
    expect(told('labelAppealProgress', holder.owner)).to.equal(2);
    expect(await alone(panel[0]), 'once an appeal').to.equal('refused firstUrgentStay');
    const { words } = requireVisible(await service.deps.store.appeal(id));
    expect(words.map(({ step }) => step)).to.deep.equal(['admit', 'grantUrgentStay', 'endUrgentStay']);
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });

  it('lasts until the outcome once one more member confirms what its chair granted', async () => {
    await alone(panel[0]);
    expect(await ask(panel[0], 'askStay'), 'their word stands already').to.equal('refused notAskedYet');
    expect(await ask(panel[2], 'askStay')).to.equal('taken');
    await expire('2026-12-20T08:00:00.000Z');
    expect(await standing()).to.equal('active active stayed');
    await settleOn(service, { officer: cast.officer, panel }, id, 'dismiss');
    expect(await standing()).to.equal('suspended suspended in effect');
    await expire('2026-12-21T08:00:00.000Z');
    expect(await standing()).to.equal('suspended suspended in effect');
  });

  it('is lifted by the two others before its chair’s days are over', async () => {
    await alone(panel[0]);
    await ask(panel[1], 'askToLiftStay');
    expect(await standing()).to.equal('active active stayed');
    await ask(panel[2], 'askToLiftStay');
    expect(await standing()).to.equal('suspended suspended in effect');
  });
});
