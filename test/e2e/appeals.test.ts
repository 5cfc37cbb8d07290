// Tier: night. Budget: 7 s.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { voteOnAppeal } from '../../src/commands/committee/appeal/judgeAppeal.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { appealReason, currentAppeal, decidedFile, panelOf } from '../support/appealSteps.ts';
import { currentApplication } from '../support/applicationSteps.ts';
import { axeFindings, widthOf } from '../support/browser/axeFindings.ts';
import { pointing } from '../support/browser/hands.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type WebWithCast, webWithCast } from '../support/webWithCast.ts';

describe('an appeal in a real browser', () => {
  let site: Site<WebWithCast>;
  let id: string;
  let owner: Person;
  let panel: [Person, Person, Person];

  before(async () => {
    site = await openSite((publicUrl) => webWithCast('appeals-e2e', { publicUrl }));
    panel = await panelOf(site.web);
    ({ id, owner } = await decidedFile(site.web.deps, site.web.cast, 'conditions'));
  });
  after(() => site?.stop());

  const enter = async (person: Person): Promise<Page> => {
    const page = await (await site.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await site.signIn(page, person);
    return page;
  };
  /** A page as it stands has nothing that axe finds, and fits a phone and a desk. */
  const looks = async (page: Page, what: string) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await widthOf(page), `${what} at ${width}`).to.equal(width);
    }
    expect(await axeFindings(page), what).to.deep.equal([]);
  };

  it('is lodged, admitted, suspends the decision, is judged by three and dismissed, on a phone', async () => {
    const { origin, web } = site;
    const applicant = await enter(owner);
    await applicant.goto(`${origin}/fr/applications/${id}`);
    await looks(applicant, 'decision');
    const hand = pointing(applicant);
    await hand.press(`a[href="/fr/applications/${id}/appeal"]`);
    await looks(applicant, 'form');
    await hand.press('form[action$="/appeal"] button[type=submit]');
    await looks(applicant, 'form refused');
    await hand.choose('ground', 'evidence');
    await hand.write('grounds', appealReason);
    await hand.press('form[action$="/appeal"] button[type=submit]');
    await looks(applicant, 'lodged');

    const desk = `${origin}/fr/appeals/${(await currentAppeal(web.deps, id)).id}`;
    const member = await enter(panel[0]);
    await member.goto(`${origin}/fr/appeals`);
    await looks(member, 'list');
    await member.goto(desk);
    await looks(member, 'admission');
    const judge = pointing(member);
    await judge.choose('admission', 'admit');
    await judge.write('reason', appealReason);
    await judge.press('form[action$="/admission"] button');

    const officer = await enter(web.cast.officer);
    await officer.goto(desk);
    await looks(officer, 'panel');
    for (const person of panel) await pointing(officer).tick(`panel.${person.id}`);
    await pointing(officer).choose('chair', panel[0].id);
    await pointing(officer).press('form[action$="/panel"] button');
    await looks(officer, 'panel formed');

    await member.goto(desk);
    await looks(member, 'settle');
    await member.click('details:has(form[action$="/stay/urgent"]) summary');
    await judge.write('urgentReason', appealReason);
    await judge.press('form[action$="/stay/urgent"] button');
    await looks(member, 'stayed');
    await applicant.reload();
    await looks(applicant, 'stayed, for the organisation');
    await judge.choose('vote', 'dismiss');
    await judge.press('form[action$="/vote"] button');
    await looks(member, 'voted');
    const { id: appealId } = requireVisible((await web.deps.store.appealsOf(id))[0]);
    for (const person of panel.slice(1))
      await voteOnAppeal(web.deps, person, { appealId, outcome: 'dismiss' });
    await member.reload();
    await judge.write('reason', appealReason);
    await judge.press('form[action$="/settle"] button');
    await looks(member, 'dismissed');
    await applicant.reload();
    await looks(applicant, 'outcome');
    expect((await currentApplication(web.deps, id)).state).to.equal('agreement');
  });
});
