// Tier: all. Budget: 6 s.
import { expect } from 'chai';
import { readinessOf } from '../../../src/commands/application/selfAssessment/submitGate.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { RivalAnswer, SelfAssessment } from '../../../src/commands/items/items.ts';
import { realScheme } from '../../support/samples/realScheme.ts';
import { type Browser, tokenIn } from '../../support/web.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

type Saved = {
  readonly saved: boolean;
  readonly text: string;
  readonly versionTokens: Record<string, string>;
  readonly html: string;
  readonly faults: Record<string, string>;
  readonly now?: { readonly versionToken: string; readonly values: Record<string, string> };
};

describe('saving answers', () => {
  let web: WebWithApplicants;
  let draft: OpenDraft;
  let colleague: Awaited<ReturnType<WebWithApplicants['colleague']>>;
  beforeEach(async () => {
    draft = await web.completeDraft();
    colleague = await web.colleague(draft, 'editor');
  });
  before(async () => {
    web = await webWithApplicants('saving');
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged.splice(0), 'nothing here is an error of ours').to.deep.equal([]));

  const copy = async (): Promise<SelfAssessment> =>
    requireVisible(await web.deps.store.selfAssessment(draft.id));
  const answerTo = async (criterion: string) =>
    (await copy()).answers.find((answer) => answer.criterion === criterion);
  const rivals = async (): Promise<readonly RivalAnswer[]> => (await copy()).rivals ?? [];
  const theme = () => `${draft.at}/themes/GOU`;
  const hiddenIn = (html: string, field: string) =>
    new RegExp(`name="${field.replaceAll('.', '\\.')}"[^>]* value="([^"]*)"`).exec(html)?.[1] ?? '';

  /** As the page's script saves: the tokens of a page that is open. */
  const byScript = (browser: Browser, path: string, page: string, fields: Record<string, string>) =>
    browser
      .send(path, 'form', new URLSearchParams({ csrf: tokenIn(page), go: 'stay', ...fields }).toString())
      .set('Accept', 'application/json');

  /** Both have the page open, the colleague saves first, the owner comes second. */
  const twoAtOnce = async (script = false) => {
    const page = (await draft.browser.get(theme())).text;
    const versionToken = hiddenIn(page, 'GOU-01.versionToken');
    await colleague.browser.post(theme(), { 'GOU-01.level': '4', 'GOU-01.evidence': 'Le registre de mars' });
    const mine = { 'GOU-01.level': '2', 'GOU-01.evidence': 'Ma preuve', 'GOU-01.versionToken': versionToken };
    const other = { 'GOU-04.level': '0', 'GOU-04.versionToken': hiddenIn(page, 'GOU-04.versionToken') };
    const answer = script
      ? await byScript(draft.browser, theme(), page, mine)
      : await draft.browser.post(theme(), { ...mine, ...other });
    return { answer, page, versionToken };
  };

  it('keeps both answers of two people, saves the rest, and shows both side by side', async () => {
    const { answer } = await twoAtOnce();
    expect(answer.status).to.equal(303);
    expect(answer.headers.location, 'the page with the choice, not the next one').to.equal(
      `${theme()}?saved=1#GOU-01`,
    );
    expect(await answerTo('GOU-01')).to.deep.include({ level: 4, evidence: 'Le registre de mars' });
    expect(await answerTo('GOU-04')).to.deep.include({ level: 0 });
    const [rival] = await rivals();
    expect(rival).to.deep.include({ offerId: '', by: draft.owner.id });
    expect(rival?.answer).to.deep.include({ criterion: 'GOU-01', level: 2, evidence: 'Ma preuve' });
    const { text } = await draft.browser.get(theme());
    for (const said of ['Le registre de mars', 'Ma preuve', 'Garder celle-ci', 'Garder l’autre'])
      expect(text).to.include(said);
    expect(text).to.include(draft.owner.name).and.include(colleague.person.name);
    expect((await draft.browser.get(draft.at)).text).to.include('Une réponse à choisir');
  });

  it('blocks submission while a conflict is open, and names its place', async () => {
    await twoAtOnce();
    const { text } = await draft.browser.get(`${draft.at}/submit`);
    expect(text).to.include('Réponses à choisir').and.include(`${theme()}#GOU-01`);
    expect(readinessOf(realScheme().scheme, await copy()).rivals).to.deep.equal([
      { offerId: '', criterion: 'GOU-01' },
    ]);
  });

  for (const [choice, kept] of [
    ['first', 'Le registre de mars'],
    ['second', 'Ma preuve'],
  ] as const) {
    it(`keeps the ${choice} answer when it is chosen`, async () => {
      await twoAtOnce();
      const [rival] = await rivals();
      const page = (await colleague.browser.get(theme())).text;
      const revisions = { first: hiddenIn(page, 'first'), second: hiddenIn(page, 'second') };
      const chosen = await colleague.browser.post(
        `${draft.at}/rivals/${rival?.id}`,
        { choice, ...revisions },
        theme(),
      );
      expect(chosen.headers.location).to.equal(`${theme()}?saved=1#GOU-01`);
      expect((await answerTo('GOU-01'))?.evidence).to.equal(kept);
      expect(await rivals()).to.deep.equal([]);
    });
  }

  it('refuses a choice between outdated answers', async () => {
    await twoAtOnce();
    const [rival] = await rivals();
    await colleague.browser.post(theme(), { 'GOU-01.evidence': 'Le registre d’avril' });
    const before = await web.storedState();
    const late = { choice: 'second', first: '2', second: '1' };
    expect((await draft.browser.post(`${draft.at}/rivals/${rival?.id}`, late, theme())).status).to.equal(409);
    expect((await draft.browser.post(`${draft.at}/rivals/NONE`, late, theme())).status).to.equal(404);
    expect(await web.storedState()).to.equal(before);
  });

  it('shows no conflict when nothing changed, or both said the same', async () => {
    const page = (await draft.browser.get(theme())).text;
    const whole = Object.fromEntries(
      ['level', 'evidence', 'comment', 'versionToken'].map((part) => {
        const field = `GOU-01.${part}`;
        const checked = /name="GOU-01.level" value="(\d)" checked/.exec(page)?.[1] ?? '';
        return [field, part === 'level' ? checked : hiddenIn(page, field)];
      }),
    );
    const theirs = { 'GOU-01.level': '4', 'GOU-01.evidence': 'Le registre de mars' };
    await colleague.browser.post(theme(), theirs);
    const untouched = await draft.browser.post(theme(), { ...whole, 'GOU-04.level': '1' });
    expect(untouched.status).to.equal(303);
    const same = await draft.browser.post(theme(), { ...whole, ...theirs });
    expect(same.status).to.equal(303);
    expect(await rivals()).to.deep.equal([]);
    expect(await answerTo('GOU-01')).to.deep.include({ level: 4, evidence: 'Le registre de mars' });
  });

  it('updates the second answer while its page is open, and keeps it once', async () => {
    const { answer, page } = await twoAtOnce(true);
    const told: Saved = JSON.parse(answer.text);
    expect(told.saved).to.equal(true);
    expect(told.html).to.include('Garder l’autre');
    const token = told.versionTokens['GOU-01.versionToken'] ?? '';
    for (const evidence of ['Ma preuve, page 3', 'Ma preuve, page 3']) {
      await byScript(draft.browser, theme(), page, {
        'GOU-01.evidence': evidence,
        'GOU-01.versionToken': token,
      });
    }
    const open = await rivals();
    expect(open.map(({ answer: { evidence, level } }) => [evidence, level])).to.deep.equal([
      ['Ma preuve, page 3', 2],
    ]);
    expect((await answerTo('GOU-01'))?.evidence).to.equal('Le registre de mars');
  });

  it('keeps at most fifty conflicts, and says so', async () => {
    const one = { offerId: '', by: 'x', at: '2026-11-02T08:00:00.000Z' };
    const answer = { criterion: 'GOU-02', level: 1, na: false, evidence: '', comment: '', revision: 1 };
    await web.connection
      .collection<{ _id: string }>('selfAssessments')
      .updateOne(
        { _id: draft.id },
        { $set: { rivals: Array.from({ length: 50 }, (_, i) => ({ ...one, id: `R${i}`, answer })) } },
      );
    const { answer: refused } = await twoAtOnce();
    expect(refused.status).to.equal(409);
    expect(refused.text).to.include('Cinquante réponses attendent un choix').and.include('value="Ma preuve"');
    expect((await answerTo('GOU-04'))?.level, 'the other answer is saved').to.equal(0);
    expect(await rivals()).to.have.length(50);
  });

  it('returns the script time, new version tokens, score and levels', async () => {
    const page = (await draft.browser.get(theme())).text;
    const versionToken = hiddenIn(page, 'GOU-01.versionToken');
    const answer = await byScript(draft.browser, theme(), page, {
      'GOU-01.comment': 'Un mot',
      'GOU-01.versionToken': versionToken,
    });
    expect(answer.status).to.equal(200);
    const told: Saved = JSON.parse(answer.text);
    expect(told.text).to.match(/^Enregistré à \d\d h \d\d$/);
    expect(Object.keys(told.versionTokens)).to.deep.equal(['GOU-01.versionToken']);
    expect(told.versionTokens['GOU-01.versionToken']).to.not.equal(versionToken);
    expect(told.html).to.include('data-live="score"').and.include('<svg');
    const again = await byScript(draft.browser, theme(), page, {
      'GOU-01.comment': 'Un mot de plus',
      ...told.versionTokens,
    });
    expect(again.status).to.equal(200);
    expect([(await answerTo('GOU-01'))?.comment, await rivals()]).to.deep.equal(['Un mot de plus', []]);
  });

  it('reports faults by field, conflicts and expired sessions to the script', async () => {
    const path = `${draft.at}/figures`;
    const page = (await draft.browser.get(path)).text;
    const versionToken = hiddenIn(page, 'versionToken');
    const wrong = await byScript(draft.browser, path, page, { F02: 'douze', versionToken });
    expect(wrong.status).to.equal(422);
    expect(Object.keys(JSON.parse(wrong.text).faults)).to.deep.equal(['F02']);
    const stale = await byScript(draft.browser, path, page, { F02: '13', versionToken: 'AAAAAAAAAAAA' });
    const told: Saved = JSON.parse(stale.text);
    expect(stale.status).to.equal(409);
    expect(told.now?.versionToken).to.equal(versionToken);
    expect(told.now?.values).to.include.keys('F02');
    await web.deps.sessions.endAll(draft.owner.id);
    const late = await byScript(draft.browser, path, page, { F02: '13', versionToken }).set(
      'Origin',
      'http://label.example',
    );
    expect(late.status).to.equal(401);
  });

  it('keeps the largest theme of a full file below 100 kB, including the script', async () => {
    const { scheme } = realScheme();
    const sizes = await Promise.all(
      scheme.themes
        .filter(({ scope }) => scope === 'organisation')
        .map(async ({ id }) => {
          const { text } = await draft.browser.get(`${draft.at}/themes/${id}`);
          expect(text).to.include('autosave.js').and.include('savebar__said');
          return Buffer.byteLength(text);
        }),
    );
    expect(Math.max(...sizes)).to.be.below(100_000);
  });
});
