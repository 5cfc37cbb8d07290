import { expect } from 'chai';
import { showScores } from '../../../src/commands/application/selfAssessment/showScores.ts';
import { startApplication } from '../../../src/commands/application/selfAssessment/startApplication.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { frozenContent } from '../../../src/commands/file/frozenContent.ts';
import { workingCopy } from '../../../src/commands/file/workingCopy.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import {
  declineInvitation,
  inviteMember,
  withdrawInvitation,
} from '../../../src/commands/people/organisations/invitations.ts';
import { joinOrganisation } from '../../../src/commands/people/organisations/joinOrganisation.ts';
import {
  changeMemberRole,
  handOverOrganisation,
  removeMember,
} from '../../../src/commands/people/organisations/members.ts';
import { listMine } from '../../../src/commands/people/views/listMine.ts';
import { hasConflict } from '../../../src/commands/review/ties/barredFrom.ts';
import { roleIn } from '../../../src/policies/organisation.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { declarations } from '../../support/applicationSteps.ts';
import { joinByInvitation, registerSpecimen, storedPerson } from '../../support/organisations.ts';
import { refusalOf } from '../../support/refusal.ts';
import { holdCommits } from '../../support/run/holdCommits.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { updatePerson } from '../../support/updatePerson.ts';

