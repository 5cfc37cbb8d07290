import fc from 'fast-check';
import { type Section, sections } from '../../../src/policies/sections.ts';
import { privateRoutes } from '../../../src/web/privateRoutes.ts';
import { shown } from '../web.ts';
import type { BarredItem, DeskWorld, Officeholder } from './deskWorld.ts';

/**
 * Where no item of others is: signing in, the mailbox of a trial, one's own account; and one's own ties, which name the organisation
 * that one declared them to.
 */
const elsewhere = /^\/fr\/(sign-in|sign-out|dev|typed|ties|account)\b/;

/** Every address behind a session that one can ask for; `values` stand for the parts of its path. */
function addressesOf({ web }: Pick<DeskWorld, 'web'>, values: Readonly<Record<string, string>>) {
  const routes = privateRoutes({ deps: web.deps, i18n: shown.i18n }).stack;
  const paths = routes.filter(({ methods }) => methods.includes('GET')).map(({ path }) => String(path));
  const known = [...new Set(paths)].filter((path) => path.startsWith('/:language/'));
  return known.map((path) => ({
    isList: [...path.matchAll(/:\w+/g)].length === 1,
    path: path.replaceAll(/:(\w+)/g, (_, part: string) => values[part] ?? 'none'),
  }));
}

/** Lists, counts, exports, calendars: whatever names no item. */
export function listAddresses(world: Pick<DeskWorld, 'web'>): string[] {
  return addressesOf(world, { language: 'fr' })
    .filter(({ isList, path }) => isList && !elsewhere.test(path))
    .map(({ path }) => path);
}

/** Whatever names an item, or what belongs to it. */
export function itemAddresses(
  world: Pick<DeskWorld, 'web' | 'ids'>,
  { bulkAct }: Pick<Officeholder, 'bulkAct'>,
  { organisationId, applicationId, number, owner }: Omit<BarredItem, 'name' | 'canary'>,
): string[] {
  const { sessions, cancelled: _, ...ids } = world.ids;
  const own = {
    id: applicationId,
    applicationId,
    organisationId,
    number: number ?? 'none',
    personId: owner.id,
  };
  const rest = {
    act: bulkAct || 'none',
    sessionId: sessions[0] ?? 'none',
    n: '1',
    place: 'FIN-01',
    theme: 'FIN',
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

/** The section that an address is in. */
export function sectionOf(path: string): Section {
  const section = sections[path.split(/[/?]/)[2] ?? ''];
  if (!section) throw new Error(`${path} is in no section`);
  return section;
}
