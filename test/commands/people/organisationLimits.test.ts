import { expect } from 'chai';
import { addOffer } from '../../../src/commands/application/selfAssessment/editOffers.ts';
import { startApplication } from '../../../src/commands/application/selfAssessment/startApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { renameOrganisation } from '../../../src/commands/people/organisations/changeOrganisation.ts';
import { joinByInvitation, registerSpecimen, storedPerson } from '../../support/organisations.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('limits', () => {
  let service: TestService;
  let owner: Person;
  before(async () => {
    service = await testService('organisation-limits');
    owner = await service.person('owner');
  });
  after(() => service.stop());

  const memberships = async (person: Person) => (await storedPerson(service.deps, person)).memberships.length;

  it('twenty organisations a person, including those they were invited to', async () => {
    const { deps } = service;
    const person = await service.person('registrar');
    await joinByInvitation(deps, owner, await registerSpecimen(deps, owner), person, 'reader');
    for (let i = 0; i < 18; i += 1) await registerSpecimen(deps, person);
    const once = deps.ids.next();
    const last = await Promise.all(
      [deps.ids.next(), once].map((mark) => refusalOf(registerSpecimen(deps, person, { once: mark }))),
    );
    expect([...last].sort(), 'two at the same time').to.deep.equal(['refused organisationsEnough', 'taken']);
    expect(await memberships(person)).to.equal(20);
    expect(await refusalOf(registerSpecimen(deps, person))).to.equal('refused organisationsEnough');
    const [known] = (await storedPerson(deps, person)).memberships.slice(-1);
    const again = refusalOf(registerSpecimen(deps, person, { once: requireVisible(known).organisationId }));
    expect(await again, 'the form of the last one, sent again').to.equal('taken');
    expect(await memberships(person)).to.equal(20);
  });

  it('twenty former names an organisation', async () => {
    const { deps } = service;
    const id = await registerSpecimen(deps, owner);
    const rename = async (name: string) => {
      const { revision } = requireVisible(await deps.store.organisation(id));
      return refusalOf(renameOrganisation(deps, owner, { organisationId: id, revision, name }));
    };
    for (let i = 1; i <= 20; i += 1) expect(await rename(`Spécimen ${i}`)).to.equal('taken');
    expect(await rename('Spécimen 21')).to.equal('refused namesEnough');
    expect(requireVisible(await deps.store.organisation(id))).to.deep.include({ name: 'Spécimen 20' });
  });

  it('fifty offers an application, also under concurrent additions', async () => {
    const { deps } = service;
    const organisationId = await registerSpecimen(deps, owner);
    const by = await storedPerson(deps, owner);
    const applicationId = await startApplication(deps, by, { organisationId });
    const add = (once: string) =>
      refusalOf(addOffer(deps, by, { applicationId, name: 'Pain', type: 'food', sheet: '', once }));
    const marks = Array.from({ length: 51 }, () => deps.ids.next());
    for (const mark of marks.slice(0, 49)) expect(await add(mark)).to.equal('taken');
    const last = await Promise.all(marks.slice(49).map(add));
    expect([...last].sort()).to.deep.equal(['refused offersEnough', 'taken']);
    expect(await add(requireVisible(marks[0])), 'the form of a known one, sent again').to.equal('taken');
    const copy = requireVisible(await deps.store.selfAssessment(applicationId));
    expect([copy.offersNamed.length, copy.offers.length]).to.deep.equal([50, 50]);
  });
});
