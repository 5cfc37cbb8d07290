// Tier: all. Budget: 31 s.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { diagram } from '../../src/cli/diagram.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { frozenFile } from '../../src/commands/file/frozenFile.ts';
import { claimsOf } from '../../src/commands/file/reviewMarks.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { scoreCriterion } from '../../src/commands/review/evaluation/scoreCriterion.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import { dayOf } from '../../src/register/day.ts';
import type { MachineName } from '../../src/workflow/versions.ts';
import { assignModerator, currentApplication } from '../support/applicationSteps.ts';
import { submitForm } from '../support/browser/submitForm.ts';
import { refusedFile } from '../support/refusedFile.ts';
import { testFolder } from '../support/run/folders.ts';
import { inSteps } from '../support/run/inSteps.ts';
import { stepsTaken } from '../support/run/stepsTaken.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type WebWithCast, webWithCast } from '../support/webWithCast.ts';

const grounds = 'Une pièce du dossier n’a pas été lue : le procès-verbal de l’assemblée de mai dernier.';

describe('a file from two reviews to the end of its appeals, in a real browser', () => {
  inSteps();
  let site: Site<WebWithCast>;
  let web: WebWithCast;
  let id: string;
  let owner: Person;
  let reviewers: readonly [Person, Person];
  let reviewIds: readonly [string, string];
  const pages = new Map<string, Promise<Page>>();

  before(async () => {
    site = await openSite((publicUrl) => webWithCast('whole-decision', { publicUrl }));
    web = site.web;
    ({ id, reviewers, reviewIds } = await web.fileInEvaluation());
    owner = requireVisible(
      (await web.deps.store.peopleOf((await currentApplication(web.deps, id)).context.organisationId))[0],
    );
  });
  after(() => site?.stop());
  afterEach(() => expect(web.logged.splice(0), 'nothing here is an error of ours').to.deep.equal([]));

  /** Each person has a browser of their own, and stays signed in. */
  const at = async (person: Person, path: string): Promise<Page> => {
    const page = await (pages.get(person.id) ?? enter(person));
    await page.goto(`${site.origin}/fr${path}`);
    return page;
  };
  const enter = (person: Person) => {
    const entered = (async () => {
      const page = await (await site.newContext({ locale: 'fr-CH' })).newPage();
      page.setDefaultTimeout(20_000);
      await site.signIn(page, person);
      return page;
    })();
    pages.set(person.id, entered);
    return entered;
  };
  /** Opens a page as somebody and sends one of its forms. */
  const does = async (
    person: Person,
    path: string,
    end: string,
    values: Readonly<Record<string, string>> = {},
  ): Promise<Page> => {
    const page = await at(person, path);
    await submitForm(page, end, values);
    const refused = page.locator('.govuk-error-summary');
    expect(await refused.allInnerTexts(), `${person.name} ${end}`).to.deep.equal([]);
    return page;
  };
  const state = async (file = id) => (await currentApplication(web.deps, file)).state;
  /** Every criterion as the organisation claims it, but for what a reviewer then does by hand. */
  const prepared = async (reviewer: Person, reviewId: string) => {
    const { published, snapshot } = await frozenFile(web.deps, id);
    for (const claim of claimsOf(published.scheme, snapshot.content))
      await scoreCriterion(web.deps, reviewer, { reviewId, score: { ...claim, comment: '' } });
  };

  it('two reviewers diverge, one of them with a major finding', async () => {
    for (const [i, reviewer] of reviewers.entries()) await prepared(reviewer, requireVisible(reviewIds[i]));
    const [first, second] = reviewers;
    await does(first, `/review/${reviewIds[0]}/GOU-01`, '/GOU-01', {
      level: '0',
      comment: 'Une seule personne décide.',
      finding: 'major',
      missing: 'La règle de décision n’est pas écrite.',
    });
    await does(first, `/review/${reviewIds[0]}`, '/deliver');
    expect(await state()).to.equal('evaluation');
    await does(second, `/review/${reviewIds[1]}`, '/deliver');
    expect(await state()).to.equal('moderation');
  });

  it('a third person settles, and the file goes back to the organisation for correction', async () => {
    await assignModerator(web.deps, web.cast, id);
    const path = `/review/moderate/${id}`;
    const page = await at(web.cast.moderator, path);
    const names = await page
      .locator('textarea[name$=".comment"]')
      .evaluateAll((fields) => fields.map((field) => field.getAttribute('name') ?? ''));
    const settled = names.flatMap((name): [string, string][] => [
      [name.replace(/comment$/, 'level'), '3'],
      [name, 'Les statuts le disent à moitié.'],
    ]);
    await does(web.cast.moderator, path, path, Object.fromEntries(settled));
    expect(await state()).to.equal('correction');
  });

  it('the major finding is corrected: an action, its evidence, and the reviewer’s judgement', async () => {
    const [finding] = await web.deps.store.findingsOf(id);
    const key = requireVisible(finding).id;
    const own = `/applications/${id}/findings`;
    await does(owner, own, `${key}/action`, { action: 'L’assemblée de juin écrit la règle.' });
    await does(reviewers[0], `/review/${reviewIds[0]}/findings`, `${key}/accept`);
    await does(owner, own, `${key}/proof`, { proof: 'La règle est dans le règlement, article 4.' });
    await does(owner, own, '/findings/send');
    expect(await state()).to.equal('verification');
    const desk = `/review/${reviewIds[0]}/findings`;
    await does(reviewers[0], desk, `${key}/close`, { reason: 'L’article 4 le dit.' });
    await does(reviewers[0], desk, '/findings/accept', { correction: 'Tout est corrigé.' });
    expect(await state()).to.equal('recommendation');
  });

  it('the committee decides in session, with one recusal, and its minutes are approved', async () => {
    const { officer, rapporteur, committee } = web.cast;
    const [chair, member, recused] = committee;
    const fourth = await web.person('fourth', 'committee');
    // Whether the rules demand a call depends on the draw; one is always worth noting.
    await does(officer, `/files/${id}`, '/visits', {
      kind: 'call',
      on: '2026-11-02',
      people: 'La coordinatrice',
      notes: 'Les points ouverts sont éclaircis.',
    });
    const draft = { draft: 'refused', reason: 'Le dossier ne tient pas encore.' };
    await does(rapporteur, `/files/${id}`, '/recommend', draft);
    const day = dayOf(web.deps.clock.now().toISOString());
    await does(officer, '/sessions', '/sessions', { day, time: '18:30', place: 'Ici' });
    const session = requireVisible((await web.deps.store.sessionsOn(id))[0]).id;
    const room = `/sessions/${session}`;
    await does(officer, room, '/convene');
    const seats = [...committee, fourth].map((person) => [`present.${person.id}`, 'yes']);
    await does(chair, room, '/open', Object.fromEntries(seats));
    const table = `/committee/${id}`;
    await does(recused, table, '/recuse', { why: 'Ma sœur y travaille.' });
    for (const person of [member, fourth])
      await does(person, table, '/vote', { choice: 'against', word: 'Trop tôt.' });
    await does(chair, table, '/vote', { choice: 'for' });
    await does(chair, table, '/decide', { outcome: 'refused', reason: 'La règle vient d’être écrite.' });
    await does(chair, room, '/close');
    await does(chair, room, '/sign');
    await does(member, room, '/sign');
    await does(officer, `/files/${id}`, '/announce');
    expect(await state()).to.equal('refused');
    const minutes = await at(chair, room);
    expect(await minutes.locator('main').textContent()).to.include('Ma sœur y travaille.');
  });

  /** Lodges an appeal against the refusal of a file and brings it before three people who had no part in it. Gives its page and them. */
  const appealed = async (file: string, by: Person, outcome: string) => {
    await does(by, `/applications/${file}/appeal`, '/appeal', { ground: 'evidence', grounds });
    const appeal = requireVisible((await web.deps.store.appealsOf(file))[0]).id;
    const panel = [1, 2, 3].map((n) => web.person(`${outcome}-${n}`, 'committee'));
    const [head, ...others] = await Promise.all(panel);
    const desk = `/appeals/${appeal}`;
    await does(requireVisible(head), desk, '/admission', {
      admission: 'admit',
      reason: 'Le recours est arrivé à temps, il est motivé et nomme une pièce.',
    });
    const judges = [requireVisible(head), ...others];
    const ticks = judges.map((person) => [`panel.${person.id}`, 'yes']);
    const seats = { chair: requireVisible(head).id, ...Object.fromEntries(ticks) };
    await does(web.cast.officer, desk, '/panel', seats);
    return { desk, judges };
  };
  const settle = async (file: string, by: Person, outcome: string) => {
    const { desk, judges } = await appealed(file, by, outcome);
    for (const judge of judges) await does(judge, desk, '/vote', { vote: outcome });
    const said = { reason: 'Nous avons relu tout le dossier, et la pièce nommée.' };
    await does(requireVisible(judges[0]), desk, '/settle', said);
  };

  it('an upheld appeal returns the file to new people', async () => {
    await settle(id, owner, 'uphold');
    const { state: stands, context } = await currentApplication(web.deps, id);
    expect(stands).to.equal('assignment');
    expect(context.reviewers).to.deep.equal([]);
    const earlier = [...reviewers, web.cast.moderator, web.cast.rapporteur, web.cast.committee[0]];
    expect(context.earlierPeople).to.include.members(earlier.map((person) => person.id));
    const page = await at(web.cast.officer, `/files/${id}`);
    expect(await page.locator('main').textContent()).to.include('Recherche des évaluateur·trices');
  });

  it('a dismissed appeal closes its file', async () => {
    const other = await refusedFile(web);
    await settle(other.id, other.owner, 'dismiss');
    expect(await state(other.id)).to.equal('closed');
    const page = await at(other.owner, `/applications/${other.id}/appeal`);
    expect(await page.locator('main').textContent()).to.include('Nous avons relu tout le dossier');
  });

  it('the drawn machines show every step that ran', async () => {
    const folder = await testFolder();
    await diagram(folder);
    const { tOf } = createI18n().fr;
    const ran = await stepsTaken(web.connection);
    const names = new Set(ran.map(({ machine }) => machine));
    expect([...names]).to.include.members(['application', 'review', 'finding', 'session', 'appeal']);
    const drawn = new Map<MachineName, string>();
    for (const name of names) drawn.set(name, await readFile(join(folder, `${name}.svg`), 'utf8'));
    for (const { machine, from, event, to } of ran) {
      const [told = ''] = /<desc>([^<]*)<\/desc>/.exec(drawn.get(machine) ?? '') ?? [];
      const own =
        told.split('. ').find((part) => part.includes(`${tOf(`states.${machine}.${from}`)} – `)) ?? '';
      // Where an event has several ways, each says its condition in between.
      const [name, target] = [tOf(`events.${machine}.${event}`), tOf(`states.${machine}.${to}`)];
      const shown = own
        .split(name)
        .some((rest) => /^(?: \([^)]*\))? → /.test(rest) && rest.includes(`→ ${target}`));
      expect(shown, `${machine}: ${from} ${event} ${to}`).to.equal(true);
    }
  });
});
