import type { ChainWalk, JournalQuery } from '../../commands/ports/journalPorts.ts';
import type { JournalPage } from '../../commands/privacy/views/readJournal.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { addressOf } from '../forms/address.ts';
import { actorName, chainText, contentOf, factText, whatOf } from './journalLine.view.ts';
import type { TypedFilters } from './journalQuery.ts';

/** What the page shows. */
export interface JournalData extends JournalPage {
  readonly typed: TypedFilters;
  readonly query: JournalQuery;
  /** What a walk along the chain found, after its button was pressed. */
  readonly walk: ChainWalk | null;
}

export type JournalView = ReturnType<typeof journalView>;

/** A page of the journal: its filters, its lines in words, the way on. */
export function journalView({ lines, named, next, typed, query, walk }: JournalData, words: Translator) {
  const here = `/${words.language}/journal`;
  const address = (asked: Readonly<Record<string, string>>) => addressOf(here, asked);
  return {
    typed,
    action: here,
    /** The filters as an address has them. */
    asked: address(typed).split('?')[1] ?? '',
    filtered: Object.values(typed).some((value) => value !== ''),
    facts: words
      .under('journal.facts.')
      .map((value) => ({ value, text: factText(words, value) }))
      .sort((a, b) => a.text.localeCompare(b.text, words.locale)),
    lines: lines.map((line) => ({
      ...line,
      what: whatOf(line, words),
      content: contentOf(line, words),
      who: actorName(line.actor, named, words),
      on: chainText(line.stream, named, words),
      whoHref: address({ person: line.actor.id }),
      onHref: address({ about: line.stream }),
    })),
    next: next && address({ ...typed, before: `${next.at}~${next.id}` }),
    /** The chain whose lines are shown, where only one is. */
    chain:
      typeof query.stream === 'string'
        ? { stream: query.stream, text: chainText(query.stream, named, words) }
        : undefined,
    walk,
  };
}
