import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { planBulkAct } from '../../../src/commands/desk/bulk/planBulkAct.ts';
import { startBulkAct, workBulkActs } from '../../../src/commands/desk/bulk/workBulkAct.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { type InsertedLabel, insertLabel } from '../../support/insertLabel.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

const list = '/fr/lists/labels';
const subject = 'Spécimen : l’assemblée de printemps';
const text = 'Spécimen : elle a lieu le 3 mai.\nVenez nombreux.';

describe('a message to the holders of many labels', () => {
  let web: TestWeb;
  let officer: Person;
  const holders: InsertedLabel[] = [];

  before(async () => {
    web = await testWeb('bulk-message');
    officer = await web.person('officer', 'officer');
    for (const name of ['one', 'two', 'three']) holders.push(await insertLabel(web, name));
    const sent = { submittedAt: '2026-01-05T08:00:00.000Z', 'context.snapshots': 1 };
    await web.connection.collection('applications').updateMany({}, { $set: sent });
  });
  after(() => web.stop());
  beforeEach(() => {
    web.letters.length = 0;
  });

  const browser = () => web.browser(officer);
  const numbers = () => holders.map(({ number }) => number);
  const ticked = (of: readonly string[]) =>
    Object.fromEntries(of.map((number) => [`pick-labels/${number}`, 'yes']));
  const mailed = () => web.letters.filter(({ kind }) => kind === 'officeMessage');
  const plan = async (of: readonly string[]) => {
    const answer = await (await browser()).post(
      `${list}/act`,
      { act: 'write', subject, text, ...ticked(of) },
      list,
    );
    expect(answer.status, answer.text).to.equal(303);
    return String(answer.headers.location);
  };
  const linesOf = async (href: string) => {
    const rows = parse((await (await browser()).get(href)).text).querySelectorAll('tbody tr');
    return Object.fromEntries(
      rows.map((row) => [
        row.querySelector('th .small')?.textContent,
        row.querySelector('td .pill')?.textContent,
      ]),
    );
  };

  it('is shown first as each gets it, and nothing goes', async () => {
    const href = await plan(numbers());
    const page = parse((await (await browser()).get(href)).text);
    const shown = page.querySelector('#letter')?.textContent;
    expect(shown)
      .to.include(subject)
      .and.to.include('elle a lieu le 3 mai')
      .and.to.include(holders[0]?.owner.email);
    expect(page.querySelector('main')?.textContent).to.include('ne vote plus sur son retrait');
    expect(await linesOf(href)).to.deep.equal(
      Object.fromEntries(numbers().map((number) => [number, 'À traiter'])),
    );
    await workBulkActs(web.deps);
    await web.work();
    expect(mailed()).to.deep.equal([]);
  });

  it('goes once to each, by whatever presses of the button, waits for no answer, and can be answered', async () => {
    const href = await plan(numbers());
    for (const path of [`${href}/start`, `${href}/start`]) await (await browser()).post(path, {}, list);
    await workBulkActs(web.deps);
    await web.work();
    const addresses = holders.map(({ owner }) => owner.email);
    expect(mailed().map(({ to }) => to)).to.have.members(addresses);
    expect(await linesOf(href)).to.deep.equal(
      Object.fromEntries(numbers().map((number) => [number, 'Traité'])),
    );
    expect((await (await browser()).get(href)).text).to.include('/fr/mail?fact=correspondence.opened');
    const label = requireVisible(await web.deps.store.label(numbers()[0] ?? ''));
    const [message] = await web.deps.store.correspondenceOn(label.context.applicationId, 5);
    expect(message).to.include({ subject, awaits: null });
  });

  it('goes once to a holder of two labels', async () => {
    const rows = web.connection.collection<{ _id: string }>('deskRows');
    const [first, second] = holders;
    await rows.updateOne(
      { _id: `labels/${second?.number}` },
      { $set: { organisationId: first?.organisationId } },
    );
    const lines = await linesOf(await plan(numbers()));
    expect(Object.values(lines).sort()).to.deep.equal(['Laissé de côté', 'À traiter', 'À traiter']);
    await rows.updateOne(
      { _id: `labels/${second?.number}` },
      { $set: { organisationId: second?.organisationId } },
    );
  });

  it('goes on after a break, and repeats no line that somebody was at', async () => {
    const input = { kind: 'labels', act: 'write', asked: [], sort: 'name', subject, note: text } as const;
    const picked = numbers().map((number) => `labels/${number}` as const);
    const act = await planBulkAct(web.deps, officer, { ...input, picked });
    await startBulkAct(web.deps, officer, { act, count: 1 });
    await web.deps.store.takeBulkLine(
      act,
      new Date(web.deps.clock.now().getTime() - 3_600_000).toISOString(),
    );
    expect(await workBulkActs(web.deps)).to.equal(1);
    await web.work();
    expect(mailed()).to.have.lengthOf(2);
    const states = (await web.deps.store.bulkLines(act, { limit: 5 })).map(({ state }) => state);
    expect(states.sort()).to.deep.equal(['done', 'done', 'unsure']);
  });

  it('is refused without subject or text, with what was typed and ticked', async () => {
    for (const [typed, missing] of [
      [{ subject, text: '' }, '#text'],
      [{ subject: '', text }, '#subject'],
    ] as const) {
      const sent = { act: 'write', ...typed, ...ticked(numbers()) };
      const answer = await (await browser()).post(`${list}/act`, sent, list);
      const page = parse(answer.text);
      const fault = page.querySelector('.govuk-error-summary a')?.getAttribute('href');
      expect([answer.status, fault]).to.deep.equal([422, missing]);
      expect(page.querySelectorAll('tbody input[checked]')).to.have.lengthOf(3);
      expect(page.querySelector('#acts ~ div [name=text]')?.textContent.trim()).to.equal(typed.text);
    }
  });
});
