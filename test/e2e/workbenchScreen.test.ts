// Tier: all.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { addEvidence } from '../../src/commands/application/evidence/addEvidence.ts';
import { answerCriterion } from '../../src/commands/application/selfAssessment/answerCriterion.ts';
import { answerIn } from '../../src/commands/application/selfAssessment/answerIn.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { makeWholeFile } from '../../src/issuing/paper/wholeFile.ts';
import { advanceToEvaluation, filledDraft } from '../support/applicationSteps.ts';
import { axeFindings, widthOf } from '../support/browser/axeFindings.ts';
import { fileSample } from '../support/samples/paperSample.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type WebWithCast, webWithCast } from '../support/webWithCast.ts';

describe('one criterion on one screen, in a real browser', () => {
  let site: Site<WebWithCast>;
  let page: Page;
  let desk: string;
  const fetched: string[] = [];

  before(async () => {
    site = await openSite((publicUrl) => webWithCast('workbench-screen', { publicUrl }));
    const { web, origin } = site;
    const { deps, cast } = web;
    const { id, owner } = await filledDraft(deps, await web.person('owner-of-evidence'));
    const at = { offerId: '', criterion: 'FIN-01' };
    const bytes = await makeWholeFile(fileSample());
    const { document } = await addEvidence(deps, owner, {
      ...{ applicationId: id, name: 'Dossier.pdf', bytes, place: at },
    });
    const { revision: _, ...answer } = requireVisible(
      answerIn(requireVisible(await deps.store.selfAssessment(id)), at),
    );
    // Neither its page nor its accents, spaces and capitals are those of the document.
    const passages = [{ document, page: null, quote: 'et  RESULTATS suivis chaque annee' }];
    await answerCriterion(deps, owner, { applicationId: id, offerId: '', answer: { ...answer, passages } });
    const reviewers = [
      await web.person('first', 'reviewer'),
      await web.person('second', 'reviewer'),
    ] as const;
    const [reviewId] = await advanceToEvaluation(deps, { ...cast, reviewers }, id, owner);
    desk = `${origin}/fr/review/${reviewId}`;
    const context = await site.newContext({ locale: 'fr-CH', viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await site.signIn(page, reviewers[0]);
  });
  after(async () => {
    expect(site.web.logged, 'nothing here is an error of ours').to.deep.equal([]);
    await site.stop();
  });

  /** Whether all of it is in the window, and its middle is covered by nothing else. */
  const isSeen = (selector: string) =>
    page.evaluate<boolean>(`(() => {
      const found = document.querySelector(${JSON.stringify(selector)});
      const element = found.closest('.choice') ?? found;
      const { top, bottom, left, right } = element.getBoundingClientRect();
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return top >= 0 && bottom <= innerHeight && element.contains(there);
    })()`);

  it('shows all of it without scrolling, and what is missing before going on', async () => {
    await page.goto(desk);
    expect(
      fetched.filter((path) => /viewer|passage|pdf/.test(path)),
      'on no other page',
    ).to.deep.equal([]);
    await page.goto(`${desk}/FIN-01`);
    const parts = ['h1', '.place__claim', '.choices:has([name=level])', '#comment'];
    for (const part of [...parts, '.choices:has([name=finding])', 'button[value=next]'])
      expect(await isSeen(part), part).to.equal(true);
    await page.keyboard.press('0');
    await page.getByRole('button', { name: 'Continuer quand même' }).waitFor();
    for (const part of [...parts, '#lacks a', 'button[value=despite]'])
      expect(await isSeen(part), part).to.equal(true);
    await page.getByText('Dites-lui pourquoi').click();
    expect(await page.locator(':focus').getAttribute('name')).to.equal('comment');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.waitForURL(/FIN-02/);
    expect(await page.locator('.chip--lacking .chip__sign').allTextContents()).to.deep.equal(['!']);
    // The longest levels of all, in the longest words.
    await page.goto(`${desk.replace('/fr/', '/de/')}/GOU-04#at`);
    await page.keyboard.press('0');
    await page.locator('button[value=despite]').waitFor();
    for (const part of [...parts, '#lacks a', 'button[value=despite]'])
      expect(await isSeen(part), `${part} in German`).to.equal(true);
  });

  it('draws a document beside it with the passage marked, and says which one cannot be drawn', async () => {
    await page.goto(`${desk}/FIN-01`);
    expect(fetched.some((path) => path.includes('/assets/pdf'))).to.equal(false);
    await page.keyboard.press('e');
    const marks = page.locator('.viewer mark');
    await marks.first().waitFor();
    expect((await marks.allTextContents()).join(' ')).to.equal('Et résultats suivis chaque année');
    expect(fetched.filter((path) => path.includes('/assets/pdf'))).to.have.members([
      '/assets/pdf.js',
      '/assets/pdfWorker.js',
    ]);
    const ink = await page.evaluate<boolean>(`(() => {
      const canvas = document.querySelector('.viewer canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value) => value < 128);
    })()`);
    expect(ink, 'something is drawn').to.equal(true);
    for (const part of ['h1', '.viewer', '#comment', 'button[value=despite]'])
      expect(await isSeen(part), part).to.equal(true);
    expect(await axeFindings(page)).to.deep.equal([]);
    const number = page.locator('.viewer__page');
    const shown = Number(await number.inputValue());
    const paper = await page.locator('.viewer__paper').elementHandle();
    await page.keyboard.press('ArrowRight');
    await paper?.waitForElementState('hidden');
    expect(await number.inputValue()).to.equal(String(shown + 1));
    await page.keyboard.press('Escape');
    expect(await page.locator(':focus').textContent()).to.equal('Dossier.pdf');
    await page.route('**/evidence/*', (route) => route.fulfill({ body: '%PDF-1.7 and nothing of one' }));
    await page.keyboard.press('Enter');
    await page.getByText('Ce document ne peut pas être montré ici').waitFor();
    expect(await page.locator('.viewer__turn').isVisible(), 'pages of what is not drawn').to.equal(false);
    await page.route('**/evidence/*', (route) => route.abort());
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.getByText('Le document n’a pas pu être chargé').waitFor();
    expect(await page.locator('.viewer__save').getAttribute('href')).to.match(/\/fr\/evidence\/\w+$/);
  });

  it('keeps the bar of the score at the bottom of a phone, over nothing that has the focus', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${desk}/FIN-01`);
    expect(await widthOf(page)).to.equal(390);
    expect(await isSeen('.savebar')).to.equal(true);
    for (const field of ['#comment', '[name=finding]', '.private summary', '.keys summary']) {
      await page.locator(field).first().focus();
      expect(await isSeen(field), field).to.equal(true);
      expect(await isSeen('.savebar'), field).to.equal(true);
    }
  });
});