describe('the people of an organisation', () => {
  let service: TestService;
  let owner: Person;
  let guest: Person;
  let other: Person;
  let organisationId: string;
  let tests = 0;
  before(async () => {
    service = await testService('membership');
  });
  beforeEach(async () => {
    tests += 1;
    service.setClock('2026-11-02T08:00:00.000Z');
    [owner, guest, other] = [
      await service.person(`owner-${tests}`),
      await service.person(`guest-${tests}`),
      await service.person(`other-${tests}`),
    ];
    organisationId = await registerSpecimen(service.deps, owner);
    owner = await storedPerson(service.deps, owner);
  });
  after(() => service.stop());

  const invite = (
    email: string,
    by = owner,
    role: 'owner' | 'editor' | 'reader' = 'editor',
    deps = service.deps,
  ) => inviteMember(deps, by, { organisationId, email, role });
  const join = (invitationId: string, by = guest, deps = service.deps) =>
    joinOrganisation(deps, by, { invitationId });
  const roleOf = async (person: Person) => roleIn(await storedPerson(service.deps, person), organisationId);
  const revision = async () => (await service.deps.store.organisation(organisationId))?.revision;

  it('are invited by owners only, once per address, and never when already a member', async () => {
    const editor = await joinByInvitation(service.deps, owner, organisationId, other);
    expect(await refusalOf(invite(guest.email, guest))).to.equal('notFound');
    expect(await refusalOf(invite(guest.email, editor))).to.equal('refused byOwner');
    expect(await refusalOf(invite(owner.email))).to.equal('refused ownAddress');
    expect(await refusalOf(invite(other.email))).to.equal('refused alreadyMember');
    expect(await refusalOf(invite(guest.email))).to.equal('taken');
    expect(await refusalOf(invite(guest.email))).to.equal('refused invitationOpen');
    const ask = { organisationId: 'unknown', email: guest.email, role: 'reader' } as const;
    expect(await refusalOf(inviteMember(service.deps, owner, ask))).to.equal('notFound');
  });

  it('are invited twenty at a time at most', async () => {
    for (let i = 0; i < 20; i += 1) await invite(`one-of-twenty-${i}@specimen.example`);
    expect(await refusalOf(invite(guest.email))).to.equal('refused invitationsEnough');
  });

  it('join with the role of their invitation, with the same address and in time', async () => {
    const id = await invite(guest.email, owner, 'reader');
    expect(await refusalOf(join(id, other)), 'another address').to.equal('notFound');
    const lookAlike = await service.person(`guеst-${tests}`);
    expect(await refusalOf(join(id, lookAlike)), 'a Cyrillic letter').to.equal('notFound');
    service.setClock('2026-11-16T08:00:00.000Z');
    expect(await join(id)).to.equal(organisationId);
    expect(await roleOf(guest)).to.equal('reader');
    expect(await refusalOf(join(id))).to.equal('refused invitationAnswered');
    const facts = (await service.deps.store.records(`organisations/${organisationId}`)).map((r) => r.facts);
    expect(facts).to.deep.equal([
      ['organisation.registered'],
      ['organisation.memberInvited'],
      ['organisation.memberJoined'],
    ]);
  });

  it('cannot join by an expired, withdrawn or declined invitation, and are told which', async () => {
    const late = await invite(guest.email);
    service.setClock('2026-11-16T09:00:00.000Z');
    expect(await refusalOf(join(late))).to.equal('refused invitationExpired');
    const input = { organisationId, invitationId: late };
    expect(await refusalOf(withdrawInvitation(service.deps, owner, input))).to.equal(
      'refused invitationExpired',
    );
    const taken = await invite(guest.email);
    expect(
      await refusalOf(withdrawInvitation(service.deps, guest, { ...input, invitationId: taken })),
    ).to.equal('notFound');
    await withdrawInvitation(service.deps, owner, { ...input, invitationId: taken });
    expect(await refusalOf(join(taken))).to.equal('refused invitationWithdrawn');
    const declined = await invite(guest.email);
    expect(await refusalOf(declineInvitation(service.deps, other, { invitationId: declined }))).to.equal(
      'notFound',
    );
    await declineInvitation(service.deps, guest, { invitationId: declined });
    expect(await refusalOf(join(declined))).to.equal('refused invitationAnswered');
    expect(await roleOf(guest)).to.equal(null);
  });

  it('are not duplicated by a second invitation sent before they joined', async () => {
    const first = await invite(guest.email, owner, 'reader');
    await joinByInvitation(service.deps, owner, organisationId, other, 'owner');
    await join(first);
    const again = { organisationId, email: guest.email, role: 'owner' } as const;
    expect(
      await refusalOf(inviteMember(service.deps, await storedPerson(service.deps, other), again)),
    ).to.equal('refused alreadyMember');
    expect((await storedPerson(service.deps, guest)).memberships).to.have.length(1);
  });

  it('belong to two organisations that both invited them', async () => {
    const second = await registerSpecimen(service.deps, other, { name: 'Une autre (spécimen)' });
    await joinByInvitation(service.deps, owner, organisationId, guest);
    await joinByInvitation(service.deps, other, second, guest, 'reader');
    const { memberships } = await storedPerson(service.deps, guest);
    expect(memberships.map((m) => m.role)).to.deep.equal(['editor', 'reader']);
  });

  it('get one letter each, also at unknown addresses, and none after removal or withdrawal', async () => {
    await service.work();
    const before = service.letters.length;
    const removed = await updatePerson(service.deps, other, { removedAt: '2026-11-02T08:00:00.000Z' });
    await invite(guest.email);
    await invite('nobody-yet@specimen.example');
    await invite(removed.email);
    const withdrawn = await invite('not-any-more@specimen.example');
    await withdrawInvitation(service.deps, owner, { organisationId, invitationId: withdrawn });
    await service.work();
    const letters = service.letters.slice(before).filter(({ kind }) => kind === 'organisationInvitation');
    expect(letters.map(({ to }) => to)).to.deep.equal([guest.email, 'nobody-yet@specimen.example']);
    expect(letters[1]?.text)
      .to.include('Boulangerie Spécimen')
      .and.include('Rédaction')
      .and.include('/fr/my');
  });

  it('appear without name and address in the journal', async () => {
    await joinByInvitation(service.deps, owner, organisationId, guest);
    const lines = JSON.stringify(await service.connection.collection('records').find({}).toArray());
    expect(lines).not.to.include(guest.email).and.not.include(guest.name);
  });

  it('change role by an owner, as long as one owner remains', async () => {
    const editor = await joinByInvitation(service.deps, owner, organisationId, guest);
    const change = (person: Person, role: 'owner' | 'editor' | 'reader', by = owner) =>
      refusalOf(changeMemberRole(service.deps, by, { organisationId, personId: person.id, role }));
    expect(await change(editor, 'owner', editor)).to.equal('refused byOwner');
    expect(await change(other, 'reader')).to.equal('notFound');
    expect(await change(owner, 'editor')).to.equal('refused lastOwner');
    const before = await revision();
    expect(await change(editor, 'editor')).to.equal('taken');
    expect(await revision(), 'the same role writes nothing').to.equal(before);
    expect(await change(editor, 'owner')).to.equal('taken');
    expect(await change(owner, 'reader')).to.equal('taken');
    expect(await change(owner, 'owner'), 'not an owner any more').to.equal('refused byOwner');
    expect(await roleOf(owner)).to.equal('reader');
  });

  it('leave or are removed by an owner, but never the last owner', async () => {
    const editor = await joinByInvitation(service.deps, owner, organisationId, guest);
    const reader = await joinByInvitation(service.deps, owner, organisationId, other, 'reader');
    const remove = (person: Person, by: Person) =>
      refusalOf(removeMember(service.deps, by, { organisationId, personId: person.id }));
    expect(await remove(reader, editor)).to.equal('refused byOwner');
    expect(await remove(owner, owner)).to.equal('refused lastOwner');
    expect(await remove(reader, reader)).to.equal('taken');
    expect(await remove(editor, owner)).to.equal('taken');
    expect(await remove(editor, owner)).to.equal('notFound');
    expect(await remove(owner, editor)).to.equal('notFound');
    expect(await roleOf(owner)).to.equal('owner');
  });

  it('do not count an owner without access', async () => {
    await joinByInvitation(service.deps, owner, organisationId, guest, 'owner');
    await updatePerson(service.deps, guest, { removedAt: '2026-11-02T08:00:00.000Z' });
    const leave = { organisationId, personId: owner.id };
    expect(await refusalOf(removeMember(service.deps, owner, leave))).to.equal('refused lastOwner');
    const handOver = { organisationId, personId: guest.id };
    expect(await refusalOf(handOverOrganisation(service.deps, owner, handOver))).to.equal(
      'refused personRemoved',
    );
  });

  it('transfer ownership in one step, with a letter', async () => {
    const editor = await joinByInvitation(service.deps, owner, organisationId, guest);
    const handOver = (personId: string, by = owner) =>
      refusalOf(handOverOrganisation(service.deps, by, { organisationId, personId }));
    expect(await handOver(editor.id, editor)).to.equal('refused byOwner');
    expect(await handOver(owner.id)).to.equal('notFound');
    expect(await handOver(other.id)).to.equal('notFound');
    expect(await handOver(editor.id)).to.equal('taken');
    expect([await roleOf(owner), await roleOf(guest)]).to.deep.equal(['editor', 'owner']);
    await service.work();
    expect(
      service.letters.filter(({ kind }) => kind === 'ownershipReceived').map(({ to }) => to),
    ).to.deep.equal([guest.email]);
  });

  it('tell whom another takes out, an adviser as well, and nobody who leaves by themselves', async () => {
    const editor = await joinByInvitation(service.deps, owner, organisationId, guest);
    const remove = (by: Person) => removeMember(service.deps, by, { organisationId, personId: editor.id });
    const told = () =>
      service.letters.filter(({ kind, to }) => kind === 'membershipEnded' && to === guest.email);
    await remove(editor);
    await service.work();
    expect(told()).to.deep.equal([]);
    await updatePerson(service.deps, guest, {
      memberships: [{ organisationId, role: 'editor', adviser: true }],
    });
    await remove(owner);
    await service.work();
    expect(told()).to.have.length(1);
  });

  describe('concurrently', () => {
    /** One of two was done; the other came too late, or a moment later and heard why. */
    const expectOne = (refusals: readonly string[], later: string) => {
      expect(refusals.filter((refusal) => refusal === 'taken')).to.have.length(1);
      const lost = refusals.find((refusal) => refusal !== 'taken');
      expect(lost).to.be.oneOf(['stale', `refused ${later}`]);
    };

    it('two owners leave: one stays', async () => {
      const second = await joinByInvitation(service.deps, owner, organisationId, guest, 'owner');
      const leave = (person: Person, deps = service.deps) =>
        refusalOf(removeMember(deps, person, { organisationId, personId: person.id }));
      const at = holdCommits(service.deps, 2);
      expectOne(await Promise.all([leave(owner, at), leave(second, at)]), 'lastOwner');
      const owners = (await service.deps.store.peopleOf(organisationId)).filter(
        (person) => roleIn(person, organisationId) === 'owner',
      );
      expect(owners).to.have.length(1);
      const [last] = owners;
      expect(last && (await leave(last))).to.equal('refused lastOwner');
    });

    it('an invitation is accepted once, or withdrawn, but not both', async () => {
      const id = await invite(guest.email);
      const at = holdCommits(service.deps, 2);
      const twice = await Promise.all([1, 2].map(() => refusalOf(join(id, guest, at))));
      expectOne(twice, 'invitationAnswered');
      expect((await storedPerson(service.deps, guest)).memberships).to.have.length(1);
      const next = await invite(other.email);
      const held = holdCommits(service.deps, 2);
      const both = await Promise.all([
        refusalOf(join(next, other, held)),
        refusalOf(withdrawInvitation(held, owner, { organisationId, invitationId: next })),
      ]);
      expect(both.filter((refusal) => refusal === 'taken')).to.have.length(1);
    });

    it('an address is invited once', async () => {
      const at = holdCommits(service.deps, 2);
      const twice = await Promise.all([1, 2].map(() => refusalOf(invite(guest.email, owner, 'editor', at))));
      expectOne(twice, 'invitationOpen');
      expect(await service.deps.store.invitationsTo(guest.email)).to.have.length(1);
    });
  });

  it('the journal still holds', async () => {
    await joinByInvitation(service.deps, owner, organisationId, guest, 'owner');
    await removeMember(service.deps, owner, { organisationId, personId: owner.id });
    const { faults } = await createJournal(service.connection).verify();
    // Other tests took an access away by hand.
    expect(faults.filter(({ why }) => why !== 'accessDiffers')).to.deep.equal([]);
  });

  it('may be advisers of several, who write with each and send nothing, and bind none to another', async () => {
    const { deps } = service;
    const second = await service.person(`second-${tests}`);
    const otherId = await registerSpecimen(deps, second, { identifier: '' });
    const advise = async (by: Person, id: string) => {
      const of = { organisationId: id, email: guest.email, role: 'editor', adviser: true } as const;
      await join(await inviteMember(deps, await storedPerson(deps, by), of), await storedPerson(deps, guest));
    };
    await advise(owner, organisationId);
    await advise(second, otherId);
    const adviser = await storedPerson(deps, guest);
    expect((await listMine(deps, adviser)).map(({ advises }) => advises)).to.deep.equal([true, true]);
    for (const person of [owner, second, guest]) expect(await deps.store.tiesOf(person.id)).to.deep.equal([]);
    const applicationId = await startApplication(deps, adviser, { organisationId });
    await showScores(deps, adviser, { applicationId, showScores: true });
    const sent = submitApplication(deps, adviser, { applicationId, ...declarations });
    expect(await refusalOf(sent)).to.include('byOwner');
    expect(await refusalOf(invite('new@specimen.example', adviser))).to.equal('refused byOwner');
    const { application, published, assessment } = await workingCopy(deps, adviser, applicationId);
    const organisation = requireVisible(await deps.store.organisation(application.context.organisationId));
    const frozen = await frozenContent(deps, { organisation, published, assessment });
    expect(frozen.advisers).to.deep.equal([adviser.name || adviser.email]);
    const asOwner = { organisationId, personId: guest.id, role: 'owner', adviser: true } as const;
    expect(await refusalOf(changeMemberRole(deps, owner, asOwner))).to.equal('refused adviserNotOwner');
    await removeMember(deps, adviser, { organisationId, personId: guest.id });
    service.setClock('2028-11-01T08:00:00.000Z');
    const left = await storedPerson(deps, guest);
    expect(await hasConflict(deps, left, organisationId)).to.equal(true);
    service.setClock('2028-11-02T08:00:00.000Z');
    expect(await hasConflict(deps, left, organisationId)).to.equal(false);
    expect(await hasConflict(deps, left, otherId)).to.equal(true);
  });
});
