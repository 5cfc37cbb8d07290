import { expect } from 'chai';
import { parse as csv } from 'csv-parse/sync';
import { parse } from 'node-html-parser';
import { systemActor } from '../../../src/commands/common/actor.ts';
import { changeItem } from '../../../src/commands/common/noteOn.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { giveNotice } from '../../../src/commands/label/sanctions/notice.ts';
import { proposeSuspension, proposeWithdrawal } from '../../../src/commands/label/sanctions/suspension.ts';
import type { LabelContext } from '../../../src/workflow/stored.ts';
import { type InsertedLabel, insertLabel } from '../../support/insertLabel.ts';
import { labelNow, suspendNow } from '../../support/labelSteps.ts';
import { suspension } from '../../support/samples/suspension.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

const { code, reason, todo } = suspension;

describe('the list of labels', () => {
  let web: TestWeb;
  let officer: Person;
  const labels: Record<string, InsertedLabel> = {};

  before(async () => {
    web = await testWeb('label-list');
    web.setClock('2026-12-01T09:00:00.000Z');
    officer = await web.person('officer', 'officer');
    for (const name of ['plain', ...Object.keys(acts)]) labels[name] = await insertLabel(web, name);
    for (const [name, { act }] of Object.entries(acts)) await act(numberOf(name));
  });
  after(() => web.stop());

  const numberOf = (name: string) => labels[name]?.number ?? '';
  const at = async (number: string) => (await labelNow(web, number)).at;
  const change = async (number: string, context: Partial<LabelContext>, conditionDue?: string) => {
    const { label } = await labelNow(web, number);
    const line = {
      at: web.deps.clock.now().toISOString(),
      actor: systemActor,
      facts: ['label.standingSet'],
    } as const;
    const after = { context: { ...label.context, ...context }, ...(conditionDue && { conditionDue }) };
    await web.deps.store.commit([changeItem(web.deps, 'labels', label, after, line)]);
  };
  /** What each label went through, and what the list then says of it: its state, what else holds, and its last day. */
  const acts: Readonly<
    Record<
      string,
      { act: (number: string) => Promise<unknown>; says: readonly string[]; standing: string | null }
    >
  > = {
    conditional: {
      act: (number) => change(number, { standing: 'conditional' }, '2027-01-31'),
      says: ['Valable sous condition', '2029-04-30', '2027-01-31'],
      standing: 'conditional',
    },
    provisional: {
      act: (number) => change(number, { standing: 'provisional' }),
      says: ['Valable à titre provisoire', '2029-04-30', ''],
      standing: 'provisional',
    },
    proposed: {
      act: async (number) =>
        proposeSuspension(web.deps, officer, { ...(await at(number)), code, reason, todo }),
      says: ['Valable', '2029-04-30', '2026-12-15'],
      standing: 'suspensionProposed',
    },
    withdrawal: {
      act: async (number) => proposeWithdrawal(web.deps, officer, { ...(await at(number)), code, reason }),
      says: ['Valable', '2029-04-30', '2026-12-15'],
      standing: 'withdrawalProposed',
    },
    overdue: {
      act: async (number) => {
        await suspendNow(web, officer, number, '2026-12-20');
        await change(number, { hearing: null, dueAt: null });
        const { label } = await labelNow(web, number);
        const line = {
          at: web.deps.clock.now().toISOString(),
          actor: systemActor,
          facts: ['label.suspensionOverdue'],
        } as const;
        await web.deps.store.commit([
          changeItem(web.deps, 'labels', label, { state: 'withdrawalPending' }, line),
        ]);
      },
      // Its mark was to be taken down by then.
      says: ['Suspendu, délai dépassé', '2029-04-30', '2026-12-31'],
      standing: null,
    },
    noticed: {
      act: async (number) => {
        const owner = labels.noticed?.owner as Person;
        await giveNotice(web.deps, owner, { ...(await at(number)), on: '2027-03-31', reason });
      },
      says: ['Valable', '2027-03-31', ''],
      standing: 'noticeGiven',
    },
    ended: {
      act: async (number) => {
        await change(number, { standing: 'conditional' }, '2027-01-31');
        const { label } = await labelNow(web, number);
        const line = {
          at: web.deps.clock.now().toISOString(),
          actor: systemActor,
          facts: ['label.terminated'],
        } as const;
        const history = [...label.history, { state: 'terminated', at: '2026-12-01T09:00:00.000Z' }] as const;
        await web.deps.store.commit([
          changeItem(web.deps, 'labels', label, { state: 'terminated', history }, line),
        ]);
      },
      says: ['Résilié', '2026-11-30', ''],
      standing: null,
    },
  };

  it('says of each in what state it is, what else holds of it, its last day and what is due next', async () => {
    const browser = await web.browser(officer);
    const columns = ['state', 'ends', 'due', 'standing', 'offers', 'email']
      .map((one) => `col-${one}=yes`)
      .join('&');
    const { text } = await browser.get(`/fr/lists/labels/list.csv?${columns}`);
    const rows: Record<string, string>[] = csv(text, { columns: true, delimiter: ';', bom: true });
    const byNumber = new Map(rows.map((row) => [row.Numéro, row]));
    for (const [name, { says }] of Object.entries(acts)) {
      const row = byNumber.get(numberOf(name)) ?? {};
      expect([row.Étape, row['Dernier jour'], row.Délai], name).to.deep.equal(says);
      expect(row['E-mail'], name).to.equal(labels[name]?.owner.email);
    }
    const page = parse((await browser.get('/fr/lists/labels?col-state=yes&col-email=yes')).text);
    const cells = page.querySelectorAll('tbody tr').map((row) => row.textContent.replaceAll(/\s+/gu, ' '));
    const cellOf = (name: string) => cells.find((one) => one.includes(numberOf(name)));
    expect(cellOf('withdrawal'))
      .to.include('Valable Retrait proposé')
      .and.to.include(labels.withdrawal?.owner.email);
    expect(cellOf('overdue')).to.not.include('Retrait proposé');
  });

  for (const [name, { standing }] of Object.entries(acts)) {
    it(`is narrowed down to what holds of it: ${name}`, async () => {
      const browser = await web.browser(officer);
      const shown = async (query: string) =>
        parse((await browser.get(`/fr/lists/labels?${query}`)).text)
          .querySelectorAll('tbody .desk__number')
          .map((one) => one.textContent);
      const found = await Promise.all(
        ['conditional', 'provisional', 'suspensionProposed', 'withdrawalProposed', 'noticeGiven'].map(
          async (mark) => ((await shown(`standing=${mark}`)).includes(numberOf(name)) ? [mark] : []),
        ),
      );
      expect(found.flat()).to.deep.equal(standing === null ? [] : [standing]);
    });
  }
});
