import type { Person } from '../../commands/items/items.ts';
import { listPeople } from '../../commands/people/views/listPeople.ts';
import type { Asker, Deps } from '../../commands/ports/ports.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { allPages, columnsIn, type List } from '../papers/list.ts';

/** People whose name or address begins with a text, every page of them, as an administrator sees them. */
export function peopleList(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  beginning: string,
  words: Translator,
): List<Person> {
  const { t } = words;
  const column = columnsIn(words);
  return {
    name: 'people',
    title: t('people.title'),
    asked: beginning === '' ? [] : [[t('people.search'), beginning]],
    columns: [
      column('person', 'text', ({ name }) => name),
      column('email', 'text', ({ email }) => email, 36),
      column('roles', 'text', ({ roles }) => roles.map((role) => t(`roles.${role}`)).join(', ')),
      column('organisations', 'number', ({ memberships }) => memberships.length),
      column('removed', 'instant', ({ removedAt }) => removedAt),
    ],
    rows: allPages(async (after: string | undefined) => {
      const { people, next } = await listPeople(deps, asker, { beginning, after: after ?? '' });
      return { rows: people, next };
    }),
  };
}
