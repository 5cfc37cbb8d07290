import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'chai';
import type { Browser, BrowserContext } from 'playwright-core';
import type { Person } from '../../src/commands/items.ts';
import { inviteMember } from '../../src/commands/organisations/inviteMember.ts';
import { renameOrganisation } from '../../src/commands/organisations/renameOrganisation.ts';
import { openBrowser } from '../support/browser.ts';
import { founded, fresh, joined } from '../support/organisations.ts';
import { codeFor } from '../support/signInLetter.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

describe('pages of organisations and people in a real browser', function () {
  this.timeout(120_000);
  let web: TestWeb;
  let server: Server;
  let browser: Browser;
  let origin: string;
  let id: string;
  let owner: Person;
  let guest: Person;
  let staff: Person;

  before(async () => {
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    web = await testWeb('organisation-browser', { publicUrl: origin });
    server.on('request', web.server);
    owner = await web.person('owner-with-a-rather-long-address-for-a-small-screen');
    guest = await web.person('guest');
    staff = await web.person('staff', 'officer', 'administrator');
    id = await founded(web.deps, owner);
    owner = await fresh(web.deps, owner);
    await joined(web.deps, owner, id, await web.person('colleague'));
    const name = 'Boulangerie coopérative du Spécimen';
    await renameOrganisation(web.deps, owner, { organisationId: id, revision: 3, name });
    for (const email of [guest.email, 'somebody-with-a-rather-long-address@specimen.example']) {
      await inviteMember(web.deps, owner, { organisationId: id, email, role: 'reader' });
    }
    await founded(web.deps, await web.person('second'), { name: name.toUpperCase() });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    server.closeAllConnections();
    server.close();
    await web.stop();
  });

  const signedIn = async (person: Person): Promise<BrowserContext> => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${origin}/fr/sign-in`);
    await page.fill('input[name=email]', person.email);
    await page.press('input[name=email]', 'Enter');
    await page.fill('input[name=code]', codeFor(web.letters, person.email));
    await page.press('input[name=code]', 'Enter');
    await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
    return context;
  };

  it('fit a phone and a desk and meet the standards, opened as far as they go', async () => {
    const visits: [Person, string[]][] = [
      [owner, [`organisations/${id}`, 'organisations/new']],
      [guest, ['my']],
      [staff, ['duplicates', 'people', `people/${owner.id}`]],
    ];
    for (const [person, paths] of visits) {
      const context = await signedIn(person);
      const page = await context.newPage();
      for (const path of paths) {
        const answer = await page.goto(`${origin}/fr/${path}`);
        expect(answer?.status(), path).to.equal(200);
        await page.evaluate(
          'document.querySelectorAll("main details").forEach((one) => { one.open = true; })',
        );
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          const wide = await page.evaluate('document.documentElement.scrollWidth');
          expect(wide, `${path} at ${width}`).to.equal(width);
          const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
          expect(
            violations.map(({ id: rule, nodes }) => `${path} at ${width} ${rule}: ${nodes[0]?.html}`),
          ).to.deep.equal([]);
        }
      }
      await context.close();
    }
  });

  it('let an invited person in by their own hands', async () => {
    const context = await signedIn(guest);
    const page = await context.newPage();
    await page.goto(`${origin}/fr/my`);
    await page.getByRole('button', { name: 'Rejoindre' }).click();
    await page.waitForURL(`${origin}/fr/organisations/${id}?saved=1`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).to.include('Boulangerie coopérative');
    await context.close();
  });
});
