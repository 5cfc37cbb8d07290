// Tier: all. Budget: 32 s.
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { newestScheme } from '../../src/cli/seed/newestScheme.ts';
import { readWords } from '../../src/cli/seed/readWords.ts';
import { writeFiles } from '../../src/cli/seed/writeFiles.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Mailer } from '../../src/commands/items/letters.ts';
import type { FilledFile } from '../../src/commands/ports/bulk.ts';
import type { Letter } from '../../src/letters/letters.ts';
import { bounceKey } from '../../src/mailing/bounceAddress.ts';
import { createReportServer, type ReportServer } from '../../src/mailing/createReportServer.ts';
import { createSmtpMailer, type SmtpMailer } from '../../src/mailing/createSmtpMailer.ts';
import { logLetters } from '../../src/mailing/logLetters.ts';
import { dayOf } from '../../src/register/day.ts';
import { createFileBulk } from '../../src/storage/desk/createFileBulk.ts';
import { createMailLog } from '../../src/storage/letters/createMailLog.ts';
import { createBulk } from '../../src/storage/register/createBulk.ts';
import { handlers } from '../../src/workers/handlers.ts';
import { runNext } from '../../src/workers/relay.ts';
import { mainOf } from '../support/browser/desks.ts';
import { type Hand, typing } from '../support/browser/hands.ts';
import { looksRight } from '../support/browser/looksRight.ts';
import { inSteps } from '../support/run/inSteps.ts';
import { letterPaper, testSecret } from '../support/run/service.ts';
import { deliverTo, failedReport } from '../support/servers/bounceReport.ts';
import { type TestMailServer, testMailServer } from '../support/servers/mailServer.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

/** Seeded in four seconds on a quiet machine. */
const seeded = 5000;
/** Of the nth file: a word that no other answer has. */
const told = { n: 2345, text: 'Les abeilles du toit sont à tout le quartier.' };
const address = 'retour@label.example';

/** One of its answers says something that no other file says. */
function withAnswer(file: FilledFile, comment: string): FilledFile {
  const { snapshot } = file;
  const [first, ...others] = snapshot.content.assessment.answers;
  const answers = [{ ...requireVisible(first), comment }, ...others];
  const assessment = { ...snapshot.content.assessment, answers };
  return { ...file, snapshot: { ...snapshot, content: { ...snapshot.content, assessment } } };
}

