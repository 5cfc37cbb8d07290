// Tier: all.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { statements } from '../../src/criteria/questionnaire.ts';
import { filledDraft } from '../support/applicationSteps.ts';
import { mainOf, sends } from '../support/browser/desks.ts';
import { looksRight } from '../support/browser/looksRight.ts';
import { answerTimes, endQuestionnaire } from '../support/samples/sampleAnswers.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

describe('a questionnaire for the people who work, in a real browser without a script', () => {
  let site: Site<TestWeb>;
  before(async () => {
    site = await openSite((publicUrl) => testWeb('questionnaire-browser', { publicUrl }));
  });
  after(() => site?.stop());

  it('is opened, answered on a telephone, closed, and joined as evidence', async () => {
    const { web, origin } = site;
    const { deps } = web;
    const { id, owner } = await filledDraft(deps, await web.person('owner'));
    const window = async () => {
      const context = await site.newContext({ viewport: { width: 390, height: 844 }, locale: 'fr-CH' });
      await context.route('**/*.js*', (route) => route.abort());
      return context.newPage();
    };
    const desk = await window();
    await site.signIn(desk, owner);
    await desk.goto(`${origin}/fr/applications/${id}/questionnaires`);
    await looksRight(desk, 'the form that opens one');
    await sends(desk, '/questionnaires', { working: '12' });
    await looksRight(desk, 'what is handed out');
    const link = (await desk.locator('.handing a').textContent()) ?? '';

    const worker = await window();
    await worker.goto(link.replace('/fr/', '/de/'));
    await looksRight(worker, 'the sheet');
    await worker.click('.sheet__languages a[lang=fr]');
    for (const { id: name } of statements.slice(1))
      await worker.check(`input[name=${name}][value="4"]`, { force: true });
    await answer(worker);
    expect(await mainOf(worker)).to.include('Merci, c’est compté');
    await looksRight(worker, 'the thanks');
    expect(await worker.context().cookies()).to.deep.equal([]);

    await answerTimes(deps, link.split('/').at(-1) ?? '', 6);
    const [asked] = await deps.store.questionnairesOf(id);
    await endQuestionnaire(deps, { applicationId: id, questionnaireId: asked?.id ?? '' });
    await desk.reload();
    await looksRight(desk, 'the result');
    expect(await mainOf(desk)).to.include('Au moins 5 réponses pour 12 personnes');
    await sends(desk, '/attach');
    await desk.click('text="Joint à vos preuves"');
    expect(await mainOf(desk)).to.include('GOU-03');
  });

  const answer = (page: Page) => Promise.all([page.waitForEvent('load'), page.click('form button')]);
});
