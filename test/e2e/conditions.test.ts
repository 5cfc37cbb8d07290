// Tier: night. Budget: 11 s.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { languages } from '../../src/criteria/scheme.ts';
import { dayOf } from '../../src/register/day.ts';
import { axeFindings, widthOf } from '../support/browser/axeFindings.ts';
import { issueConditionalLabel } from '../support/issueConditionalLabel.ts';
import type { IssuedLabel } from '../support/issueLabel.ts';
import { labelNow } from '../support/labelSteps.ts';
import { json } from '../support/publicForms/data.ts';
import { badge, credential, papers } from '../support/publicForms/issued.ts';
import { labelPage } from '../support/publicForms/pages.ts';
import { faultsOf } from '../support/publicForms/said.ts';
import { shownOf, wordIn } from '../support/publicForms/shown.ts';
import { suspension } from '../support/samples/suspension.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { morningOf } from '../support/surveillanceSteps.ts';
import { type WebWithCast, webWithCast } from '../support/webWithCast.ts';

const document = { name: 'salaires-2026.png', mimeType: 'image/png' };
const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#0b4f54' } })
    .png()
    .toBuffer();

const viewport = { width: 390, height: 844 };

describe('the conditions of a label in a real browser', () => {
  let site: Site<WebWithCast>;
  let kept: IssuedLabel;
  let missed: IssuedLabel;
  let own: Page;
  let office: Page;
  before(async () => {
    site = await openSite((publicUrl) => webWithCast('conditions-pages', { publicUrl }));
    const { web } = site;
    kept = await issueConditionalLabel(web, web.cast, 'keeps', [
      { text: 'Publier les salaires de chaque fonction.', due: '2027-01-31' },
    ]);
    missed = await issueConditionalLabel(web, web.cast, 'misses', [
      { text: 'Adopter des statuts qui disent une personne, une voix.', due: '2027-01-31' },
    ]);
    own = await pageOf(kept.owner);
    office = await pageOf(web.cast.officer);
  });
  after(() => site?.stop());

  const pageOf = async (person: IssuedLabel['owner']) => {
    const context = await site.newContext({ viewport });
    const page = await context.newPage();
    await site.signIn(page, person);
    return page;
  };
  const look = async (page: Page) => {
    expect(await widthOf(page), page.url()).to.equal(390);
    expect(await axeFindings(page), page.url()).to.deep.equal([]);
  };
  const kitOf = ({ organisationId, number }: IssuedLabel) =>
    `${site.origin}/fr/organisations/${organisationId}/labels/${number}`;
  const openOwn = async (page: Page, label: IssuedLabel) => {
    await page.goto(kitOf(label));
    await page.getByRole('link', { name: 'Remplir une condition' }).click();
    await page.waitForURL(/\/conditions/);
  };
  const followUp = async (name: string) => {
    await office.goto(`${site.origin}/fr/follow-up`);
    await office.getByRole('link', { name }).first().click();
    await office.waitForURL(/\/label\//);
  };
  /** The officer's answer, by the button that is named. */
  const judge = async (button: string, words: string, dueOn = '') => {
    const form = office.locator('form').filter({ has: office.getByRole('button', { name: button }) });
    await form.locator('[name=reason]').fill(words);
    if (dueOn) await form.locator('[name=dueOn]').fill(dueOn);
    await office.getByRole('button', { name: button }).click();
    await office.getByText('C’est enregistré.').waitFor();
  };
  /** Every public form says what is true of a label; gives its word. */
  const published = async ({ number }: IssuedLabel) => {
    const { web } = site;
    await web.work();
    const { label } = await labelNow(web, number);
    const shown = requireVisible(shownOf(label, dayOf(web.deps.clock.now().toISOString())));
    const looked = { web, visitor: await web.browser(), label, shown };
    const forms = [labelPage('fr'), labelPage('de'), json, badge, credential, papers];
    expect(await faultsOf(forms, looked)).to.deep.equal([]);
    return wordIn('fr', shown);
  };

  it('fit the page of their organisation on a phone, in four languages', async () => {
    for (const language of languages) {
      await own.goto(`${site.origin}/${language}/organisations/${kept.organisationId}`);
      expect(await widthOf(own), own.url()).to.equal(390);
    }
  });

  it('are told to everyone with their day, in every form', async () => {
    expect(await published(kept)).to.equal('Label sous condition jusqu’au 31 janvier 2027');
    const visitor = await (await site.newContext({ viewport })).newPage();
    await visitor.goto(`${site.origin}/fr/labels/${kept.number}`);
    await look(visitor);
  });

  it('are proven by a document, sent back, given more time, and proven again', async () => {
    await openOwn(own, kept);
    await look(own);
    await own.getByRole('button', { name: 'Envoyer la preuve' }).click();
    await own.locator('.govuk-error-summary a[href="#proof"]').click();
    await own.getByText('Joindre un document').click();
    await own.setInputFiles('input[type=file]', { ...document, buffer: await picture() });
    await own.getByRole('button', { name: 'Ajouter le document' }).click();
    await own.getByText('Le document est ajouté').waitFor();
    await own.getByLabel(document.name).check({ force: true });
    await own.fill('[name=proof]', 'La grille est en ligne depuis hier.\nSpécimen.');
    await own.getByRole('button', { name: 'Envoyer la preuve' }).click();
    await own.getByText('Le secrétariat examine la preuve').waitFor();
    await look(own);

    await followUp('Preuve d’une condition à juger');
    await look(office);
    await office.getByRole('button', { name: 'Renvoyer la preuve' }).click();
    await office.waitForSelector('.govuk-error-summary');
    await judge('Renvoyer la preuve', 'Il manque la direction.', '2027-02-28');
    await office.getByText('Donner plus de temps').click();
    await judge('Donner ce délai', 'L’assemblée est en mars.', '2027-03-31');
    expect(await published(kept)).to.include('31 mars 2027');

    await openOwn(own, kept);
    await look(own);
    expect(await own.textContent('main'))
      .to.include('Il manque la direction.')
      .and.include('L’assemblée est en mars.');
    await own.fill('[name=proof]', 'La direction y est.');
    await own.getByRole('button', { name: 'Envoyer la preuve' }).click();
    await own.getByText('Le secrétariat examine la preuve').waitFor();
  });

  it('leave the label clean in every form once the last one is met', async () => {
    await followUp('Preuve d’une condition à juger');
    await judge('Confirmer : remplie', 'Chaque fonction y est.');
    await look(office);
    expect(await published(kept)).to.equal('Label valable');
    await own.goto(`${kitOf(kept)}/conditions`);
    await look(own);
    await own.goto(kitOf(kept));
  });

  it('that nobody met are told, change nothing by themselves, and lead to a suspension', async () => {
    await morningOf(site.web, '2027-02-01');
    const late = await pageOf(missed.owner);
    await openOwn(late, missed);
    await look(late);
    expect(await published(missed)).to.equal('Label sous condition, échéance dépassée');
    await followUp('Condition non remplie');
    await look(office);
    await office.getByRole('link', { name: /proposer (la|une) suspension/i }).click();
    await office.waitForURL(/\/sanctions/);
    await look(office);
    const send = async (button: string, typed: Readonly<Record<string, string>>) => {
      const hidden = { name: button, exact: true, includeHidden: true };
      const card = office.locator('details').filter({ has: office.getByRole('button', hidden) });
      if ((await card.getAttribute('open')) === null) await card.locator('summary').click();
      for (const [name, text] of Object.entries(typed)) await office.fill(`[name=${name}]`, text);
      await office.getByRole('button', { name: button, exact: true }).click();
      await office.waitForURL(/\/sanctions$/);
    };
    const { reason, todo } = suspension;
    await send('Proposer la suspension', { reason, todo });
    expect(await published(missed), 'nothing yet').to.include('échéance dépassée');
    await morningOf(site.web, '2027-03-01');
    await followUp('Suspension à décider');
    await send('Suspendre', { until: '2027-05-31' });
    expect(await published(missed)).to.equal('Label suspendu');
    await late.goto(kitOf(missed));
    await look(late);
    expect(await late.textContent('main')).to.include('Corriger ce qui a fait suspendre le label');
  });
});
