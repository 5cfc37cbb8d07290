// Tier: all.
import { expect } from 'chai';
import type { BrowserContext } from 'playwright-core';
import type { Person } from '../../src/commands/items/items.ts';
import { renameOrganisation } from '../../src/commands/people/organisations/changeOrganisation.ts';
import { inviteMember } from '../../src/commands/people/organisations/invitations.ts';
import { axeFindings, widthOf } from '../support/browser/axeFindings.ts';
import { joinByInvitation, registerSpecimen, storedPerson } from '../support/organisations.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

describe('pages of organisations and people in a real browser', () => {
  let web: TestWeb;
  let site: Site<TestWeb>;
  let origin: string;
  let id: string;
  let owner: Person;
  let guest: Person;
  let staff: Person;

  before(async () => {
    site = await openSite((publicUrl) => testWeb('organisation-browser', { publicUrl }));
    ({ web, origin } = site);
    owner = await web.person('owner-with-a-rather-long-address-for-a-small-screen');
    guest = await web.person('guest');
    staff = await web.person('staff', 'officer', 'administrator');
    id = await registerSpecimen(web.deps, owner);
    owner = await storedPerson(web.deps, owner);
    await joinByInvitation(web.deps, owner, id, await web.person('colleague'));
    const name = 'Boulangerie coopérative du Spécimen';
    await renameOrganisation(web.deps, owner, { organisationId: id, revision: 3, name });
    for (const email of [guest.email, 'somebody-with-a-rather-long-address@specimen.example']) {
      await inviteMember(web.deps, owner, { organisationId: id, email, role: 'reader' });
    }
    await registerSpecimen(web.deps, await web.person('second'), { name: name.toUpperCase() });
  });
  after(() => site?.stop());

  const signedIn = async (person: Person): Promise<BrowserContext> => {
    const context = await site.newContext();
    await site.signIn(await context.newPage(), person);
    return context;
  };

  it('fit a phone and a desktop and meet the standards, with every part opened', async () => {
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
          expect(await widthOf(page), `${path} at ${width}`).to.equal(width);
          expect(await axeFindings(page), `${path} at ${width}`).to.deep.equal([]);
        }
      }
      await context.close();
    }
  });

  it('let an invited person join', async () => {
    const context = await signedIn(guest);
    const page = await context.newPage();
    await page.goto(`${origin}/fr/my`);
    await page.getByRole('button', { name: 'Rejoindre' }).click();
    await page.waitForURL(`${origin}/fr/organisations/${id}?saved=1`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).to.include('Boulangerie coopérative');
    await context.close();
  });
});