describe('a day of the office with 5,000 files, in a real browser by keyboard alone', () => {
  inSteps();
  let site: Site<TestWeb>;
  let web: TestWeb;
  let page: Page;
  let hand: Hand;
  let server: TestMailServer;
  let reports: ReportServer;
  let carrier: SmtpMailer;
  let mailer: Mailer<Letter>;
  /** Addresses that the mail server takes no letter for. */
  const unknown = new Set<string>();

  before(async () => {
    server = await testMailServer({}, (to) => unknown.has(to));
    const open = (publicUrl: string) =>
      testWeb('desk-day', { publicUrl, mailer: { send: (letter) => mailer.send(letter) } });
    site = await openSite(open);
    web = site.web;
    const { clock, ids, publicUrl } = web.deps;
    const log = createMailLog(web.connection);
    const key = bounceKey(testSecret);
    const logger = { info: () => {}, error: () => {} };
    reports = await createReportServer({ address, key, log, clock, host: '127.0.0.1', port: 0, logger });
    carrier = createSmtpMailer({
      ...{ url: server.url, from: 'label@specimen.example', paper: letterPaper(publicUrl) },
      ...{ bounces: { address, key }, log: logger },
    });
    mailer = logLetters(carrier, { log, clock, ids });
    await web.person('officer', 'officer', 'administrator');
    await web.person('colleague', 'officer');
    const fileBulk = createFileBulk(web.connection);
    const { takeNumbers } = createBulk(web.connection);
    const addFiles = (files: readonly FilledFile[]) =>
      fileBulk.addFiles(files.map((file) => (nth(file) === told.n ? withAnswer(file, told.text) : file)));
    const today = dayOf(clock.now().toISOString());
    const order = { files: seeded, seed: 1, today, published: await newestScheme(), words: readWords() };
    const run = { progress: () => {}, stopped: () => false };
    await writeFiles({ addFiles, takeNumbers }, order, run);
    const context = await site.newContext({ locale: 'fr-CH', viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    hand = typing(page);
  });
  after(async () => {
    carrier?.close();
    await reports?.stop();
    await server?.stop();
    await site?.stop();
  });
  afterEach(() => expect(web.logged.splice(0), 'nothing here is an error of ours').to.deep.equal([]));

  const nth = ({ application }: FilledFile) => Number(application.id.split('-').at(-1));
  const at = (path: string) => page.goto(`${site.origin}/fr${path}`);
  /** Nothing that axe finds, no sideways scroll on a phone; then it is as wide as a desk again. */
  const fits = async (what: string) => {
    await looksRight(page, what);
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  /** The files of a page of the list, in their order. */
  const files = () =>
    page
      .locator('tbody th a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1) ?? ''));
  /** What a page of an act says of its lines: how many came to what. */
  const outcomes = async () => {
    const all = await page.locator('tbody td .pill').allTextContents();
    return Object.fromEntries(
      [...new Set(all)].map((one) => [one, all.filter((text) => text === one).length]),
    );
  };
  /** Numbers of what waits for the officer: what waits, and what is late. */
  const waiting = async () => {
    const counts = await page.locator('#waits .pill, #late .pill').allTextContents();
    return counts.reduce((sum, text) => sum + Number(text.replaceAll(/\D/g, '')), 0);
  };
  /** What waits for the officer, without what colleagues have. */
  const dayLines = () => page.locator('main section > .tasks').allTextContents();
  const tick = async (ids: readonly string[]) => {
    for (const id of ids) await hand.tick(`pick-files/${id}`);
  };
  /** Narrows the list down by the form below its summary. */
  const narrow = async (values: Readonly<Record<string, string>>) => {
    if (!(await page.locator('form[role=search] details').getAttribute('open')))
      await hand.unfold('form[role=search] summary');
    for (const [name, value] of Object.entries(values)) await hand.choose(name, value);
    await hand.press('form[role=search] button[type=submit]');
  };
  /** Of the thirty letters: one refused, two that come back. */
  const notArrived = 3;
  let waited: number;
  let handed: readonly string[];

  it('begins with a code of a letter, and with what waits', async () => {
    await at('/sign-in');
    await hand.write('email', 'officer@specimen.example');
    await hand.press('main button[type=submit]');
    const code = /\b\d{6}\b/.exec(server.received.at(-1)?.mail.text ?? '')?.[0];
    await hand.write('code', requireVisible(code));
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    await fits('the offer of a key, which waits');
    await hand.press('main a[href="/fr/day"]');
    await fits('my day');
    waited = await waiting();
    expect(waited).to.be.greaterThan(2000);
  });

  it('finds a file by a word of its answers, opens it and comes back', async () => {
    await hand.press('a[href="/fr/lists/files"]');
    await fits('the list');
    await hand.write('q', 'abeille quartier');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    const found = await files();
    expect(found.map((id) => Number(id.split('-').at(-1)))).to.deep.equal([told.n]);
    for (const _ of ['what ticks are for', 'the whole page', 'the row']) await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('name'), 'goes on at what was found').to.match(/^pick-/);
    await hand.press('tbody th a');
    await fits('a file');
    expect(await mainOf(page)).to.include(told.text);
    await page.goBack();
    expect(await files()).to.deep.equal(found);
    expect(await page.inputValue('[name=q]')).to.equal('abeille quartier');
    await hand.press('main a[href="/fr/lists/files"]');
  });

  it('hands ten over with a note: shown first, then told line by line', async () => {
    await narrow({ state: 'screening', sort: 'since' });
    handed = (await files()).slice(0, 10);
    await tick(handed);
    await hand.write('note', 'Je suis en visite jusqu’à vendredi.');
    // Nobody was chosen: what was ticked and typed is still there.
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await page.locator('tbody input:checked').count()).to.equal(10);
    await fits('a list with a form that was refused');
    expect(await page.inputValue('[name=note]')).to.include('vendredi');
    const colleague = await page.locator('[name=to] option', { hasText: 'colleague' }).getAttribute('value');
    await hand.choose('to', requireVisible(colleague));
    await hand.press('button[value=handOver]');
    expect(await outcomes()).to.deep.equal({ 'À traiter': 10 });
    expect(await mainOf(page))
      .to.include('Spécimen colleague')
      .and.include('vendredi');
    await fits('a plan');
    await hand.press('main form button[type=submit]');
    expect(await outcomes()).to.deep.equal({ Traité: 10 });
  });

  it('reminds thirty, after their letter was read', async () => {
    await hand.press('main a[href="/fr/lists/files?state=screening&sort=since"]');
    // All of them, by the last of what is asked.
    await hand.press('.desk__set a[href="/fr/lists/files#found"]');
    await narrow({ state: 'informationRequested' });
    const open = (await files()).slice(0, 30);
    await tick(open);
    await hand.press('button[value=remind]');
    expect(await outcomes()).to.deep.equal({ 'À traiter': 30 });
    const second = requireVisible(open[1]);
    await hand.press(`tr:has(a[href$="${second}"]) a[href*="letter="]`);
    const letter = await page.locator('#letter').textContent();
    expect(letter).to.include(second).and.include(`demande-${second.toLowerCase()}@specimen.example`);
    await fits('the letters before they go');
    expect(server.received, 'the code alone').to.have.length(1);
    const [refused, ...sentBack] = open
      .slice(0, notArrived)
      .map((id) => `demande-${id.toLowerCase()}@specimen.example`);
    unknown.add(requireVisible(refused));
    await hand.press('main form[action$="/start"] button[type=submit]');
    expect(await outcomes()).to.deep.equal({ Traité: 30 });
    const parts = { deps: { ...web.deps, mailer }, jobs: web.jobs, handlers, worker: 'test' };
    while (await runNext({ ...parts, log: { error: () => {}, warn: () => {} } }));
    // The code, the letter about the ten that were handed over, and the reminders but one.
    expect(server.received).to.have.length(31);
    for (const to of sentBack) {
      const letterTo = server.received.find((one) => one.to.includes(to));
      expect(await deliverTo(reports.port, requireVisible(letterTo).from, failedReport), to).to.equal(250);
    }
  });

  it('sees in the log what came back, and beside the person', async () => {
    await hand.press('main a[href^="/fr/mail?"]');
    await fits('the mail log of these letters');
    await hand.choose('state', 'bounced');
    await hand.press('form[role=search] button[type=submit]');
    expect(await page.locator('.journal__line .pill').allTextContents()).to.deep.equal([
      'Retourné',
      'Retourné',
    ]);
    await hand.press('.journal__line a');
    await fits('a letter that came back');
    await hand.press('aside a[href*="/people/"]');
    expect(await mainOf(page)).to.include('cette adresse n’existe pas (code 5.1.1)');
    await fits('a person whose letters come back');
    await page.goBack();
    await hand.press('aside a[href*="/files/"]');
    expect(await mainOf(page)).to.include('reviennent depuis le');
    await at('/mail?state=refused');
    expect(await page.locator('.journal__line .pill').allTextContents()).to.deep.equal(['Refusé']);
  });

  it('takes the list away as it is seen', async () => {
    await at('/lists/files');
    await narrow({ state: 'informationRequested' });
    const found = (await page.locator('#found').textContent()) ?? '';
    const [download] = await Promise.all([page.waitForEvent('download'), hand.unfold('a[href*="list.csv"]')]);
    const text = await readFile(await download.path(), 'utf8');
    const rows: string[][] = parseCsv(text, { bom: true, delimiter: [';', ','], relax_column_count: true });
    const numbers = rows.map(([number]) => number).filter((number) => /^A-2026-\d{6}$/.test(number ?? ''));
    expect(numbers).to.have.length(Number(found.replaceAll(/\D/g, '')));
    expect(numbers).to.include.members(await files());
  });

  it('ends with a day without what was done, and with the letters that did not arrive', async () => {
    await hand.press('nav a[href="/fr/day"]');
    const [lines, left] = [(await dayLines()).join(), await waiting()];
    expect(left).to.equal(waited - handed.length + notArrived);
    for (const id of handed) expect(lines).to.not.include(id);
  });
});
