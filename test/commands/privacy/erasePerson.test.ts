import { expect } from 'chai';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { acceptApplication } from '../../../src/commands/application/screening/screenApplication.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { registerOrganisation } from '../../../src/commands/people/organisations/registerOrganisation.ts';
import { erasePerson } from '../../../src/commands/privacy/erasePerson.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import {
  advanceToEvaluation,
  advanceToLabel,
  type Cast,
  castOf,
  currentApplication,
  declarations,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { specimen } from '../../support/samples/specimen.ts';
import { updatePerson } from '../../support/updatePerson.ts';

describe('erasing a person', () => {
  let service: TestService;
  let cast: Cast;
  beforeEach(async () => {
    service = await testService('erase-person');
    cast = await castOf(service);
  });
  afterEach(() => service.stop());

  const erase = (person: Pick<Person, 'id' | 'email'>, by: Person = person as Person) =>
    erasePerson(service.deps, by, { personId: person.id, typed: person.email });
  const faults = async () => (await createJournal(service.connection).verify()).faults;
  /** Every collection in which a text stands anywhere. */
  const where = async (text: string) => {
    const names = (await service.connection.listCollections()).map(({ name }) => name);
    const hits = await Promise.all(
      names.map(async (name) => {
        const all = await service.connection.collection(name).find({}).toArray();
        return JSON.stringify(all).includes(text) ? [name] : [];
      }),
    );
    return hits.flat();
  };

  describe('is refused', () => {
    it('to anyone else, with not found', async () => {
      expect(await refusalOf(erase(cast.owner, cast.officer))).to.equal('notFound');
    });

    it('without the typed address', async () => {
      const typed = 'someone@specimen.example';
      const { id } = cast.owner;
      expect(await refusalOf(erasePerson(service.deps, cast.owner, { personId: id, typed }))).to.equal(
        'invalid typed:otherAddress',
      );
    });

    it('to the only owner of an organisation with an application or other members', async () => {
      const { owner } = await filledDraft(service.deps, cast.owner);
      expect(await refusalOf(erase(owner))).to.equal('refused soleOwner');
      const organisationId = await registerOrganisation(service.deps, cast.rapporteur, specimen.organisation);
      const alone = requireVisible(await service.deps.store.person(cast.rapporteur.id));
      await updatePerson(service.deps, await service.person('reader'), {
        memberships: [{ organisationId, role: 'reader' }],
      });
      expect(await refusalOf(erase(alone))).to.equal('refused soleOwner');
    });

    it('during a review, and while a file with a role of theirs is open', async () => {
      const { id, owner } = await filledDraft(service.deps, cast.owner);
      await submitApplication(service.deps, owner, { applicationId: id, ...declarations });
      const { revision } = await currentApplication(service.deps, id);
      await acceptApplication(service.deps, cast.officer, { applicationId: id, revision });
      await inviteReviewer(service.deps, cast.officer, { applicationId: id, personId: cast.reviewers[0].id });
      expect(await refusalOf(erase(cast.officer))).to.equal('refused partInOpenFile');
      expect(await refusalOf(erase(cast.reviewers[0]))).to.equal('refused openReview');
      expect(await refusalOf(erase(cast.reviewers[1]))).to.equal('taken');
    });

    it('to the last administrator', async () => {
      const [one, other] = [
        await service.person('admin-1', 'administrator'),
        await service.person('admin-2', 'administrator'),
      ];
      expect(await refusalOf(erase(one))).to.equal('taken');
      expect(await refusalOf(erase(other))).to.equal('refused lastAdministrator');
    });
  });

  it('removes name, address and access everywhere, and keeps the journal intact', async () => {
    const { deps, connection } = service;
    const person = cast.reviewers[0];
    await declareTie(deps, person, {
      personId: person.id,
      organisationId: await registerOrganisation(deps, cast.owner, specimen.organisation),
      kind: 'kin',
      share: null,
      since: '2026-01-01',
      note: 'Ma cousine y travaille.',
    });
    const on = (name: string) => connection.collection<{ _id: string }>(name);
    await on('passkeys').insertOne({ _id: 'K', personId: person.id } as never);
    await on('passkeyOffers').insertOne({ _id: person.id });
    await on('sessions').insertOne({ _id: 'S', personId: person.id } as never);
    await on('keptUploads').insertOne({ _id: 'U', personId: person.id } as never);
    await on('providerLinks').insertOne({ _id: 'L', personId: person.id, issuer: 'i' } as never);
    await on('signIns').insertOne({ _id: 'C', email: person.email, tokenHash: 'x' } as never);
    await on('invitations').insertOne({ _id: 'I', email: person.email } as never);
    await on('mails').insertOne({ _id: 'M', to: person.email } as never);
    await erase(person);
    expect([await where(person.email), await where(person.name), await where('cousine')]).to.deep.equal([
      [],
      [],
      [],
    ]);
    for (const name of [
      'passkeys',
      'passkeyOffers',
      'sessions',
      'keptUploads',
      'providerLinks',
      'signIns',
      'invitations',
      'mails',
    ]) {
      expect(await on(name).countDocuments(), name).to.equal(0);
    }
    expect(await deps.store.tiesOf(person.id)).to.have.length(1);
    expect(await deps.store.person(person.id)).to.deep.include({
      email: '',
      name: '',
      roles: [],
      memberships: [],
    });
    expect((await deps.store.records(`people/${person.id}`)).at(-1)?.facts).to.deep.equal(['person.erased']);
    expect(await faults()).to.deep.equal([]);
    expect(await refusalOf(erase({ ...person, email: '' }, person))).to.equal('notFound');
  });

  it('keeps scores and decisions under a number; two erased people do not collide', async () => {
    const { deps } = service;
    const { id, owner } = await filledDraft(deps, cast.owner);
    const reviewIds = await advanceToEvaluation(deps, cast, id, owner);
    for (const [i, reviewId] of reviewIds.entries())
      await deliver(deps, cast.reviewers[i as 0 | 1], reviewId);
    await advanceToLabel(deps, cast, id, owner);
    await service.work();
    for (const person of [...cast.reviewers, ...cast.committee, cast.officer]) await erase(person);
    const review = requireVisible(await deps.store.review(reviewIds[0] ?? ''));
    expect(review.scores.length).to.be.greaterThan(10);
    expect(review.context.personId).to.equal(cast.reviewers[0].id);
    expect((await currentApplication(deps, id)).context.deciders).to.include(cast.committee[0].id);
    expect(await faults()).to.deep.equal([]);
  });

  it('makes a returning person a new one; the address finds nobody', async () => {
    const { deps } = service;
    await erase(cast.owner);
    expect(await deps.store.personByEmail('')).to.equal(null);
    const again = await service.person('owner');
    expect(again.id).not.to.equal(cast.owner.id);
    expect((await deps.store.personByEmail(again.email))?.id).to.equal(again.id);
  });

  it('erases an organisation that nobody else belongs to and nothing depends on', async () => {
    const { deps } = service;
    const organisationId = await registerOrganisation(deps, cast.owner, specimen.organisation);
    await erase(requireVisible(await deps.store.person(cast.owner.id)));
    const left = await deps.store.organisation(organisationId);
    expect(left).to.deep.include({ name: '—', street: '', identifier: '' });
    expect(await deps.store.peopleOf(organisationId)).to.deep.equal([]);
    expect(await faults()).to.deep.equal([]);
  });

  it('is done by an administrator for someone, and journals who did it', async () => {
    const administrator = await service.person('admin', 'administrator');
    await erase(cast.owner, { ...administrator, request: 'R7' } as Person);
    const line = (await service.deps.store.records(`people/${cast.owner.id}`)).at(-1);
    expect(line?.actor).to.deep.equal({ id: administrator.id, roles: ['administrator'], request: 'R7' });
  });

  it('keeps files that colleagues continue to use', async () => {
    const { deps } = service;
    const { id, owner } = await filledDraft(deps, cast.owner);
    const { organisationId } = requireVisible(owner.memberships[0]);
    const editor = await updatePerson(deps, await service.person('editor'), {
      memberships: [{ organisationId, role: 'editor' }],
    });
    await addEvidence(deps, editor, { applicationId: id, name: 'a.txt', bytes: Buffer.from('a') });
    await erase(editor);
    expect(await deps.store.evidenceOf(id)).to.have.length(1);
    expect((await deps.store.peopleOf(organisationId)).map((one) => one.id)).to.deep.equal([owner.id]);
  });
});
