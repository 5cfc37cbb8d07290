import { expect } from 'chai';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { takeComplaint } from '../../../../src/commands/complaint/handleComplaint.ts';
import { handOver } from '../../../../src/commands/desk/casework/handOver.ts';
import { feedCalendar } from '../../../../src/commands/desk/day/dayCalendar.ts';
import { viewDay } from '../../../../src/commands/desk/day/viewDay.ts';
import { digestOf } from '../../../../src/commands/desk/digest/digestOf.ts';
import type { Person } from '../../../../src/commands/items/items.ts';
import { proposeWithdrawal } from '../../../../src/commands/label/sanctions/suspension.ts';
import { complaintVersion, sendComplaint } from '../../../support/complaintSteps.ts';
import { insertLabel } from '../../../support/insertLabel.ts';
import { labelNow } from '../../../support/labelSteps.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { suspension } from '../../../support/samples/suspension.ts';

/** Lines of a day or a letter as pairs of what is to be done and whose it is. */
type Told = readonly (readonly [what: string, whose: string])[];

describe('one thing to do', () => {
  let service: TestService;
  let officer: Person;
  let colleague: Person;
  let number: string;
  before(async () => {
    service = await testService('day-lines');
    service.setClock('2026-12-01T09:00:00.000Z');
    officer = await service.person('officer', 'officer');
    colleague = await service.person('colleague', 'officer');
    ({ number } = await insertLabel(service, 'holder'));
    const sent = { submittedAt: '2026-01-05T08:00:00.000Z', 'context.snapshots': 1 };
    await service.connection.collection('applications').updateMany({}, { $set: sent });
  });
  after(() => service.stop());

  const dayOf = async (person: Person) => {
    const { waits, late, next } = await viewDay(service.deps, person);
    const lines = [waits, late, next].flatMap((group) => [...group.lines, ...group.others.lines]);
    return lines.map((line) => [
      line.what.split('.').at(-1),
      line.whose === 'others' ? line.keeper.name : line.whose,
    ]) as Told;
  };
  const mailed = async (person: Person) =>
    (await digestOf(service.deps, person)).lines.map(({ what, whose }) => [what.split('.').at(-1), whose]);
  const inCalendar = async (person: Person) =>
    (await feedCalendar(service.deps, person)).map(({ what }) => what.split('.').at(-1));

  it('is one line where several lists have it: a complaint about a label, whoever handles it', async () => {
    const { number: complaintId } = await sendComplaint(service, { number });
    for (const person of [officer, colleague]) {
      expect(await dayOf(person), 'nobody’s').to.deep.equal([['complaint', 'nobody']]);
      expect(await mailed(person)).to.deep.equal([['complaint', 'nobody']]);
      expect(await inCalendar(person)).to.deep.equal(['complaint']);
    }
    await handOver(service.deps, officer, { item: `complaints/${complaintId}`, to: colleague.id, note: '' });
    expect([await dayOf(officer), await dayOf(colleague)], 'an officer’s').to.deep.equal([
      [['complaint', colleague.name]],
      [['complaint', 'mine']],
    ]);
    await takeComplaint(service.deps, officer, await complaintVersion(service, complaintId));
    expect([await dayOf(officer), await dayOf(colleague)], 'its handler’s').to.deep.equal([
      [['complaint', 'mine']],
      [['complaint', officer.name]],
    ]);
    expect(await mailed(officer)).to.deep.equal([['complaint', 'mine']]);
    expect([await mailed(colleague), await inCalendar(colleague)]).to.deep.equal([[], []]);
    await service.connection.collection('complaints').deleteMany({});
  });

  it('is one line where several lists have it: a withdrawal that is proposed', async () => {
    const { at } = await labelNow(service, number);
    await proposeWithdrawal(service.deps, colleague, { ...at, code: 'misuse', reason: suspension.reason });
    expect(await dayOf(officer)).to.deep.equal([['withdrawalProposed', 'nobody']]);
    expect(await mailed(officer)).to.deep.equal([['withdrawalProposed', 'nobody']]);
    const label = requireVisible(await service.deps.store.label(number));
    expect((await feedCalendar(service.deps, officer)).map(({ dueOn }) => dueOn)).to.deep.equal([
      label.context.hearing?.dueAt.slice(0, 10),
    ]);
  });
});
