import type { Person } from '../../commands/items/items.ts';
import type { JournalLine, JournalPlace, JournalQuery } from '../../commands/ports/journalPorts.ts';
import type { Asker, Deps } from '../../commands/ports/ports.ts';
import { readJournalPage } from '../../commands/privacy/views/readJournal.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { allPages, columnsIn, type List } from '../papers/list.ts';
import { actorName, contentOf, whatOf } from './journalLine.view.ts';
import { journalFilters, type TypedFilters } from './journalQuery.ts';

type Line = JournalLine & { readonly people: ReadonlyMap<string, Person> };

/** Lines of the journal as its page shows them, each with the hashes that chain it. */
export function journalList(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  { typed, query }: { readonly typed: TypedFilters; readonly query: JournalQuery },
  words: Translator,
): List<Line> {
  const { t } = words;
  const column = columnsIn(words);
  return {
    name: 'journal',
    title: t('journal.title'),
    asked: journalFilters.flatMap((name) =>
      typed[name] === '' ? [] : ([[t(`journal.filter.${name}`), typed[name]]] as const),
    ),
    columns: [
      column('when', 'instant', ({ at }) => at),
      column('person', 'text', (line) => actorName(line.actor.id, line.people, words)),
      column('what', 'text', (line) => whatOf(line, words), 40),
      column('chain', 'text', ({ stream }) => stream, 34),
      column('line', 'number', ({ seq }) => seq),
      column('reason', 'text', (line) => contentOf(line)?.reason, 40),
      column('data', 'text', dataIn, 40),
      column('request', 'text', ({ actor }) => actor.request),
      column('hash', 'text', ({ hash }) => hash, 66),
      column('previous', 'text', ({ previous }) => previous, 66),
    ],
    rows: allPages(async (before: JournalPlace | undefined) => {
      const { lines, people, next } = await readJournalPage(deps, asker, query, before);
      return { rows: lines.map((line) => ({ ...line, people })), next };
    }),
  };
}

function dataIn(line: Line): string {
  return (contentOf(line)?.data ?? []).map(([name, value]) => `${name}: ${value}`).join('\n');
}
