import { expect } from 'chai';
import type { StaffRole } from '../../../src/commands/items/items.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

describe('the notice to staff that no virus scanner is set up', () => {
  let web: TestWeb;
  before(async () => {
    web = await testWeb('unscanned', { unscanned: true });
  });
  after(() => web.stop());

  const band = 'band--unscanned';
  const places: readonly (readonly [StaffRole, string, boolean])[] = [
    ['officer', '/fr/lists/files', true],
    ['administrator', '/fr/people', true],
    ['reviewer', '/fr/review', false],
    ['committee', '/fr/committee', false],
  ];
  for (const [role, path, told] of places) {
    it(`${told ? 'is shown to' : 'is hidden from'} the ${role}`, async () => {
      const page = await (await web.browser(await web.person(`band-${role}`, role))).get(path);
      expect(page.status).to.equal(200);
      expect(page.text.includes(band)).to.equal(told);
    });
  }

  it('is on no page of the public or of applicants, and nowhere with a scanner', async () => {
    const applicant = await web.browser(await web.person('band-applicant'));
    for (const path of ['/fr', '/fr/my', '/fr/account'])
      expect((await applicant.get(path)).text, path).to.not.include(band);
    const scanned = await testWeb('scanned');
    const officer = await scanned.browser(await scanned.person('band-officer', 'officer'));
    expect((await officer.get('/fr/lists/files')).text).to.not.include(band);
    await scanned.stop();
  });
});
