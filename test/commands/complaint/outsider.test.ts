import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { contestComplaint } from '../../../src/commands/complaint/contestComplaint.ts';
import { followComplaints } from '../../../src/commands/complaint/followComplaints.ts';
import { answerComplaint, takeComplaint } from '../../../src/commands/complaint/handleComplaint.ts';
import { viewComplaint } from '../../../src/commands/complaint/views/viewComplaint.ts';
import { nameOutsider, viewOutsider } from '../../../src/commands/desk/casework/nameOutsider.ts';
import { viewDay } from '../../../src/commands/desk/day/viewDay.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { castOf } from '../../support/applicationSteps.ts';
import { complaintVersion, currentComplaint, reason, sendComplaint } from '../../support/complaintSteps.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { updatePerson } from '../../support/updatePerson.ts';

describe('a complaint that no officer may handle', () => {
  let service: TestService;
  let label: IssuedLabel;
  let desk: Person;
  let administrator: Person;
  before(async () => {
    service = await testService('outsider');
    // The officer of the cast screened and staffed the file.
    label = await issueLabel(service, await castOf(service), 'holder');
    desk = await service.person('desk', 'officer');
    administrator = await service.person('administrates', 'administrator');
  });
  beforeEach(() => {
    service.letters.length = 0;
  });
  after(() => service.stop());

  const about = () =>
    ({ number: label.number, kind: 'criteria', email: 'witness@specimen.example' }) as const;
  const take = async (by: Person, id: string) =>
    takeComplaint(service.deps, by, await complaintVersion(service, id));
  const answer = async (by: Person, id: string) => {
    const version = await complaintVersion(service, id);
    await answerComplaint(service.deps, by, { ...version, outcome: 'unfounded', reason, done: '' });
    await service.work();
  };
  const invite = async (by: Person, id: string, email: string) => {
    await nameOutsider(service.deps, by, {
      ...(await complaintVersion(service, id)),
      email,
      name: 'Spécimen',
    });
    await service.work();
  };
  const told = (kind: string) => service.letters.filter((one) => one.kind === kind).map(({ to }) => to);
  /** Answered by the one officer without a part, and contested: nobody is left. */
  const contested = async () => {
    const key = await sendComplaint(service, about());
    await take(desk, key.number);
    await answer(desk, key.number);
    service.letters.length = 0;
    await contestComplaint(service.deps, { ...key, grounds: reason, request: 'test' });
    await service.work();
    return key.number;
  };

  it('is told to administrators on the day on which it is contested, once, and to no officer', async () => {
    const number = await contested();
    expect(told('complaintStranded')).to.deep.equal([administrator.email]);
    expect(told('complaintWaits')).to.deep.equal([]);
    await followComplaints(service.deps, service.deps.clock.now());
    await service.work();
    expect(told('complaintStranded')).to.have.length(1);
    const { waits } = await viewDay(service.deps, administrator);
    expect(waits.lines.map(({ path }) => path)).to.include(`inquiries/${number}/outsider`);
  });

  it('is told as well once the last officer is gone, on the next day', async () => {
    const { number } = await sendComplaint(service, about());
    expect(told('complaintStranded')).to.deep.equal([]);
    const officer = requireVisible(await service.deps.store.person(desk.id));
    await updatePerson(service.deps, officer, { roles: [] });
    await followComplaints(service.deps, service.deps.clock.now());
    await service.work();
    expect(service.letters.filter(({ text }) => text.includes(number)).map(({ kind }) => kind)).to.include(
      'complaintStranded',
    );
    await updatePerson(service.deps, requireVisible(await service.deps.store.person(desk.id)), {
      roles: ['officer'],
    });
  });

  it('is handled by the person from outside whom an administrator invites, and by nobody else', async () => {
    const number = await contested();
    const names = await viewOutsider(service.deps, administrator, number);
    expect(names.officersLeft).to.equal(false);
    expect(names.officers.every(({ reasons }) => reasons.length > 0)).to.equal(true);
    await invite(administrator, number, 'mediator@specimen.example');
    const [address = ''] = told('complaintInvitation');
    expect(address).to.equal('mediator@specimen.example');
    const mediator = requireVisible(await service.deps.store.personByEmail(address));
    const stranger = await service.person('stranger');
    expect(await refusalOf(take(stranger, number))).to.equal('forbidden');
    expect(await refusalOf(viewComplaint(service.deps, stranger, number))).to.equal('forbidden');
    expect((await viewComplaint(service.deps, mediator, number)).blockers.take).to.deep.equal([]);
    await take(mediator, number);
    await answer(mediator, number);
    expect((await currentComplaint(service, number)).state).to.equal('closed');
    const other = await sendComplaint(service, about());
    expect(await refusalOf(viewComplaint(service.deps, mediator, other.number))).to.equal('forbidden');
  });

  it('loses a person from outside once another one is invited in their place', async () => {
    const number = await contested();
    await invite(administrator, number, 'first@specimen.example');
    const first = requireVisible(await service.deps.store.personByEmail('first@specimen.example'));
    await take(first, number);
    await invite(administrator, number, 'second@specimen.example');
    expect(await refusalOf(answer(first, number))).to.equal('forbidden');
    const second = requireVisible(await service.deps.store.personByEmail('second@specimen.example'));
    await take(second, number);
    await answer(second, number);
    expect((await currentComplaint(service, number)).context.earlierHandlers).to.include(second.id);
  });

  const refusals: readonly (readonly [string, () => string, string])[] = [
    ['whoever complains', () => 'witness@specimen.example', 'refused outsiderIsFree'],
    ['somebody of the holder', () => label.owner.email, 'refused outsiderIsFree'],
    ['an officer who has a part', () => desk.email, 'refused outsiderIsFree'],
    ['themselves', () => administrator.email, 'refused namesAnother'],
  ];
  for (const [who, email, expected] of refusals)
    it(`does not let an administrator invite ${who}`, async () => {
      const number = await contested();
      expect(await refusalOf(invite(administrator, number, email()))).to.equal(expected);
      expect((await currentComplaint(service, number)).context.outsider).to.equal(null);
    });

  it('is the only one for which somebody is invited, by an administrator alone', async () => {
    const { number } = await sendComplaint(service, about());
    expect(await refusalOf(invite(administrator, number, 'x@specimen.example'))).to.equal(
      'refused noOfficerLeft',
    );
    expect(await service.deps.store.personByEmail('x@specimen.example')).to.equal(null);
    expect(await refusalOf(invite(desk, number, 'x@specimen.example'))).to.equal('forbidden');
  });
});
