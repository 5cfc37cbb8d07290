// Tier: all. Budget: 11 s.
import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { axeFindings, widthOf } from '../support/browser/axeFindings.ts';
import { enterCode, openSite, type Site } from '../support/servers/site.ts';
import { type OpenDraft, type WebWithApplicants, webWithApplicants } from '../support/webWithApplicants.ts';

const saved = /^Enregistré à \d\d h \d\d$/;

/** A way that stays shut until it is opened. */
function held(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

describe('saving in a real browser', () => {
  let web: WebWithApplicants;
  let site: Site<WebWithApplicants>;
  let origin: string;
  let draft: OpenDraft;
  let colleague: Person;
  const contexts: BrowserContext[] = [];

  before(async () => {
    site = await openSite((publicUrl) => webWithApplicants('saving-browser', { publicUrl }));
    ({ web, origin } = site);
    draft = await web.completeDraft();
    colleague = (await web.colleague(draft, 'editor')).person;
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(web.logged.splice(0), 'nothing here is an error of ours').to.deep.equal([]);
  });
  after(() => site?.stop());

  const open = async (person: Person, below: string, script = true): Promise<Page> => {
    const context = await site.newContext({ javaScriptEnabled: script, locale: 'fr-CH' });
    contexts.push(context);
    const page = await context.newPage();
    await site.signIn(page, person);
    await page.goto(`${origin}${draft.at}/${below}`);
    return page;
  };
  const says = (page: Page, words: string | RegExp) =>
    page.locator('.savebar__said').filter({ hasText: words }).waitFor();
  const answerTo = async (criterion: string) => {
    const { answers } = requireVisible(await web.deps.store.selfAssessment(draft.id));
    return requireVisible(answers.find((answer) => answer.criterion === criterion));
  };
  const write = (page: Page, criterion: string, evidence: string) =>
    page.locator(`input[name="${criterion}.evidence"]`).fill(evidence);
  /** Someone else of the organisation writes over an answer. */
  const correct = async (criterion: string, evidence: string) => {
    const page = await open(colleague, 'themes/FIN');
    await write(page, criterion, evidence);
    await leaveField(page);
    await says(page, saved);
    expect((await answerTo(criterion)).evidence).to.equal(evidence);
  };
  const rivals = async () =>
    requireVisible(await web.deps.store.selfAssessment(draft.id)).rivals?.length ?? 0;
  /** Opened again the page shows the correction, sends nothing and keeps nothing. */
  const expectCorrected = async (page: Page, criterion: string, evidence: string) => {
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    await page.goto(`${origin}${draft.at}/themes/FIN`);
    expect(await page.evaluate('localStorage.length')).to.equal(0);
    expect(await page.locator(`input[name="${criterion}.evidence"]`).inputValue()).to.equal(evidence);
    await page.goto(`${origin}${draft.at}/themes/LUC`);
    expect(sent).to.deep.equal([]);
    expect((await answerTo(criterion)).evidence).to.equal(evidence);
    expect(await rivals()).to.equal(0);
  };
  const leaveField = (page: Page) => page.locator('h1').click();

  it('saves a change at once, confirms it, and updates the score without scrolling the page', async () => {
    const page = await open(draft.owner, 'themes/ENV');
    const score = page.locator('.score__value');
    const before = await score.textContent();
    const room = await page.evaluate('document.querySelector(".savebar").offsetHeight');
    await page.locator('[id="ENV-03"] .choice__label').first().click();
    await says(page, saved);
    expect(await page.evaluate('document.querySelector(".savebar").offsetHeight')).to.equal(room);
    expect((await answerTo('ENV-03')).level).to.equal(0);
    await score.filter({ hasNotText: requireVisible(before) }).waitFor();
    await write(page, 'ENV-03', 'Le rapport de mars');
    await leaveField(page);
    await says(page, saved);
    await page.waitForFunction('localStorage.length === 0');
    expect((await answerTo('ENV-03')).evidence).to.equal('Le rapport de mars');
  });

  it('shows faults beside the figure, saves the others, and updates the score', async () => {
    const page = await open(draft.owner, 'figures');
    await page.locator('input[name=F02]').fill('douze');
    await leaveField(page);
    await page.locator('.govuk-form-group--error').waitFor();
    expect(await page.locator('input[name=F02]').getAttribute('aria-invalid')).to.equal('true');
    await says(page, /^Pas enregistré\s:\s/);
    await page.locator('input[name=F02]').fill('13');
    await leaveField(page);
    await says(page, saved);
    expect(await page.locator('.govuk-form-group--error').count()).to.equal(0);
    expect(requireVisible(await web.deps.store.selfAssessment(draft.id)).facts.F02).to.equal(13);
  });

  it('sends no half-typed figure, and keeps showing what was refused', async () => {
    const page = await open(draft.owner, 'figures');
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    const begun = page.waitForRequest((request) => (request.postData() ?? '').includes('F02=treize'));
    let release = () => {};
    const halfTyped = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/figures', async (route) => {
      if (route.request().postData()?.includes('F02=treize')) await halfTyped;
      await route.continue();
    });
    await page.locator('input[name=F02]').fill('treize');
    await page.locator('input[name=F04]').focus();
    await begun;
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('119');
    release();
    await page.keyboard.type('9000', { delay: 150 });
    await page.locator('.govuk-form-group--error').waitFor();
    await page.waitForRequest((request) => (request.postData() ?? '').includes('F04=1199000'));
    await says(page, /^Pas enregistré\s:\s/);
    expect(sent.filter((body) => /F04=(?!1199000)/.test(body))).to.deep.equal([]);
  });

  it('keeps input while offline, also across a reload, and sends it when back online', async () => {
    const page = await open(draft.owner, 'themes/FIN');
    const context = page.context();
    await context.setOffline(true);
    await write(page, 'FIN-01', 'Écrit dans le train');
    await leaveField(page);
    await says(page, 'Hors ligne : gardé sur cet appareil');
    await context.setOffline(false);
    await says(page, saved);
    expect((await answerTo('FIN-01')).evidence).to.equal('Écrit dans le train');

    await page.route('**/themes/FIN', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await write(page, 'FIN-01', 'Écrit dans le tunnel');
    await leaveField(page);
    await says(page, 'Hors ligne');
    page.on('dialog', (dialog) => dialog.accept());
    await page.unroute('**/themes/FIN');
    await page.reload();
    await says(page, saved);
    expect(await page.locator('input[name="FIN-01.evidence"]').inputValue()).to.equal('Écrit dans le tunnel');
    expect((await answerTo('FIN-01')).evidence).to.equal('Écrit dans le tunnel');
    await page.waitForFunction('localStorage.length === 0');
  });

  it('warns before leaving with unsent text', async () => {
    const page = await open(draft.owner, 'themes/FIN');
    await page.context().setOffline(true);
    await write(page, 'FIN-03', 'Pas encore envoyé');
    await leaveField(page);
    await says(page, 'Hors ligne');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).to.equal('beforeunload');
    await dialog.accept();
  });

  it('asks to sign in when the session expired, then saves the text, for its author only', async () => {
    const page = await open(draft.owner, 'themes/TRA');
    await web.deps.sessions.endAll(draft.owner.id);
    await write(page, 'TRA-01', 'Écrit trop tard');
    await leaveField(page);
    await page.waitForURL(/sign-in/);
    await enterCode(page, colleague.email, web);
    await page.goto(`${origin}${draft.at}/themes/TRA`);
    expect(await page.locator('input[name="TRA-01.evidence"]').inputValue()).to.not.equal('Écrit trop tard');
    await page.context().clearCookies();
    await site.signIn(page, draft.owner);
    await page.goto(`${origin}${draft.at}/themes/TRA`);
    await says(page, saved);
    expect((await answerTo('TRA-01')).evidence).to.equal('Écrit trop tard');
  });

  it('shows both answers when two people answer at once, and lets them choose', async () => {
    const [mine, theirs] = [await open(draft.owner, 'themes/GOU'), await open(colleague, 'themes/GOU')];
    await write(theirs, 'GOU-02', 'La preuve des autres');
    await leaveField(theirs);
    await says(theirs, saved);
    await write(mine, 'GOU-02', 'Ma preuve');
    await leaveField(mine);
    await says(mine, 'Les deux sont gardées');
    const rival = mine.locator('[id="GOU-02"] .rival');
    await rival.waitFor();
    expect(await rival.textContent())
      .to.include('La preuve des autres')
      .and.include('Ma preuve');
    for (const width of [390, 1280]) {
      await mine.setViewportSize({ width, height: 900 });
      expect(await widthOf(mine)).to.equal(width);
      expect(await axeFindings(mine, '[id="GOU-02"]')).to.deep.equal([]);
    }
    await rival.getByRole('button', { name: 'Garder l’autre' }).click();
    await mine.waitForURL(/saved=1/);
    expect((await answerTo('GOU-02')).evidence).to.equal('Ma preuve');
    expect(await mine.locator('.rival').count()).to.equal(0);
  });

  for (const hangs of [false, true]) {
    const when = hangs ? 'one that never ends' : 'one that is slow';
    it(`saves while another save is pending, ${when}; a later correction stays`, async () => {
      const criterion = hangs ? 'FIN-04' : 'FIN-01';
      const page = await open(draft.owner, 'themes/FIN');
      const level = page.locator(`[id="${criterion}"] input[type=radio]:not(:checked)`).first();
      const chosen = requireVisible(await level.getAttribute('value'));
      const way = held();
      await page.route('**/themes/FIN', async (route) => {
        if (route.request().isNavigationRequest()) return route.continue();
        await way.opened;
        return hangs ? route.abort() : route.continue();
      });
      const onItsWay = page.waitForRequest((request) => request.method() === 'POST');
      await page.locator(`label[for="${await level.getAttribute('id')}"]`).click();
      await onItsWay;
      await write(page, criterion, 'Mon brouillon');
      const next = page.locator('.savebar button[value=next]');
      await next.click({ noWaitAfter: true });
      if (hangs) await next.click({ noWaitAfter: true });
      else way.open();
      await page.waitForURL(/themes\/[A-Z]+\?saved=1/);
      expect(new URL(page.url()).pathname).to.not.match(/FIN$/);
      expect(await page.evaluate('localStorage.length')).to.equal(0);
      way.open();
      await page.unroute('**/themes/FIN');
      const mine = await answerTo(criterion);
      expect([String(mine.level), mine.evidence]).to.deep.equal([chosen, 'Mon brouillon']);
      expect(await rivals(), 'nobody is a rival of themselves').to.equal(0);
      await correct(criterion, 'Corrigé depuis');
      await expectCorrected(page, criterion, 'Corrigé depuis');
    });
  }

  it('moves nothing under a button that is pressed, and sends by it what was typed last', async () => {
    const page = await open(draft.owner, 'themes/FIN');
    await write(page, 'FIN-03', 'Longuement pressé');
    const stay = page.locator('.savebar button[value=stay]');
    await stay.hover();
    const before = await page.textContent('.savebar__said');
    await page.mouse.down();
    // The field is left by then, which saves it at any other time.
    expect(await stay.evaluate((button) => button.matches(':focus'))).to.equal(true);
    expect(await page.textContent('.savebar__said')).to.equal(before);
    const sent = page.waitForRequest(
      (request) => request.isNavigationRequest() && request.method() === 'POST',
    );
    await page.mouse.up();
    await sent;
    await page.waitForURL(/saved/);
    expect((await answerTo('FIN-03')).evidence).to.equal('Longuement pressé');
  });

  it('shows what a button failed to send, for saving by hand, and drops it once somebody else wrote there', async () => {
    const page = await open(draft.owner, 'themes/FIN');
    const field = page.locator('input[name="FIN-03.evidence"]');
    const before = (await answerTo('FIN-03')).evidence;
    page.on('dialog', (dialog) => dialog.accept());
    await page.route('**/themes/FIN', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await write(page, 'FIN-03', 'Parti en vain');
    const failed = page.waitForEvent('requestfailed', (request) => request.isNavigationRequest());
    await field.press('Enter');
    await failed;
    await page.unroute('**/themes/FIN');
    await page.goto(`${origin}${draft.at}/themes/FIN`);
    await says(page, 'Pas encore enregistré');
    expect(await field.inputValue()).to.equal('Parti en vain');
    expect((await answerTo('FIN-03')).evidence, 'it waits for its person').to.equal(before);
    await correct('FIN-03', 'Écrit par une autre');
    await expectCorrected(page, 'FIN-03', 'Écrit par une autre');
  });

  it('keeps what was typed in any other form when a link leads away, or a refusal and then a link, until it is sent', async () => {
    const page = await open(draft.owner, 'offers');
    const org = `/fr/organisations/${draft.owner.memberships[0]?.organisationId}`;
    const kept = page.getByText('Ce que vous aviez écrit ici est de nouveau là');
    const leave = () => page.locator('header a[href="/fr"]').first().click();
    for (const [path, field] of [
      [`${draft.at}/submit`, 'name'],
      [`${draft.at}/sponsors`, 'purpose'],
      [`${org}/story`, 'story'],
      [`${draft.at}/offers`, 'sheet'],
    ]) {
      const typed = page.locator(`main [name="${field}"]`);
      await page.goto(`${origin}${path}`);
      await typed.fill('Écrit et pas encore envoyé');
      await leave();
      await page.waitForURL(/\/fr$/);
      await page.goto(`${origin}${path}`);
      expect(await typed.inputValue(), path).to.equal('Écrit et pas encore envoyé');
      await kept.waitFor();
    }
    const sheet = page.locator('main textarea[name=sheet]');
    await sheet.fill('Une fiche refusée');
    await page.getByRole('button', { name: 'Ajouter cette offre' }).click();
    await page.locator('.govuk-error-summary').waitFor();
    await leave();
    await page.goto(`${origin}${draft.at}/offers`);
    expect(await sheet.inputValue()).to.equal('Une fiche refusée');
    await page.locator('main input[name=name]').fill('Une offre');
    await page.locator('main label[for=type]').click();
    await page.getByRole('button', { name: 'Ajouter cette offre' }).click();
    await page.waitForURL(/offers\/[0-9A-Z]+/);
    await page.goto(`${origin}${draft.at}/offers`);
    expect([await sheet.inputValue(), await kept.count()], 'once it was sent').to.deep.equal(['', 0]);
  });

  it('works without the script: a button saves, both answers are kept and can be chosen', async () => {
    const [mine, theirs] = [
      await open(draft.owner, 'themes/GOU', false),
      await open(colleague, 'themes/GOU', false),
    ];
    const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await write(theirs, 'GOU-03', 'La leur');
    await save(theirs);
    await write(mine, 'GOU-03', 'La mienne');
    await save(mine);
    await mine.getByRole('button', { name: 'Garder celle-ci' }).click();
    await mine.waitForURL(/saved=1#GOU-03/);
    expect((await answerTo('GOU-03')).evidence).to.equal('La leur');
  });
});
