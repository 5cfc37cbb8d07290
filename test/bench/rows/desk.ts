import { listDesk } from '../../../src/commands/desk/lists/listDesk.ts';
import { listViews } from '../../../src/commands/desk/lists/savedViews.ts';
import { viewOf } from '../../../src/commands/desk/viewOf.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import type { DeskRow } from '../../../src/commands/ports/deskPorts.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { withId } from '../../../src/storage/database/database.ts';
import type { StoredRow } from '../../../src/storage/desk/storedRow.ts';
import { deskListView } from '../../../src/web/desk/lists/list.view.ts';
import { askedBy, listAddress, placeIn, placeText } from '../../../src/web/desk/lists/listAddress.ts';
import { vocabularyOf } from '../../../src/web/desk/lists/vocabulary.ts';
import { noRefusal } from '../../../src/web/forms/refusal.ts';
import { deskListPage } from '../../../templates/pages/desk/lists/list.ts';
import type { TestService } from '../../support/run/service.ts';
import { pageFrame } from '../../support/samples/pageFrame.ts';
import { deskScene } from '../deskScene.ts';
import type { Contest, Row } from '../row.ts';
import { slowest } from '../slowest.ts';

const manyLabels = 50_000;
/** A file for so many labels. */
const labelsEach = 10;

type Query = Readonly<Record<string, string>>;
interface Asked {
  readonly kind: DeskRow['kind'];
  readonly query: Query;
}
type List = Awaited<ReturnType<typeof listDesk>>;

const words = createI18n().fr;
const full = `5,000 files and ${manyLabels.toLocaleString('en')} labels (or as many as asked for)`;
const bare = 'bare driver query of the same rows, written by the same template';

/** What a page of a list costs, whatever its order, beside its rows. */
export const deskPages: Row = {
  n: 25,
  product: `pages of the lists of the desk, in every order and by state, of ${full}`,
  base: bare,
  goal: { atMost: 20 },
  cost: 'tail',
  open: ({ labels }) => contest('bench-desk-pages', labels ?? manyLabels, pagesOf),
};

/** What a search of the desk costs, whatever is looked for, beside its rows. */
export const deskSearches: Row = {
  n: 26,
  product: `searches of these lists by words, names, numbers and what they are narrowed down by, of ${full}`,
  base: bare,
  goal: { atMost: 20 },
  cost: 'tail',
  open: ({ labels }) => contest('bench-desk-searches', labels ?? manyLabels, searchesOf),
};

async function contest(
  name: string,
  labels: number,
  questionsOf: (rows: readonly StoredRow[]) => readonly Asked[],
): Promise<Contest> {
  const service = await deskScene(name, Math.ceil(labels / labelsEach), labels);
  const officer = await service.person('officer', 'officer');
  const rows = service.connection.collection<StoredRow>('deskRows');
  const some = (kind: string) => rows.find({ kind } as object, { limit: 500 }).toArray();
  const drawn = [...(await some('files')), ...(await some('labels'))];
  const asked: (Asked & { readonly ids: readonly string[] })[] = [];
  for (const first of questionsOf(drawn)) {
    const list = await read(service, officer, first);
    asked.push({ ...first, ids: list.rows.map(({ id }) => id) });
    if (list.next === null) continue;
    const second = { ...first, query: { ...first.query, after: placeText(list.next) } };
    asked.push({ ...second, ids: (await read(service, officer, second)).rows.map(({ id }) => id) });
  }
  const around = (call: (one: (typeof asked)[number]) => Promise<unknown>) => {
    let at = 0;
    return slowest(ownProcess, async () => {
      const one = asked[at++ % asked.length];
      if (one) await call(one);
    });
  };
  return {
    base: around(async (one) => {
      const found = await rows
        .find({ _id: { $in: [...one.ids] } } as object, { projection: { words: 0, sorts: 0 } })
        .toArray();
      const beside = { clock: null, isLate: false, isUnread: false };
      const shown = found.map((row) => ({ ...withId<DeskRow>(row as never), ...beside }));
      const none = { people: new Map(), owners: new Map(), next: null, counts: new Map(), faults: [] };
      written(officer, one, { ...none, rows: shown, count: shown.length });
    }),
    product: around(async (one) => written(officer, one, await read(service, officer, one))),
    close: () => service.stop(),
  };
}

/** What a request of the page reads. */
async function read({ deps }: TestService, officer: Person, { kind, query }: Asked): Promise<List> {
  const section = { shows: 'scheme', blind: true, apart: true } as const;
  const store = deps.store.seenBy(await viewOf(deps, section, officer));
  const address = listAddress(kind, query);
  const { asked, faults } = askedBy(address, vocabularyOf(kind, words));
  if (faults.length > 0) throw new Error(`${JSON.stringify(query)} is not understood`);
  await Promise.all([
    store.peopleWith('officer'),
    listViews({ store }, officer, kind),
    store.sessionsIn(['planned'], 50),
  ]);
  const input = { kind, asked, sort: address.sort, after: placeIn(query.after) };
  return listDesk({ ...deps, store }, officer, input);
}

function written(officer: Person, { kind, query }: Asked, list: List): string {
  const shown = { after: null, views: [], officers: [officer], sessions: [], asker: officer };
  const nothing = { picked: [], refusal: noRefusal };
  const view = deskListView(list, { ...shown, ...nothing, address: listAddress(kind, query) }, words);
  return deskListPage({ ...pageFrame(words), asker: officer }, view).toString();
}

/** Each list in each of its orders, and what is in some states. */
function pagesOf(): readonly Asked[] {
  const orders = ['changed', 'name', 'since', 'due'];
  const files = [
    ...orders.map((sort) => ({ sort })),
    ...['screening', 'assignment'].map((state) => ({ state })),
  ];
  const labels = [
    ...[...orders, 'ends'].map((sort) => ({ sort })),
    { state: 'active' },
    { state: 'suspended' },
  ];
  return [
    ...files.map((query) => ({ kind: 'files', query: { ...query } as Query }) as const),
    ...labels.map((query) => ({ kind: 'labels', query: { ...query } as Query }) as const),
  ];
}

/** What officers look for: common words and rare ones, names, numbers, and what narrows down, alone and together. */
function searchesOf(rows: readonly StoredRow[]): readonly Asked[] {
  return (['files', 'labels'] as const).flatMap((kind) => {
    const [one, other, third] = [3, 57, 91].map((n) => rows.filter((row) => row.kind === kind)[n]);
    if (!one || !other || !third) throw new Error('there are too few rows to search');
    const word = (row: StoredRow) => row.name.split(' ').find((part) => part.length > 3) ?? row.name;
    const texts = [
      one.name,
      word(other),
      `"${word(third)}"`,
      `${word(one)} ${one.commune}`,
      String(other.number ?? other.applicationId),
      third.commune,
      'de la coopérative',
      'introuvable',
      'responsable:personne',
      'retard:oui',
      kind === 'files' ? 'étape:recevabilité' : 'échoit:90',
      `${word(other)} responsable:personne`,
    ];
    return texts.map((q) => ({ kind, query: { q } }) as const);
  });
}

const ownProcess = {
  cpuMs: async () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};
