import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { expireDeadlines } from '../../../src/commands/committee/expireDeadlines.ts';
import { proposeWithdrawal } from '../../../src/commands/label/sanctions/suspension.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { labelNow } from '../../support/labelSteps.ts';
import { writtenNotice } from '../../support/samples/writtenNotice.ts';
import { tokenIn } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the notice by which a holder ends their label', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let path: string;
  before(async () => {
    web = await webWithCast('notice-page');
    web.setClock('2026-12-01T09:00:00.000Z');
    holder = await issueLabel(web, web.cast, 'holder');
    path = `/fr/organisations/${holder.organisationId}/labels/${holder.number}/notice`;
  });
  after(() => web.stop());

  const give = async (on: string) => {
    const { at } = await labelNow(web, holder.number);
    const fields = { revision: String(at.revision), on, reason: 'Nous fermons la boutique.' };
    return (await web.browserOf(holder.owner)).post(`${path}/give`, fields, path);
  };

  it('is read and given by the holder alone', async () => {
    const statuses = [holder.owner, web.cast.officer, await web.person('outsider')].map(
      async (person) => (await (await web.browserOf(person)).get(path)).status,
    );
    expect(await Promise.all(statuses)).to.deep.equal([200, 404, 404]);
  });

  it('refuses a day that is over, beside its field', async () => {
    const refused = await give('2026-11-30');
    expect(refused.status).to.equal(422);
    expect(parse(refused.text).querySelector('.govuk-error-message')?.text) //
      .to.contain('Choisissez aujourd’hui ou un jour à venir.');
  });

  it('names the last day until it is taken back', async () => {
    expect((await give('2026-12-31')).headers.location).to.equal(`${path}?saved=1`);
    const own = await web.browserOf(holder.owner);
    const given = parse((await own.get(path)).text);
    expect(given.querySelector('.banner--sun')?.text).to.contain('31 décembre 2026');
    expect(given.querySelector(`form[action="${path}/give"]`)).to.equal(null);

    const { at } = await labelNow(web, holder.number);
    const back = await own.post(`${path}/take-back`, { revision: String(at.revision) }, path);
    expect(back.headers.location).to.equal(`${path}?saved=1`);
    const again = parse((await own.get(path)).text);
    expect(again.querySelector('.banner--sun')).to.equal(null);
    expect(again.querySelector(`form[action="${path}/give"]`)).not.to.equal(null);
  });

  it('is recorded from a writing, confirmed by another officer, and objected to', async () => {
    const second = await web.person('second', 'officer');
    const page = `/fr/files/${holder.applicationId}/label/sanctions`;
    const revision = async () => String((await labelNow(web, holder.number)).at.revision);
    const record = async (fields: Readonly<Record<string, string>>) => {
      const browser = await web.browserOf(web.cast.officer);
      const all = { revision: await revision(), noticeOn: '2026-12-03', ...fields };
      const { text } = await browser.get(page);
      return browser.parts(
        `${page}/record-notice`,
        (form) => {
          for (const [name, value] of Object.entries(all)) form.field(name, value);
          return form.attach('file', writtenNotice.bytes, { filename: writtenNotice.name });
        },
        tokenIn(text),
      );
    };
    const refused = await record({});
    expect([refused.status, refused.text.includes('name="keptFile"')]).to.deep.equal([422, true]);
    expect((await record({ noticeReason: 'Lettre du 30 novembre.' })).headers.location).to.equal(page);
    const first = parse((await (await web.browserOf(web.cast.officer)).get(page)).text);
    expect(first.querySelector(`form[action="${page}/confirm-notice"]`), 'by who recorded it').to.equal(null);
    expect(first.text).to.contain('Une autre personne du secrétariat le confirme ou l’écarte');
    const other = await web.browserOf(second);
    const shown = parse((await other.get(page)).text);
    expect(shown.querySelector(`form[action="${page}/confirm-notice"]`)).not.to.equal(null);
    expect(shown.text).to.contain(writtenNotice.name);
    await other.post(`${page}/confirm-notice`, { revision: await revision() }, page);
    const own = await web.browserOf(holder.owner);
    const told = parse((await own.get(path)).text);
    expect(told.text.replaceAll(/[\u00a0\u202f]/g, ' ')) //
      .to.contain('11 décembre 2026')
      .and.to.contain(writtenNotice.name);
    const objected = await own.post(`${path}/object`, { revision: await revision() }, path);
    expect(objected.headers.location).to.equal(`${path}?saved=1`);
    expect((await labelNow(web, holder.number)).label.context).to.include({ endsOn: null, notice: null });
  });

  it('says before it is given that proceedings are under way, and the register after it', async () => {
    const { at } = await labelNow(web, holder.number);
    const reason = 'Spécimen : le label est montré sur des offres qu’il ne couvre pas.';
    await proposeWithdrawal(web.deps, web.cast.officer, { ...at, code: 'misuse', reason });
    const own = await web.browserOf(holder.owner);
    expect((await own.get(path)).text).to.contain('pendant cette procédure, qui s’arrête là');
    await give('2026-12-05');
    web.setClock('2026-12-06T09:00:00.000Z');
    await expireDeadlines(web.deps, new Date('2026-12-06T09:00:00.000Z'));
    const ended = 'rendu ce label pendant une procédure de retrait';
    expect((await own.get(`/fr/labels/${holder.number}`)).text) //
      .to.contain(ended)
      .and.to.contain('Label rendu par l’organisation pendant une procédure de retrait');
    const { history } = JSON.parse((await own.get(`/api/v1/labels/${holder.number}`)).text);
    expect(history.at(-1)).to.deep.equal({ state: 'terminated', on: '2026-12-06', during: 'withdrawal' });
  });
});
