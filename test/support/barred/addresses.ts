import fc from 'fast-check';
import { type Section, sections } from '../../../src/policies/sections.ts';
import { privateRoutes } from '../../../src/web/privateRoutes.ts';
import { shown } from '../web.ts';
import type { BarredItem, DeskWorld, Officeholder } from './deskWorld.ts';

/**
 * Where no item of others is: signing in, the mailbox of a trial, what one's own data are; and one's own ties, which name the
 * organisation that one declared them to.
 */
const elsewhere = /^\/fr\/(sign-in|sign-out|dev|typed|ties|account\/(export|erase|passkey))/;

/** Every address behind a session that one can ask for; `values` stand for the parts of its path. */
function addressesOf({ web }: Pick<DeskWorld, 'web'>, values: Readonly<Record<string, string>>) {
  const routes = privateRoutes({ deps: web.deps, i18n: shown.i18n }).stack;
  const paths = routes.filter(({ methods }) => methods.includes('GET')).map(({ path }) => String(path));
  const known = [...new Set(paths)].filter((path) => path.startsWith('/:language/'));
  // Whatever is named by an id alone is a file, but for people.
  const valueIn = (path: string, part: string) =>
    values[part === 'id' && path.startsWith('/:language/people/') ? 'personId' : part] ?? 'none';
  return known.map((path) => ({
    isList: [...path.matchAll(/:\w+/g)].length === 1,
    path: path.replaceAll(/:(\w+)/g, (_, part: string) => valueIn(path, part)),
  }));
}

/** Lists, counts, exports, calendars: whatever names no item. */
export function listAddresses(world: Pick<DeskWorld, 'web'>): string[] {
  return addressesOf(world, { language: 'fr' })
    .filter(({ isList, path }) => isList && !elsewhere.test(path))
    .map(({ path }) => path);
}

/** Those that somebody of the staff may ask for, their calendar, and what they prepared of all items. */
export function staffAddresses(world: DeskWorld, { person, feed, bulkAct }: Officeholder): string[] {
  const lists = listAddresses(world).filter((path) => sectionOf(path).admits(person));
  return [...lists, feed, ...(bulkAct ? prepared(world, bulkAct) : [])];
}

/** A plan of an officer with a letter of each of its lines, and rows that they ticked. */
function prepared({ items }: DeskWorld, bulkAct: string): string[] {
  const files = items.map(({ applicationId }) => applicationId).join();
  const labels = items.flatMap(({ number }) => number ?? []).join();
  const plan = `/fr/lists/acts/${bulkAct}`;
  const ticked = [`/fr/lists/files/list.csv?rows=${files}`, `/fr/lists/labels/list.xlsx?rows=${labels}`];
  return [plan, ...items.map((_, n) => `${plan}?letter=${bulkAct}.${String(n).padStart(4, '0')}`), ...ticked];
}

type AddressedItem = Omit<BarredItem, 'name' | 'canary' | 'letter'> & Partial<Pick<BarredItem, 'letter'>>;

/** Whatever names an item, or what belongs to it. */
export function itemAddresses(
  world: Pick<DeskWorld, 'web' | 'ids'>,
  { bulkAct }: Pick<Officeholder, 'bulkAct'>,
  { organisationId, applicationId, number, owner, letter }: AddressedItem,
): string[] {
  const { sessions, cancelled: _, ...ids } = world.ids;
  const own = {
    id: applicationId,
    applicationId,
    organisationId,
    number: number ?? 'none',
    personId: owner.id,
    letter: letter ?? 'none',
  };
  const rest = {
    act: bulkAct || 'none',
    sessionId: sessions[0] ?? 'none',
    n: '1',
    place: 'FIN-01',
    theme: 'FIN',
    criterion: 'FIN-01',
  };
  const addresses = addressesOf(world, { language: 'fr', year: '2026', ...ids, ...own, ...rest });
  return addresses.filter(({ isList, path }) => !isList && !elsewhere.test(path)).map(({ path }) => path);
}

/** What is looked for: words of items, bare and under operators, quoted, misspelt, and what no search understands. */
export function anySearch(items: readonly BarredItem[]): fc.Arbitrary<string> {
  const words = items.flatMap(({ canary, name, applicationId, number, owner }) => [
    ...[canary, canary.slice(0, 8), `étiquette-${name}`, `Note sur ${name}`, applicationId],
    ...[number ?? applicationId, owner.name, owner.email, owner.id, 'kanari'],
  ]);
  const word = fc.constantFrom(...words);
  const dressed = fc.tuple(
    word,
    fc.constantFrom(
      ...[
        '',
        '"',
        'tag:',
        'étiquette:',
        'responsable:',
        'owner:',
        'reviewer:',
        'follower:',
        'étape:',
        'label:',
      ],
      ...['$regex:', '-', '.*'],
    ),
  );
  const one = dressed.map(([text, mark]) => (mark === '"' ? `"${text}"` : `${mark}${text}`));
  return fc.oneof(
    { weight: 6, arbitrary: one },
    { weight: 2, arbitrary: fc.tuple(one, one).map((both) => both.join(' ')) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('retard:oui', 'owner:me', 'état:granted', '"', '$ne', 'a'.repeat(400)),
    },
  );
}

/** Every page and export that looks something up, with a text in each of its fields. */
export function searchAddresses(text: string): string[] {
  const asked = (path: string, ...fields: string[]) =>
    fields.map((field) => `/fr/${path}?${new URLSearchParams({ [field]: text })}`);
  return [
    ...['lists/files', 'lists/labels', 'lists/files/list.csv', 'lists/labels/list.xlsx'].flatMap((path) =>
      asked(path, 'q'),
    ),
    ...['journal', 'journal/list.csv'].flatMap((path) => asked(path, 'about', 'person')),
    ...['mail', 'mail/list.csv'].flatMap((path) => asked(path, 'file', 'person')),
    ...['precedents', 'people', 'people/list.csv'].flatMap((path) => asked(path, 'q')),
  ];
}

/** The section that an address is in; what a calendar holds is told of each section as its pages show it, like a day. */
export function sectionOf(path: string): Section {
  const [, language, name = ''] = path.split(/[/?]/);
  const section = sections[language === 'calendar' ? 'day' : name];
  if (!section) throw new Error(`${path} is in no section`);
  return section;
}
