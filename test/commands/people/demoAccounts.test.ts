import { expect } from 'chai';
import { demoAccounts, ensureDemoAccounts } from '../../../src/commands/people/accounts/demoAccounts.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('accounts of the demonstration', () => {
  let service: TestService;
  before(async () => {
    service = await testService('demo-accounts');
  });
  after(() => service.stop());

  it('are created once when several programs start on an empty database', async () => {
    await Promise.all(Array.from({ length: 4 }, () => ensureDemoAccounts(service.deps)));
    const people = await service.connection.collection('people').find().toArray();
    expect(people.map(({ email }) => email).sort()).to.deep.equal(
      demoAccounts.map(({ email }) => email).sort(),
    );
    const seats = demoAccounts.filter(({ seat }) => seat !== undefined);
    expect(await service.connection.collection('reviewers').countDocuments()).to.equal(seats.length);
  });
});
