import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { addConformity } from '../../../src/commands/label/addConformity.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { suspendNow } from '../../support/labelSteps.ts';
import { i18n } from '../../support/publicForms/shown.ts';
import type { Browser } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the conformity credential of a label', () => {
  let web: WebWithCast;
  let visitor: Browser;
  let holder: IssuedLabel;
  before(async () => {
    web = await webWithCast('conformity', { publicUrl: 'https://label.example' });
    visitor = await web.browser();
    holder = await issueLabel(web, web.cast, 'holder');
  });
  after(() => web.stop());

  const entry = async () => requireVisible(await web.deps.store.entry(holder.number));
  const token = async () =>
    String((await visitor.get(`/conformity/${holder.number}`).responseType('text')).body);
  /** What a stranger is told who drops it, as a file of any name. */
  const verdict = async (text: string) => {
    const file = Buffer.from(text);
    const answer = await visitor.parts('/fr/verify', (form) => form.attach('file', file, 'x.bin'), 'none');
    return parse(answer.text).querySelector('.verdict__word')?.text.trim();
  };
  const { t } = i18n.fr;
  /** Takes it away, as from a label of before there were any. */
  const without = async () => {
    const now = await entry();
    await web.publish({ ...now, files: now.files.filter(({ kind }) => kind !== 'conformity') });
  };

  it('is authentic and valid, to the byte', async () => {
    const text = await token();
    const { headers } = await visitor.get(`/conformity/${holder.number}`);
    expect(headers['content-disposition']).to.equal(`inline; filename="${holder.number}.jwt"`);
    expect(await verdict(text)).to.equal(t('verification.verdicts.holds.title'));
    expect(await verdict(`${text}\n`)).to.equal(t('verification.verdicts.altered.title'));
    expect(await verdict(text.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')))).not.to.equal(
      t('verification.verdicts.holds.title'),
    );
  });

  it('is added to a label that was issued before there were any, once, with its newest revision', async () => {
    await without();
    expect((await visitor.get(`/conformity/${holder.number}`)).status).to.equal(404);
    expect(await addConformity(web.deps)).to.equal(1);
    expect(await addConformity(web.deps)).to.equal(0);
    const { files, revision } = await entry();
    expect(files.filter(({ kind }) => kind === 'conformity').map((file) => file.revision)).to.deep.equal([
      revision,
    ]);
    expect(await verdict(await token())).to.equal(t('verification.verdicts.holds.title'));
    const records = await web.deps.store.records(`labels/${holder.number}`);
    expect(records.at(-1)?.facts).to.deep.equal(['label.conformityAdded']);
  });

  it('waits for a key for tokens', async () => {
    await without();
    const { issuing } = web.deps;
    const keys = async () => ({ ...(await issuing.keys()), token: null });
    expect(await addConformity({ ...web.deps, issuing: { ...issuing, keys } })).to.equal(0);
    expect(await addConformity(web.deps)).to.equal(1);
  });

  it('is not to be relied on while the label is suspended, and is not added to such a label', async () => {
    const text = await token();
    await suspendNow(web, web.cast.officer, holder.number, '2027-01-31');
    expect(await verdict(text)).to.equal(t('verification.verdicts.notValid.title'));
    await without();
    expect(await addConformity(web.deps)).to.equal(0);
  });
});
