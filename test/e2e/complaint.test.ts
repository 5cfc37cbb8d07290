// Tier: night. Budget: 6 s.
import { expect } from 'chai';
import { takeComplaint } from '../../src/commands/complaint/handleComplaint.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { axeFindings, widthOf } from '../support/browser/axeFindings.ts';
import { complaintVersion, currentComplaint, reason, sendComplaint } from '../support/complaintSteps.ts';
import { insertLabel } from '../support/insertLabel.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

describe('a complaint of an anonymous person, in a real browser', () => {
  let site: Site<TestWeb>;
  before(async () => {
    site = await openSite((publicUrl) => testWeb('complaintE2e', { publicUrl }));
  });
  after(() => site?.stop());

  it('is answered, read by number and secret, and contested, on a phone and a desktop', async () => {
    const { web, origin } = site;
    const [theirs, ours] = [await site.newContext(), await site.newContext()];
    const [person, office] = [await theirs.newPage(), await ours.newPage()];
    const looksRight = async (page: typeof person) => {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await axeFindings(page)).to.deep.equal([]);
        expect(await widthOf(page)).to.be.at.most(width);
      }
    };
    await person.goto(`${origin}/fr/report`);
    await person.check('#kind');
    await person.check('#place');
    await person.fill('#text', 'Un autocollant sur la vitrine de la rue Spécimen.');
    await person.click('form[enctype] button');
    const [number = '', secret = ''] = await person.locator('.report__number').allTextContents();
    await looksRight(person);
    await web.work();

    const officer = await web.person('desk', 'officer');
    await site.signIn(office, officer);
    await office.goto(`${origin}/fr/complaints`);
    await looksRight(office);
    await office.click(`a[href$="${number}"]`);
    await office.click('form[action$="/take"] button');
    await office.click('summary:has-text("Noter")');
    await office.fill('#note', 'À voir avec la commune.');
    await office.click('form[action$="/note"] button');
    await office.check('#outcome');
    await office.fill('#reason', reason);
    await office.fill('#done', 'L’autocollant est retiré.');
    await looksRight(office);
    await office.click('form[action$="/answer"] button');
    await office.waitForSelector('text=peut être contestée');
    await looksRight(office);

    await person.click('a[href*="/report/C-"]');
    await person.fill('#secret', '0000-0000-0000-0000');
    await person.click('main form button');
    await person.waitForSelector('.govuk-error-summary');
    await looksRight(person);
    await person.fill('#secret', secret.toLowerCase().replaceAll('-', ' '));
    await person.click('main form button');
    await person.waitForSelector('form[action$="/contest"]');
    const text = await person.locator('main').textContent();
    expect(text).to.include(reason).and.to.include('retiré').and.to.not.include('commune');
    await looksRight(person);
    await person.fill('#grounds', 'L’autocollant est encore là ce matin, je l’ai revu en passant.');
    await person.click('form[action$="/contest"] button');
    await person.waitForSelector('text=Quelqu’un d’autre reprend');
    await looksRight(person);

    await office.reload();
    await office.waitForSelector('text=Vous avez donné la première réponse');
    const colleague = await web.person('colleague', 'officer');
    await takeComplaint(web.deps, colleague, await complaintVersion(web, number));
    await person.goto(`${origin}/fr/report/figures`);
    await looksRight(person);
    await Promise.all([theirs.close(), ours.close()]);
  });

  it('is put to the holder of a label, on a page that names nobody', async () => {
    const { web, origin } = site;
    const viewport = { width: 390, height: 900 };
    const label = await insertLabel(web, 'heard');
    const about = {
      kind: 'criteria',
      number: label.number,
      text: 'Ma cousine y travaille sans salaire.',
    } as const;
    const { number } = await sendComplaint(web, { ...about, place: null, email: 'cousin@specimen.example' });
    const pageOf = async (person: Pick<Person, 'id'>) => {
      const page = await (await site.newContext({ viewport })).newPage();
      await site.signIn(page, person);
      return page;
    };
    const office = await pageOf(await web.person('asks', 'officer'));
    await office.goto(`${origin}/fr/follow-up`);
    await office.getByRole('link', { name: 'Signalement à traiter' }).click();
    await office.click('form[action$="/take"] button');
    await office.click('summary:has-text("prise de position")');
    await office.fill('#question', 'Comment payez-vous les personnes qui travaillent au magasin ?');
    await office.click('form[action$="/ask"] button');
    await office.waitForSelector('text=demandée, jusqu’au');
    await web.work();

    const own = await pageOf(label.owner);
    await own.goto(`${origin}/fr/organisations/${label.organisationId}/labels/${label.number}`);
    await own.getByRole('link', { name: 'Répondre sur un signalement' }).click();
    await own.waitForURL(/\/statements\//);
    expect(await axeFindings(own)).to.deep.equal([]);
    expect(await widthOf(own)).to.equal(390);
    expect(await own.textContent('main'))
      .to.include('Comment payez-vous')
      .and.to.not.match(/cousin/i);
    await own.click('main form button');
    await own.waitForSelector('.govuk-error-summary');
    await own.fill('#statement', 'Selon la convention collective. Spécimen.');
    await own.click('main form button');
    await own.getByText('Votre prise de position est arrivée.').waitFor();
    expect(await axeFindings(own)).to.deep.equal([]);
    await office.reload();
    expect(await office.textContent('main')).to.include('Selon la convention collective.');
    expect((await currentComplaint(web, number)).context.statement?.given).to.equal(true);
  });
});
