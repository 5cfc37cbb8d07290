import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { labelNow, suspendNow } from '../../support/labelSteps.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('an appeal against a decision on a label', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let path: string;
  before(async () => {
    web = await webWithCast('label-appeal-page');
    web.setClock('2026-12-01T09:00:00.000Z');
    holder = await issueLabel(web, web.cast, 'holder');
    path = `/fr/organisations/${holder.organisationId}/labels/${holder.number}/appeal`;
  });
  after(() => web.stop());

  const ownPage = async () => parse((await (await web.browserOf(holder.owner)).get(path)).text);

  it('has no form as long as nothing was decided, and no page for others', async () => {
    expect((await ownPage()).querySelector(`form[action="${path}"]`)).to.equal(null);
    const outsider = await web.browserOf(await web.person('outsider'));
    expect((await outsider.get(path)).status).to.equal(404);
  });

  it('is lodged on the page, which names the last day before and what follows after', async () => {
    await suspendNow(web, web.cast.officer, holder.number, '2027-02-01');
    const { label, at } = await labelNow(web, holder.number);
    const [open] = label.context.appealable;
    if (open === undefined) throw new Error('nothing can be appealed against');
    const form = (await ownPage()).querySelector(`form[action="${path}"]`);
    expect(form?.text).to.contain(createI18n().fr.date(open.until));

    const own = await web.browserOf(holder.owner);
    const fields = { revision: String(at.revision), against: open.against, ground: 'evidence' };
    const short = await own.post(path, { ...fields, grounds: 'Non.' });
    expect(short.status).to.equal(422);
    const grounds = 'La déclaration a été envoyée le 3 novembre, le reçu est au dossier.';
    const lodged = await own.post(path, { ...fields, grounds });
    expect(lodged.headers.location).to.equal(`${path}?saved=1`);
    const page = await ownPage();
    expect(page.querySelector('.question .reason')?.text).to.equal(grounds);
    expect(page.querySelector(`form[action="${path}"]`)).to.equal(null);
  });
});
