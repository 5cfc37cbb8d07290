// Tier: all. Budget: 33 s.
import { expect } from 'chai';
import { privateRoutes } from '../../../src/web/privateRoutes.ts';
import { type AccessWeb, accessWeb, parts } from '../../support/access.ts';
import { profiled } from '../../support/run/profiled.ts';
import { shown } from '../../support/web.ts';

describe('private pages', () => {
  let web: AccessWeb;
  before(async () => {
    web = await accessWeb('scans');
  });
  after(() => web.stop());

  it('are reported when they scan a whole collection', async () => {
    const notes = await profiled(web.connection, () =>
      web.connection.collection('people').findOne({ name: 'nobody' }),
    );
    expect(notes.map(({ planSummary }) => planSummary)).to.deep.equal(['COLLSCAN']);
  });

  for (const role of parts) {
    it(`read indexes only for ${role}`, async () => {
      const routes = privateRoutes({ deps: web.deps, i18n: shown.i18n }).stack;
      const paths = routes.filter(({ methods }) => methods.includes('GET')).map(({ path }) => String(path));
      expect(paths.length).to.be.greaterThan(30);
      const browser = await web.browserAs(role);
      const questions = await profiled(web.connection, async () => {
        for (const path of paths) {
          const { status } = await browser.get(
            path.replaceAll(/:(\w+)/g, (_, part: string) => web.value(path, part)),
          );
          expect(status, path).to.be.below(500);
        }
      });
      const scans = questions.filter(({ planSummary = '' }) => planSummary.includes('COLLSCAN'));
      expect(questions.length).to.be.greaterThan(role === 'visitor' ? 0 : 2 * paths.length);
      expect(scans.map(({ ns, command }) => `${ns} ${JSON.stringify(command)}`)).to.deep.equal([]);
    });
  }
});
