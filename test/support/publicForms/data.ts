import { parse as parseCsv } from 'csv-parse/sync';
import type { LabelAnswer } from '../../../src/web/schemas/label.ts';
import type { Looked, PublicForm, Said } from './said.ts';
import { wordIn } from './shown.ts';

/** The label as JSON, at the address of programs and at the printed one. */
export const json: PublicForm = async (looked) => {
  const { visitor, label } = looked;
  const own = (await visitor.get(`/api/v1/labels/${label.id}`)).body;
  const printed = await visitor.get(`/labels/${label.id}`).set('Accept', 'application/json');
  return [
    ...answerOf('JSON', own, looked),
    ['JSON at the printed address', JSON.stringify(printed.body), JSON.stringify(own)],
  ];
};

/** The row of the register that every form is made from. */
export const row: PublicForm = async ({ web, label }) => {
  const { context, state, offers, history } = label;
  const entry = await web.deps.store.entry(label.id);
  return [
    ['row', entry?.state, state],
    ['row of standing', entry?.standing, context.standing],
    ['row of revision', entry?.revision, context.revision],
    ['row of period', `${entry?.since} ${entry?.until}`, `${context.since} ${context.until}`],
    ['row of successor', entry?.successor ?? null, context.successor],
    ['row of offers', entry?.offers.map(({ id }) => id).join(), offers.map(({ id }) => id).join()],
    [
      'row of history',
      entry?.history.map((step) => step.state).join(),
      history.map((step) => step.state).join(),
    ],
  ];
};

/** The whole register as files, and its changes. */
export const registerFiles: PublicForm = async (looked) => {
  const { visitor, label, shown } = looked;
  const text = async (name: string) => (await visitor.get(`/api/v1/register.${name}`).buffer(true)).text;
  const lines = (await text('jsonl')).trimEnd().split('\n');
  const line = lines.map((one) => JSON.parse(one)).find(({ number }) => number === label.id);
  const rows: Record<string, string>[] = parseCsv(await text('csv'), { columns: true });
  const cells = rows.filter(({ number }) => number === label.id);
  const graph: Record<string, unknown>[] = JSON.parse(await text('jsonld'))['@graph'];
  const node = graph.find((one) => one.certificationIdentification === label.id);
  const { changes } = (await visitor.get('/api/v1/changes')).body;
  const change = changes.find(({ number }: LabelAnswer) => number === label.id);
  const csv = cells.map(({ valid, status, until, condition_due: due }) =>
    [valid, status, until, due].join(' '),
  );
  const told = [shown.valid, shown.status, shown.until ?? '', shown.condition?.due ?? ''].join(' ');
  return [
    ...answerOf('JSON Lines', line, looked),
    ...answerOf('changes', change, looked),
    ['CSV', [...new Set(csv)].join(', '), told],
    ['CSV: offers', cells.map((cell) => cell.offer_id).join(), label.offers.map(({ id }) => id).join()],
    [
      'JSON-LD',
      node?.certificationStatus,
      `https://schema.org/Certification${shown.valid ? 'Active' : 'Inactive'}`,
    ],
    ['JSON-LD until', node?.expires ?? null, shown.until],
  ];
};

/** What an answer to a program says of a label. */
function answerOf(name: string, answer: LabelAnswer | undefined, { label, shown }: Looked): readonly Said[] {
  return [
    [name, `${answer?.status} ${answer?.valid}`, `${shown.status} ${shown.valid}`],
    [`${name} word`, answer?.word, wordIn('fr', shown)],
    [`${name} until`, answer?.until, shown.until],
    [`${name} period`, answer?.periodEnd, shown.periodEnd],
    [`${name} condition`, answer?.conditionDue, shown.condition?.due],
    [`${name} offers`, answer?.offers.map(({ id }) => id).join(), label.offers.map(({ id }) => id).join()],
  ];
}
