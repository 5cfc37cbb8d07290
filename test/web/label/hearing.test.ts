import { expect } from 'chai';
import { parse } from 'node-html-parser';
import type { Person } from '../../../src/commands/items/items.ts';
import { proposeSuspension, proposeWithdrawal } from '../../../src/commands/label/sanctions/suspension.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { labelNow } from '../../support/labelSteps.ts';
import { suspension } from '../../support/samples/suspension.ts';
import { tokenIn } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the hearing of a holder, with documents', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let path: string;
  /** Path of the document that was brought. */
  let file: string;
  before(async () => {
    web = await webWithCast('hearing-page');
    web.setClock('2026-12-01T09:00:00.000Z');
    holder = await issueLabel(web, web.cast, 'holder');
    path = `/fr/organisations/${holder.organisationId}/labels/${holder.number}/hearing`;
    const { at } = await labelNow(web, holder.number);
    await proposeSuspension(web.deps, web.cast.officer, { ...at, ...suspension });
  });
  after(() => web.stop());

  const statusOf = async (person: Person, address: string) =>
    (await (await web.browserOf(person)).get(address)).status;
  const bring = async (person: Person, name: string) => {
    const browser = await web.browserOf(person);
    const { text } = await browser.get('/fr/my');
    const bytes = Buffer.from('Photo de la vitrine, spécimen');
    return browser.parts(
      `${path}/documents`,
      (form) => form.attach('file', bytes, { filename: name }),
      tokenIn(text),
    );
  };

  it('takes a file from the people who write for the holder alone, while something can be answered', async () => {
    expect((await bring(web.cast.officer, 'secretariat.txt')).status).to.equal(404);
    const brought = await bring(holder.owner, 'vitrine.txt');
    expect([brought.status, brought.headers.location]).to.deep.equal([303, `${path}?filed=1`]);
    const again = await bring(holder.owner, 'vitrine-2.txt');
    expect([again.status, parse(again.text).querySelector('details[open] .govuk-error-message') !== null]) //
      .to.deep.equal([422, true]);
  });

  it('is ticked for the answer, named in it, and read by the officers', async () => {
    const own = await web.browserOf(holder.owner);
    const page = parse((await own.get(path)).text);
    const box = page.querySelector('input[type=checkbox][checked]');
    const name = box?.getAttribute('name') ?? '';
    expect(page.querySelectorAll('input[type=checkbox][checked]')).to.have.length(1);
    const { at } = await labelNow(web, holder.number);
    const answered = await own.post(path, {
      revision: String(at.revision),
      answer: 'Les macarons sont enlevés : voir la photo.',
      [name]: 'yes',
    });
    expect(answered.headers.location).to.equal(`${path}?saved=1`);
    const link = parse((await own.get(path)).text).querySelector('.filelist a');
    expect(link?.text).to.equal('vitrine.txt');
    file = link?.getAttribute('href') ?? '';
    const desk = await (await web.browserOf(web.cast.officer)).get(
      `/fr/files/${holder.applicationId}/label/sanctions`,
    );
    expect(parse(desk.text).querySelector('.filelist a')?.getAttribute('href')).to.equal(file);
    expect(await statusOf(web.cast.officer, file)).to.equal(200);
  });

  it('is read by the committee once its withdrawal is proposed, and by nobody else', async () => {
    const member = await web.person('new-member', 'committee');
    const outsider = await web.person('outsider');
    expect(await statusOf(member, file), 'a suspension is not theirs').to.equal(404);
    const { at } = await labelNow(web, holder.number);
    const { code, reason } = suspension;
    await proposeWithdrawal(web.deps, web.cast.officer, { ...at, code, reason });
    expect(await statusOf(member, file)).to.equal(200);
    const page = parse(
      (await (await web.browserOf(member)).get(`/fr/committee/${holder.applicationId}/withdrawal`)).text,
    );
    expect(page.querySelector('.filelist a')?.getAttribute('href')).to.equal(file);
    expect(await statusOf(outsider, file)).to.equal(404);
    expect(await statusOf(outsider, path)).to.equal(404);
  });
});
