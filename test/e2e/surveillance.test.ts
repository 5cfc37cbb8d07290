// Tier: night. Budget: 9 s.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { languages } from '../../src/criteria/scheme.ts';
import { axeFindings, widthOf } from '../support/browser/axeFindings.ts';
import { issueConditionalLabel } from '../support/issueConditionalLabel.ts';
import { type IssuedLabel, issueLabel } from '../support/issueLabel.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { morningOf } from '../support/surveillanceSteps.ts';
import { type WebWithCast, webWithCast } from '../support/webWithCast.ts';

describe('the surveillance of a label in a real browser', () => {
  let site: Site<WebWithCast>;
  let holder: IssuedLabel;
  let late: IssuedLabel;
  let own: Page;
  let office: Page;
  before(async () => {
    site = await openSite((publicUrl) => webWithCast('surveillance-pages', { publicUrl }));
    holder = await issueConditionalLabel(site.web, site.web.cast, 'holder', [
      { text: 'Publier les salaires de chaque fonction.', due: '2027-12-31' },
    ]);
    late = await issueLabel(site.web, site.web.cast, 'forgets');
    await morningOf(site.web, '2027-10-01');
    own = await pageOf(holder.owner);
    office = await pageOf(site.web.cast.officer);
  });
  after(() => site?.stop());

  const pageOf = async (person: IssuedLabel['owner']) => {
    const context = await site.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await site.signIn(page, person);
    return page;
  };
  /** In every language it fits a telephone and has no axe findings. */
  const look = async (page: Page, path: string) => {
    for (const language of [...languages].reverse()) {
      await page.goto(`${site.origin}/${language}${path}`, { waitUntil: 'load' });
      expect(await widthOf(page), `${language}${path}`).to.equal(390);
      expect(await axeFindings(page), `${language}${path}`).to.deep.equal([]);
    }
  };
  const pathOf = (page: Page) => new URL(page.url()).pathname.slice('/fr'.length);
  const label = () => `/organisations/${holder.organisationId}/labels/${holder.number}`;

  it('leads the holder from the label to a declaration filled in with last year’s figures', async () => {
    await look(own, label());
    await own.getByRole('link', { name: 'Déclaration annuelle' }).click();
    await own.waitForURL(/\/declaration\//);
    await look(own, pathOf(own));
    expect(await own.inputValue('#F10')).to.match(/\d/);
    expect(await own.textContent('[aria-labelledby=conditions-due]')).to.include('31 décembre 2027');
  });

  it('keeps what is typed, for a colleague on another device, until it is sent', async () => {
    await own.fill('#F24', '4 350');
    await own.fill('#role', 'présidente');
    await own.locator('h1').click();
    await own
      .locator('.savebar__said')
      .filter({ hasText: /^Enregistré à/ })
      .waitFor();
    const elsewhere = await pageOf(holder.owner);
    await elsewhere.goto(own.url());
    expect(await elsewhere.inputValue('#role')).to.equal('présidente');
    await elsewhere.fill('#role', 'secrétaire');
    await elsewhere.getByRole('button', { name: 'Enregistrer et finir plus tard' }).click();
    await elsewhere.getByText('Rien n’est encore envoyé').waitFor();
    await own.fill('#role', 'trésorière');
    await own.fill('#accounts', 'En préparation');
    await own.locator('h1').click();
    await own.getByText('dans une autre fenêtre ou par quelqu’un d’autre').waitFor();
    // Another field is in nobody's way: it is saved by itself.
    do await elsewhere.reload();
    while ((await elsewhere.inputValue('#accounts')) !== 'En préparation');
    expect(await elsewhere.inputValue('#role')).to.equal('secrétaire');
    own = elsewhere;
  });

  it('keeps what was typed badly, says what is wrong, and takes figures as people write them', async () => {
    const last = await own.inputValue('#F10');
    await own.fill('#F10', 'neuf mille');
    await own.fill('#text', 'Nous avons embauché. Spécimen.');
    await own.getByRole('button', { name: 'Envoyer' }).click();
    expect(await own.inputValue('#F10')).to.equal('neuf mille');
    expect(await own.inputValue('#text')).to.equal('Nous avons embauché. Spécimen.');
    expect(await own.textContent('.govuk-error-summary')).to.not.equal(null);
    expect(await axeFindings(own)).to.deep.equal([]);
    const [whole = ''] = last.split(',');
    await own.fill('#F10', whole.replace(/\s/g, '’'));
    await own.fill('#accounts', 'specimen.example/comptes-2027');
    await own.fill('#role', 'présidente');
    await own.getByRole('button', { name: 'Envoyer' }).click();
    await own.getByText('Merci, c’est envoyé.').waitFor();
    await look(own, pathOf(own));
  });

  it('shows the officer what moved, who confirms it', async () => {
    await look(office, '/follow-up');
    await office.getByRole('link', { name: 'Déclaration annuelle à lire' }).click();
    await office.waitForURL(/\/surveillance\//);
    await look(office, pathOf(office));
    expect(await office.textContent('main'))
      .to.include('Nous avons embauché.')
      .and.include('0 %');
    await office.fill('#reason', 'Les comptes sont en ligne.');
    await office.getByRole('button', { name: 'Confirmer' }).click();
    await office.getByText('C’est enregistré.').waitFor();
    expect(await office.textContent('.pill')).to.equal('En ordre');
  });

  it('draws the site checks of a year, which everybody can compute again', async () => {
    await look(office, '/site-checks');
    await office.goto(`${site.origin}/fr/follow-up`);
    await office.getByRole('button', { name: 'Tirer au sort' }).click();
    await office.getByText('Tirés au sort le').waitFor();
    await office.getByRole('link', { name: 'Contrôle sur place à faire' }).first().click();
    await office.waitForURL(/\/surveillance\//);
    await look(office, pathOf(office));
    await look(office, '/site-checks');
  });

  it('reminds of a declaration that is late, and lets an officer set a condition on the label', async () => {
    for (const day of ['2027-10-31', '2027-11-23', '2027-12-01']) await morningOf(site.web, day);
    const told = site.web.letters.filter(({ to }) => to === late.owner.email).map(({ kind }) => kind);
    expect(told.filter((kind) => /^surveillance(?!Opened)/.test(kind))).to.deep.equal([
      'surveillanceDue',
      'surveillanceDue',
      'surveillanceOverdue',
    ]);
    const forgetful = await pageOf(late.owner);
    const kit = `${site.origin}/fr/organisations/${late.organisationId}/labels/${late.number}`;
    await forgetful.goto(kit);
    expect(await forgetful.textContent('[aria-labelledby=to-do]')).to.include('En retard');
    await forgetful.getByRole('link', { name: 'Déclaration annuelle' }).click();
    await forgetful.getByText('Le délai est passé le').waitFor();
    await office.goto(`${site.origin}/fr/follow-up`);
    await office.getByRole('link', { name: 'Déclaration annuelle en retard' }).click();
    await office.getByRole('link', { name: 'Poser une condition' }).click();
    await office.waitForURL(/#impose$/);
    await office.getByText('Poser une condition', { exact: true }).click();
    await office.getByRole('button', { name: 'Poser la condition' }).click();
    await office.waitForSelector('.govuk-error-summary');
    expect(await axeFindings(office)).to.deep.equal([]);
    await office.fill('#text', 'Envoyer la déclaration de 2027 avec les comptes.');
    await office.fill('#imposedDueOn', '2028-01-31');
    await office.fill('#imposedFor', 'La déclaration manque depuis novembre, malgré deux rappels. Spécimen.');
    await office.getByRole('button', { name: 'Poser la condition' }).click();
    await office.getByText('C’est enregistré.').waitFor();
    await look(office, pathOf(office));
    await site.web.work();
    await look(forgetful, `/labels/${late.number}`);
    await forgetful.goto(`${site.origin}/fr/labels/${late.number}`);
    expect(await forgetful.textContent('.verdict')).to.include(
      'Label sous condition jusqu’au 31 janvier 2028',
    );
    await forgetful.goto(`${kit}/conditions`);
    expect(await forgetful.textContent('main')).to.include('faire recours contre la condition');
    await look(forgetful, pathOf(forgetful));
  });
});
