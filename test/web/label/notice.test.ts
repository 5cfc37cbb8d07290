import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { labelNow } from '../../support/labelSteps.ts';
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
});
