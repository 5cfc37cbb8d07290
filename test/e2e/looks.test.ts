// Tier: all.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFindings } from '../support/browser/axeFindings.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

/** What other pages look like: a mark of its own keeps what is found here apart from theirs. */
const pageWith = (style: string, text: string, part = 'p') =>
  `<!doctype html><html lang="fr" class="looks-test"><title>x</title><style>.low { color: #bbb } ${style}</style>
  <main><h1>Titre</h1><${part} class="well">${text}</${part}></main></html>`;

describe('axe checks of a page', () => {
  let site: Site<TestWeb>;
  let page: Page;
  before(async () => {
    site = await openSite((publicUrl) => testWeb('looks', { publicUrl }));
    page = await (await site.newContext()).newPage();
  });
  after(() => site?.stop());

  const found = async (html: string) => {
    await page.setContent(html);
    return (await axeFindings(page)).map((one) => one.split(' ')[0]);
  };

  it('find low contrast each time, also beside good contrast', async () => {
    expect(await found(pageWith('', 'Un'))).to.deep.equal([]);
    for (let i = 0; i < 2; i += 1)
      expect(await found(pageWith('', '<b class="low">Un</b>'))).to.deep.equal(['color-contrast']);
    expect(await found(pageWith('', 'Deux')), 'where only words differ').to.deep.equal([]);
  });

  it('run again in another scheme, width, element, class or state', async () => {
    expect(await found(pageWith('', 'Un'))).to.deep.equal([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(
      await found(pageWith('@media (prefers-color-scheme: dark) { p { color: #bbb } }', 'Un')),
    ).to.deep.equal(['color-contrast']);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await found(pageWith('@media (max-width: 400px) { p { color: #bbb } }', 'Un'))).to.deep.equal([
      'color-contrast',
    ]);
    for (const html of [
      pageWith('em { color: #bbb }', '<em>Un</em>'),
      pageWith('div { color: #bbb }', 'Un', 'div'),
      pageWith('[data-state=late] { color: #bbb }', '<span data-state="late">Un</span>'),
      pageWith('[aria-current] { color: #bbb }', '<span aria-current="page">Un</span>'),
    ]) {
      expect(await found(html), html).to.deep.equal(['color-contrast']);
    }
  });

  it('find everything else whether colours are known or not', async () => {
    const picture = '<img src="data:," width="9" height="9">';
    for (let i = 0; i < 2; i += 1) expect(await found(pageWith('', picture))).to.deep.equal(['image-alt']);
    expect(await found(pageWith('', '<img src="data:," alt="" width="9" height="9">'))).to.deep.equal([]);
    expect(await found(pageWith('', picture)), 'known by now').to.deep.equal(['image-alt']);
  });
});
