import { expect } from 'chai';
import { parse as parseHtml } from 'node-html-parser';
import { readinessOf } from '../../../src/commands/application/selfAssessment/submitGate.ts';
import { answersFileShape } from '../../../src/commands/application/transfer/answersFile.ts';
import type { Answer, Facts } from '../../../src/criteria/assessment.ts';
import { shown } from '../../../src/scoring/shown.ts';
import { realScheme } from '../../support/samples/realScheme.ts';
import type { Browser } from '../../support/web.ts';
import { type WebWithApplicants, webWithApplicants } from '../../support/webWithApplicants.ts';

const { scheme } = realScheme();

describe('the trial without an account', () => {
  let web: WebWithApplicants;
  let visitor: Browser;
  before(async () => {
    web = await webWithApplicants('trial');
    visitor = await web.browser();
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged).to.deep.equal([]));

  const send = (fields: Record<string, string>, language = 'fr') =>
    visitor.send(`/${language}/try`, 'form', new URLSearchParams(fields).toString());

  /** The specimen's own answers, as the fields of the form say them. */
  async function filled() {
    const { id } = await web.completeDraft();
    const assessment = await web.deps.store.selfAssessment(id);
    if (!assessment) throw new Error('no draft');
    const [offer] = assessment.offers;
    const [named] = assessment.offersNamed;
    if (!offer || !named) throw new Error('no offer');
    const { id: _, ...described } = named;
    const { O00: __, ...facts } = offer.facts;
    const figures = (given: Facts) => Object.entries(given).map(([fact, value]) => [fact, String(value)]);
    const levels = [...assessment.answers, ...offer.answers]
      .filter(({ level, na }) => na || level !== null)
      .map(({ criterion, level, na }) => [`${criterion}.level`, na ? 'na' : String(level)]);
    const one = { ...assessment, offers: [offer], offersNamed: [named] };
    return {
      assessment: one,
      fields: Object.fromEntries([
        ...figures(assessment.facts),
        ...figures(facts),
        ...levels,
        ...Object.entries(described),
      ]) as Record<string, string>,
    };
  }

  it('returns exactly the result of an application with the same answers, and stores nothing', async () => {
    const { fields, assessment } = await filled();
    const before = await web.storedState();
    const { status, text, headers } = await send(fields);
    expect(status).to.equal(200);
    const { overall, themes } = readinessOf(scheme, assessment).verdict.organisation.score;
    const score = String(shown(overall ?? 0)).replace('.', ',');
    expect(text).to.include(`class="score__value">${score}<`);
    const drawn = [...text.matchAll(/class="radar__score"[^>]*>([\d,]+)</g)];
    expect(drawn.map(([, points = '']) => Number(points.replace(',', '.')))).to.deep.equal(
      themes.map(({ points }) => shown(points ?? 0)),
    );
    expect(text).to.include('Vous pouvez commencer');
    expect(headers['cache-control']).to.equal('no-store');
    expect(headers['set-cookie']).to.equal(undefined);
    expect(await web.storedState()).to.equal(before);
    expect(text.length, 'the whole page').to.be.below(250_000);
  });

  it('has a page for each part, and carries what was typed on the others along', async () => {
    const { fields } = await filled();
    const typed: Record<string, string> = { ...fields, 'FIN-01.level': '0', F02: '17' };
    const parts = [
      'figures',
      ...scheme.themes.filter(({ scope }) => scope === 'organisation').map(({ id }) => id),
      'offer',
    ];
    for (const go of parts) {
      const page = parseHtml((await send({ ...typed, go })).text);
      expect(page.querySelector('.try-parts [aria-current]')?.getAttribute('value')).to.equal(go);
      const form = page.querySelector('main form[method="post"]');
      const sent = new Set(form?.querySelectorAll('[name]').map((one) => one.getAttribute('name') ?? ''));
      expect(
        Object.keys(typed).filter((name) => !sent.has(name)),
        go,
      ).to.deep.equal([]);
      const hidden = form
        ?.querySelectorAll('input[type="hidden"]')
        .map((one) => one.getAttribute('name') ?? '');
      expect(
        hidden?.filter((name) => page.querySelectorAll(`[name="${name}"]`).length > 1),
        go,
      ).to.deep.equal([]);
    }
    const theme = (await send({ ...typed, go: 'FIN' })).text;
    expect(theme)
      .to.match(/name="FIN-01.level" value="0" checked/)
      .and.to.match(/type="hidden" name="F02" value="17"/);
    expect((await send({ ...typed, go: 'figures' })).text).to.match(/name="F02"[^>]*value="17"/);
    expect(theme.length, 'a part').to.be.below(90_000);
  });

  it('leads from every gap to its place on its part', async () => {
    const { fields } = await filled();
    const { text } = await send({ ...fields, 'FIN-01.level': '0', 'GOU-01.level': '', F10: '' });
    expect(text).to.not.include('/applications/');
    const ways = parseHtml(text)
      .querySelectorAll('#result button[formaction]')
      .map(
        (one) =>
          [one.getAttribute('value') ?? '', one.getAttribute('formaction')?.split('#')[1] ?? ''] as const,
      );
    expect(ways.map(([, place]) => place)).to.include.members(['FIN-01', 'GOU-01', 'F10']);
    for (const [go, place] of ways) {
      const page = parseHtml((await send({ ...fields, go })).text);
      const known = place === go || page.getElementById(place) !== null;
      expect(known, `${place} on ${go}`).to.equal(true);
    }
  });

  it('accepts "not applicable" only where the figures allow it', async () => {
    const { fields } = await filled();
    const open = async (F02: string) => {
      const { text } = await send({ ...fields, 'LUC-03.level': 'na', F01: '1', F02 });
      return text.includes('formaction="/fr/try#LUC-03"');
    };
    expect([await open('1'), await open('12')]).to.deep.equal([false, true]);
  });

  it('returns the answers as a file that an application can import', async () => {
    const { fields, assessment } = await filled();
    const answer = await send({ ...fields, go: 'download' });
    expect(answer.headers['content-disposition']).to.include('made-in-ess.json');
    const file = answersFileShape.parse(JSON.parse(answer.text));
    expect(file).to.include({ format: 'made-in-ess/answers', formatVersion: 1, criteriaVersion: '1.1.0' });
    expect(file.facts).to.deep.equal(assessment.facts);
    expect(file.offers.length).to.equal(1);
    const levels = (all: readonly Pick<Answer, 'criterion' | 'level' | 'na'>[]) =>
      all
        .filter(({ level, na }) => na || level !== null)
        .map(({ criterion, level, na }) => [criterion, level, na]);
    expect(levels(file.answers)).to.have.deep.members(levels(assessment.answers));
    expect(file.answers[0]).to.have.all.keys('criterion', 'level', 'na', 'evidence', 'comment');
    expect(JSON.parse((await send({ go: 'download' })).text).offers).to.deep.equal([]);
  });

  it('reports invalid input beside the fields, and keeps it', async () => {
    const rows: [Record<string, string>, string][] = [
      [{ F01: 'beaucoup' }, 'F01'],
      [{ F18: '10', F19: '20' }, 'F19'],
      [{ F10: '-5' }, 'F10'],
      [{ name: 'x'.repeat(10_000) }, 'name'],
      [{ 'FIN-01.level': '7' }, 'FIN-01.level'],
      [{ 'FIN-01.level': 'na' }, 'FIN-01.level'],
      [{ nothing: '1' }, 'nothing'],
      [{ type: 'weapon' }, 'type'],
      [{ at: 'nowhere' }, 'at'],
      [{ go: '__proto__' }, 'go'],
    ];
    for (const [fields, field] of rows) {
      const { status, text } = await send(fields);
      expect(status, field).to.equal(422);
      expect(text, field).to.include(`href="#${field}"`);
      if (fields.F01) expect(text).to.include('beaucoup');
    }
    const twice = await visitor.send('/fr/try', 'form', 'F01=1&F01=2');
    expect(twice.status).to.equal(422);
    expect((await visitor.send('/fr/try', 'json', '{"F01":{"$gt":1}}')).status).to.equal(422);
    expect((await visitor.send('/fr/try', 'form', `name=${'x'.repeat(300_000)}`)).status).to.equal(413);
    expect((await visitor.send('/fr/try', 'form', '')).status).to.equal(200);
  });

  for (const language of ['de', 'it', 'en']) {
    it(`computes in ${language}`, async () => {
      const { fields } = await filled();
      const { status, text } = await send({ ...fields, 'ENV-04.level': '0', F06: '0' }, language);
      expect(status).to.equal(200);
      expect(text).to.not.match(/undefined|\[object|NaN/);
    });
  }
});
