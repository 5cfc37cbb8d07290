import { expect } from 'chai';
import { startApplication } from '../../../src/commands/application/selfAssessment/startApplication.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { viewApplication } from '../../../src/commands/application/views/viewApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Organisation, Person } from '../../../src/commands/items/items.ts';
import {
  changeOrganisation,
  renameOrganisation,
} from '../../../src/commands/people/organisations/changeOrganisation.ts';
import { inviteMember } from '../../../src/commands/people/organisations/invitations.ts';
import { joinOrganisation } from '../../../src/commands/people/organisations/joinOrganisation.ts';
import { mergeOrganisations } from '../../../src/commands/people/organisations/mergeOrganisations.ts';
import { listDuplicates } from '../../../src/commands/people/views/listDuplicates.ts';
import { viewOrganisation } from '../../../src/commands/people/views/viewOrganisation.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { tieId } from '../../../src/policies/tie.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { declarations, filledDraft } from '../../support/applicationSteps.ts';
import { joinByInvitation, registerSpecimen, storedPerson } from '../../support/organisations.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { specimen } from '../../support/samples/specimen.ts';

describe('an organisation', () => {
  let service: TestService;
  let owner: Person;
  let other: Person;
  let officer: Person;
  let tests = 0;
  before(async () => {
    service = await testService('organisations');
    officer = await service.person('officer', 'officer');
  });
  beforeEach(async () => {
    tests += 1;
    [owner, other] = [await service.person(`owner-${tests}`), await service.person(`other-${tests}`)];
  });
  after(() => service.stop());

  const now = async (id: string): Promise<Organisation> =>
    requireVisible(await service.deps.store.organisation(id));
  /** A name of its own for each test, so that no other test's organisations look alike. */
  const named = (text = 'Spécimen') => `${text} ${'abcdefghijklmnopqrstuvwxyz'[tests]}`;
  const place = { street: 'Rue Neuve 2', postcode: '1260', commune: 'Nyon', founded: null } as const;

  describe('sets its address', () => {
    const change = async (by: Person, id: string, changed: object = {}) =>
      refusalOf(
        changeOrganisation(service.deps, by, {
          organisationId: id,
          revision: (await now(id)).revision,
          ...place,
          region: null,
          acceptsLeman: false,
          ...changed,
        }),
      );

    it('by an owner or editor, with a region derived from the postcode unless given', async () => {
      const id = await registerSpecimen(service.deps, owner);
      const reader = await joinByInvitation(service.deps, owner, id, other, 'reader');
      const editor = await joinByInvitation(service.deps, owner, id, await service.person(`editor-${tests}`));
      expect(await change(officer, id)).to.equal('notFound');
      expect(await change(reader, id)).to.equal('refused byEditor');
      expect(await change(editor, id, { revision: 1 })).to.equal('stale');
      expect(await change(editor, id, { postcode: 'GE 12' })).to.equal('invalid postcode:badPostcode');
      expect(await change(editor, id, { postcode: '1188' })).to.equal('invalid region:required');
      expect(await change(editor, id, { founded: '2099-01-01' })).to.equal('invalid founded:dateInFuture');
      expect(await change(editor, id)).to.equal('taken');
      expect((await now(id)).region).to.equal('nyon');
      expect(await change(editor, id, { region: 'elsewhere' })).to.equal('taken');
      expect(await now(id)).to.deep.include({ ...place, region: 'elsewhere', acceptsLeman: false });
      const { revision } = await now(id);
      expect(await change(editor, id, { region: 'elsewhere' })).to.equal('taken');
      expect((await now(id)).revision, 'nothing new is not written').to.equal(revision);
    });

    it('and its website, stored in one form and removable', async () => {
      const register = (website: string) => refusalOf(registerSpecimen(service.deps, owner, { website }));
      expect(await register('http://localhost')).to.equal('invalid website:badWebsite');
      const id = await registerSpecimen(service.deps, owner, { website: 'Spécimen.example' });
      expect((await now(id)).website).to.equal('https://xn--spcimen-cya.example/');
      for (const website of ['https://specimen.example/page', 'javascript:alert(1)', 'label.example']) {
        expect(await change(owner, id, { website })).to.match(/^invalid website:(badWebsite|websitePage)$/);
      }
      const { revision } = await now(id);
      expect(await change(owner, id, { website: 'https://spécimen.example/' })).to.equal('taken');
      expect(await change(owner, id, { website: 'https://SPÉCIMEN.example' })).to.equal('taken');
      expect((await now(id)).revision, 'the same site in another form').to.equal(revision + 1);
      expect(await change(owner, id)).to.equal('taken');
      expect((await now(id)).website, 'left when it is not said').to.equal(
        'https://xn--spcimen-cya.example/',
      );
      expect(await change(owner, id, { website: '' })).to.equal('taken');
      expect((await now(id)).website).to.equal('');
    });

    it('when it registers, or is told that the postcode has no region', async () => {
      const register = (changed: object) => refusalOf(registerSpecimen(service.deps, owner, changed));
      expect(await register({ region: null, postcode: '1188' })).to.equal('invalid region:required');
      const id = await registerSpecimen(service.deps, owner, { region: null, postcode: '74100' });
      expect((await now(id)).region).to.equal('genevois');
    });
  });

  describe('changes its legal name', () => {
    const rename = async (by: Person, id: string, name: string, revision?: number) =>
      refusalOf(
        renameOrganisation(service.deps, by, {
          organisationId: id,
          revision: revision ?? (await now(id)).revision,
          name,
        }),
      );

    it('by an owner, to a printable and different one, and keeps the former name', async () => {
      const id = await registerSpecimen(service.deps, owner);
      const editor = await joinByInvitation(service.deps, owner, id, other);
      expect(await rename(officer, id, 'Nouveau')).to.equal('notFound');
      expect(await rename(editor, id, 'Nouveau')).to.equal('refused byOwner');
      expect(await rename(owner, id, 'Pain 🍞')).to.equal('invalid name:characterNotPrintable');
      expect(await rename(owner, id, specimen.organisation.name)).to.equal('refused sameName');
      service.setClock('2026-11-10T08:00:00.000Z');
      expect(await rename(owner, id, 'Boulangerie du Spécimen')).to.equal('taken');
      service.setClock('2026-12-10T08:00:00.000Z');
      expect(await rename(owner, id, 'Fournil Spécimen')).to.equal('taken');
      expect(await now(id)).to.deep.include({
        name: 'Fournil Spécimen',
        formerNames: [
          { name: specimen.organisation.name, until: '2026-11-10' },
          { name: 'Boulangerie du Spécimen', until: '2026-12-10' },
        ],
      });
    });

    it('once when sent twice at the same time', async () => {
      const id = await registerSpecimen(service.deps, owner);
      const { revision } = await now(id);
      const twice = await Promise.all([
        rename(owner, id, 'Un', revision),
        rename(owner, id, 'Deux', revision),
      ]);
      expect([...twice].sort()).to.deep.equal(['stale', 'taken']);
      expect((await now(id)).formerNames).to.have.length(1);
    });
  });

  describe('that was registered twice', () => {
    const seen = async (id: string) => ({ id, revision: (await now(id)).revision });
    const merge = async (keepId: string, mergeId: string, by = officer) =>
      refusalOf(
        mergeOrganisations(service.deps, by, { keep: await seen(keepId), merge: await seen(mergeId) }),
      );
    const twice = async (changed: object = {}) => {
      const name = named();
      const keep = await registerSpecimen(service.deps, owner, { name, identifier: '' });
      const second = { name: name.toUpperCase(), identifier: '', ...changed };
      return { keep, second: await registerSpecimen(service.deps, other, second) };
    };
    const groups = async (by = officer) => {
      const all = await listDuplicates(service.deps, by);
      return all.map(({ registrations }) => registrations.map(({ organisation }) => organisation.id));
    };

    it('is listed for officers, by identifier or by name and postcode', async () => {
      const { keep, second } = await twice();
      const name = named('Autre');
      const third = await registerSpecimen(service.deps, owner, { name, identifier: '732 829 320' });
      const fourth = await registerSpecimen(service.deps, owner, {
        name: `${name} II`,
        identifier: '73282932000074',
      });
      const elsewhere = await registerSpecimen(service.deps, owner, {
        name: named(),
        identifier: '',
        postcode: '1228',
      });
      const listed = await groups();
      expect(listed).to.deep.include([keep, second]).and.deep.include([third, fourth]);
      expect(listed.flat()).not.to.include(elsewhere);
      expect(await refusalOf(groups(owner))).to.equal('forbidden');
    });

    it('is hidden from an officer with a tie to one of the two', async () => {
      const { keep, second } = await twice();
      const barred = service.deps.store.seenBy({ except: [second] });
      const all = await listDuplicates({ ...service.deps, store: barred }, officer);
      const listed = all.flatMap(({ registrations }) =>
        registrations.map(({ organisation }) => organisation.id),
      );
      expect(listed).not.to.include(keep).and.not.to.include(second);
      const tied = await joinByInvitation(
        service.deps,
        other,
        second,
        await service.person(`tied-${tests}`, 'officer'),
        'reader',
      );
      expect(await merge(keep, second, tied)).to.equal('notFound');
      expect(await merge(second, keep, tied)).to.equal('notFound');
    });

    it('is merged: nobody gains access, drafts stay readable, ties and journal follow', async () => {
      const { keep, second } = await twice();
      const member = await joinByInvitation(
        service.deps,
        other,
        second,
        await service.person(`member-${tests}`),
        'owner',
      );
      const both = await joinByInvitation(
        service.deps,
        owner,
        keep,
        await service.person(`both-${tests}`),
        'editor',
      );
      await joinByInvitation(service.deps, other, second, both, 'owner');
      const outsider = await service.person(`outsider-${tests}`, 'reviewer');
      const applicationId = await startApplication(service.deps, await storedPerson(service.deps, other), {
        organisationId: second,
      });
      const kept = await startApplication(service.deps, await storedPerson(service.deps, owner), {
        organisationId: keep,
      });
      const tie = { personId: outsider.id, organisationId: second, kind: 'kin', source: 'declared' } as const;
      await declareTie(service.deps, outsider, {
        ...{ personId: outsider.id, organisationId: second, kind: 'kin' },
        ...{ share: null, since: '2026-01-01', note: '' },
      });
      const invited = await service.person(`invited-${tests}`);
      const invitationId = await inviteMember(service.deps, await storedPerson(service.deps, other), {
        organisationId: second,
        email: invited.email,
        role: 'editor',
      });
      expect(await merge(keep, second)).to.equal('taken');
      expect((await now(second)).mergedInto).to.equal(keep);
      const roles = async (person: Person) =>
        Object.fromEntries(
          (await storedPerson(service.deps, person)).memberships.map((m) => [m.organisationId, m.role]),
        );
      expect(await roles(other)).to.deep.equal({ [second]: 'owner' });
      expect(await roles(member)).to.deep.equal({ [second]: 'owner' });
      expect(await roles(both)).to.deep.equal({ [keep]: 'editor', [second]: 'owner' });
      expect(await roles(owner)).to.deep.equal({ [keep]: 'owner' });
      const file = await viewApplication(service.deps, await storedPerson(service.deps, other), {
        applicationId,
      });
      expect(file.application.id).to.equal(applicationId);
      const read = viewApplication(service.deps, await storedPerson(service.deps, other), {
        applicationId: kept,
      });
      expect(await refusalOf(read), 'the draft of the one that goes on').to.equal('notFound');
      const page = async (of: string) =>
        viewOrganisation(service.deps, await storedPerson(service.deps, other), of);
      expect((await page(second)).goesOn, 'a namesake is told no more').to.equal(null);
      expect(await refusalOf(page(keep))).to.equal('notFound');
      const known = await storedPerson(service.deps, both);
      expect((await viewOrganisation(service.deps, known, second)).goesOn?.id).to.equal(keep);
      const moved = { ...tie, organisationId: keep };
      expect((await service.deps.store.tiesTowards(keep)).map(({ id }) => id)).to.include(tieId(moved));
      expect(await refusalOf(joinOrganisation(service.deps, invited, { invitationId }))).to.equal(
        'refused invitationWithdrawn',
      );
      for (const id of [keep, second]) {
        const records = await service.deps.store.records(`organisations/${id}`);
        expect(records.at(-1)?.facts).to.deep.equal(['organisation.merged']);
        expect(records.at(-1)?.actor.id).to.equal(officer.id);
      }
      expect((await groups()).flat()).not.to.include(second);
      expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
    });

    it('accepts nothing new in the ended registration', async () => {
      const { keep, second } = await twice();
      const by = await storedPerson(service.deps, other);
      const { id } = await filledDraft(service.deps, await service.person(`sender-${tests}`));
      const applicationId = await startApplication(service.deps, by, { organisationId: second });
      expect(await merge(keep, second)).to.equal('taken');
      const ended = 'refused organisationMerged';
      const asks = [
        () => startApplication(service.deps, by, { organisationId: second }),
        () => submitApplication(service.deps, by, { applicationId, ...declarations }),
        () =>
          inviteMember(service.deps, by, {
            organisationId: second,
            email: 'x@specimen.example',
            role: 'reader',
          }),
        () => renameOrganisation(service.deps, by, { organisationId: second, revision: 1, name: 'Nouveau' }),
        () =>
          changeOrganisation(service.deps, by, {
            ...place,
            ...{ organisationId: second, revision: 1, region: null, acceptsLeman: false },
          }),
      ];
      for (const ask of asks) expect(await refusalOf(ask())).to.equal(ended);
      expect(await merge(keep, second)).to.equal(ended);
      expect(requireVisible(await service.deps.store.application(id)).state, 'another one goes on').to.equal(
        'draft',
      );
    });

    it('is refused when not a duplicate, for other roles, after a change, or with an open file', async () => {
      const { keep, second } = await twice();
      const apart = await registerSpecimen(service.deps, owner, { name: named('Loin'), identifier: '' });
      expect(await merge(keep, second, owner)).to.equal('forbidden');
      expect(await merge(keep, keep)).to.equal('refused sameRegistration');
      expect(await merge(keep, apart)).to.equal('refused notDuplicates');
      const stale = { keep: { id: keep, revision: 0 }, merge: await seen(second) };
      expect(await refusalOf(mergeOrganisations(service.deps, officer, stale))).to.equal('stale');
      const unknown = { keep: { id: 'unknown', revision: 0 }, merge: await seen(second) };
      expect(await refusalOf(mergeOrganisations(service.deps, officer, unknown))).to.equal('notFound');
      const draft = await filledDraft(service.deps, await service.person(`applicant-${tests}`));
      await submitApplication(service.deps, draft.owner, { applicationId: draft.id, ...declarations });
      const withFile = requireVisible(await service.deps.store.application(draft.id)).context.organisationId;
      const { identifier } = specimen.organisation;
      const same = await registerSpecimen(service.deps, other, { name: named('Même'), identifier });
      expect(await merge(same, withFile)).to.equal('refused duplicateHasFiles');
      const { deps } = service;
      const unseen = { ...deps, store: deps.store.seenBy({ except: [], files: [draft.id] }) };
      const both = { keep: await seen(same), merge: await seen(withFile) };
      expect(await refusalOf(mergeOrganisations(unseen, officer, both)), 'who may not see the file').to.equal(
        'refused duplicateHasFiles',
      );
      expect(await merge(withFile, same)).to.equal('taken');
    });
  });
});
