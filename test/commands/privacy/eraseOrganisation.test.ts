import { expect } from 'chai';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { eraseOrganisation } from '../../../src/commands/privacy/eraseOrganisation.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { declarations, filledDraft } from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { specimen } from '../../support/samples/specimen.ts';
import { updatePerson } from '../../support/updatePerson.ts';

describe('erasing an organisation', () => {
  let service: TestService;
  let id: string;
  let owner: Person;
  let organisationId: string;
  beforeEach(async () => {
    service = await testService('erase-organisation');
    ({ id, owner } = await filledDraft(service.deps, await service.person('owner')));
    organisationId = requireVisible(owner.memberships[0]).organisationId;
  });
  afterEach(() => service.stop());

  const erase = (by: Person, typed = specimen.organisation.name) =>
    eraseOrganisation(service.deps, by, { organisationId, typed });
  const add = async (person: Person, applicationId: string, words: string) =>
    addEvidence(service.deps, person, { applicationId, name: 'a.txt', bytes: Buffer.from(words) });

  it('is refused to anyone but an owner, without the typed name, and after a submission', async () => {
    const editor = await updatePerson(service.deps, await service.person('editor'), {
      memberships: [{ organisationId, role: 'editor' }],
    });
    expect(await refusalOf(erase(editor))).to.equal('notFound');
    expect(await refusalOf(erase(await service.person('stranger')))).to.equal('notFound');
    expect(await refusalOf(erase(owner, 'Une autre'))).to.equal('invalid typed:otherName');
    await submitApplication(service.deps, owner, { applicationId: id, ...declarations });
    expect(await refusalOf(erase(owner))).to.equal('refused organisationSubmitted');
    expect((await service.deps.store.organisation(organisationId))?.name).to.equal(
      specimen.organisation.name,
    );
  });

  it('removes drafts, files, name and members, keeps the journal intact, and happens once', async () => {
    const { deps } = service;
    const { digest } = await add(owner, id, 'Bilan');
    await erase(owner);
    await service.work();
    expect(await deps.store.organisation(organisationId)).to.deep.include({
      name: '—',
      commune: '',
      postcode: '',
    });
    expect((await deps.store.application(id))?.state).to.equal('withdrawn');
    expect(await deps.store.selfAssessment(id)).to.deep.include({
      facts: {},
      answers: [],
      offers: [],
      offersNamed: [],
    });
    expect(await deps.store.evidenceOf(id)).to.deep.equal([]);
    expect(await deps.files.read(digest)).to.equal(null);
    expect((await deps.store.person(owner.id))?.memberships).to.deep.equal([]);
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
    expect(await refusalOf(erase(owner, '—'))).to.equal('notFound');
  });

  it('keeps bytes that evidence of another organisation shares', async () => {
    const { deps } = service;
    const other = await filledDraft(deps, await service.person('other'));
    const { digest } = await add(owner, id, 'the same');
    await add(other.owner, other.id, 'the same');
    await erase(owner);
    await service.work();
    expect((await deps.files.read(digest))?.bytes.toString()).to.equal('the same');
  });

  it('leaves no file behind that was uploaded at the same time', async () => {
    await Promise.all([
      ...['a', 'b', 'c'].map((words) => refusalOf(add(owner, id, words))),
      refusalOf(erase(owner)),
    ]);
    expect((await service.deps.store.organisation(organisationId))?.name).to.equal('—');
    expect(await service.connection.collection('evidence').countDocuments({})).to.equal(0);
  });

  it('refuses a file whose bytes were being stored when the organisation was erased', async () => {
    const { deps } = service;
    const files = {
      ...deps.files,
      save: async (bytes: Buffer, type: string) => {
        await erase(owner);
        return deps.files.save(bytes, type);
      },
    };
    const late = addEvidence({ ...deps, files }, owner, {
      applicationId: id,
      name: 'a.txt',
      bytes: Buffer.from('a'),
    });
    expect(await refusalOf(late)).to.equal('stale');
    expect(await service.connection.collection('evidence').countDocuments({})).to.equal(0);
  });
});
