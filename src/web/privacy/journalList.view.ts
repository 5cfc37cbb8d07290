import type { JournalLine, JournalPlace, JournalQuery } from '../../commands/ports/journalPorts.ts';
import type { Asker, Deps } from '../../commands/ports/ports.ts';
import type { Named } from '../../commands/privacy/views/namedIn.ts';
import { readJournalPage } from '../../commands/privacy/views/readJournal.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { allPages, columnsIn, type List } from '../papers/list.ts';
import { actorName, chainText, contentOf, whatOf } from './journalLine.view.ts';
import { journalFilters, type TypedFilters } from './journalQuery.ts';

type Line = JournalLine & { readonly named: Named };

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
      column('person', 'text', (line) => actorName(line.actor, line.named, words)),
      column('what', 'text', (line) => whatOf(line, words), 40),
      column('about', 'text', ({ stream, named }) => chainText(stream, named, words), 40),
      column('chain', 'text', ({ stream }) => stream, 34),
      column('line', 'number', ({ seq }) => seq),
      column('reason', 'text', (line) => contentOf(line, words)?.reason, 40),
      column('data', 'text', (line) => dataIn(line, words), 40),
      column('request', 'text', ({ actor }) => actor.request),
      column('hash', 'text', ({ hash }) => hash, 66),
      column('previous', 'text', ({ previous }) => previous, 66),
    ],
    rows: allPages(async (before: JournalPlace | undefined) => {
      const { lines, named, next } = await readJournalPage(deps, asker, query, before);
      return { rows: lines.map((line) => ({ ...line, named })), next };
    }),
  };
}

function dataIn(line: Line, words: Translator): string {
  return (contentOf(line, words)?.data ?? []).map(([name, value]) => `${name}: ${value}`).join('\n');
}
