// Tier: all.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Person } from '../../src/commands/items/items.ts';
import { filledDraft } from '../support/applicationSteps.ts';
import { axeFindings, widthOf } from '../support/browser/axeFindings.ts';
import { mainOf, sends } from '../support/browser/desks.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

describe('messages on a file, in a real browser without a script', () => {
  let site: Site<TestWeb>;
  let draft: { readonly id: string; readonly owner: Person };
  let officer: Person;
  before(async () => {
    site = await openSite((publicUrl) => testWeb('messages-browser', { publicUrl }));
    draft = await filledDraft(site.web.deps, await site.web.person('owner'));
    officer = await site.web.person('officer', 'officer');
  });
  after(() => site?.stop());

  it('are asked on a telephone, by keyboard alone, answered at a desk, and settled', async () => {
    const desk = async (person: Person, width: number) => {
      // The rules of pages are looked at by a script of the test itself.
      const context = await site.newContext({ viewport: { width, height: 844 }, locale: 'fr-CH' });
      await context.route('**/*.js*', (route) => route.abort());
      const page = await context.newPage();
      await site.signIn(page, person);
      return page;
    };
    const looksRight = async (page: Page) => {
      expect(await axeFindings(page), page.url()).to.deep.equal([]);
      expect(await widthOf(page), page.url()).to.equal(page.viewportSize()?.width);
    };
    const asks = await desk(draft.owner, 390);
    await asks.goto(`${site.origin}/fr/applications/${draft.id}/messages`);
    await looksRight(asks);
    await sends(asks, '/documents', { file: 'note.txt' });
    const { keyboard } = asks;
    await asks.focus('form:not([enctype]) [name=subject]');
    await keyboard.type('Le chiffre des salaires');
    await keyboard.press('Tab');
    await keyboard.type('Quel écart faut-il donner ?');
    for (const _ of ['the document', 'the button']) await keyboard.press('Tab');
    await looksRight(asks);
    await Promise.all([asks.waitForEvent('load'), keyboard.press('Enter')]);
    expect(await mainOf(asks))
      .to.include('Votre message est parti')
      .and.include('note.txt');
    await looksRight(asks);

    const answers = await desk(officer, 1280);
    await answers.goto(asks.url().replace('/applications/', '/files/').replace('?saved=1', ''));
    await looksRight(answers);
    const { pathname } = new URL(answers.url());
    await sends(answers, pathname, { text: 'Celui de 2026.' });
    await asks.goto(`${site.origin}/fr/my`);
    await looksRight(asks);
    await asks.click('main a[href*="/messages/"]');
    expect(await mainOf(asks)).to.include('Celui de 2026.');
    await sends(answers, '/settle');
    expect(await mainOf(answers)).to.include('Ce sujet est réglé');
    await answers.goto(`${site.origin}/fr/files/${draft.id}/messages`);
    await looksRight(answers);
  });
});
