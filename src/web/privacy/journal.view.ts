import { personName } from '../../../templates/staffWords.ts';
import type { ChainWalk, JournalQuery } from '../../commands/ports/journalPorts.ts';
import type { JournalPage } from '../../commands/privacy/views/readJournal.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { addressOf } from '../forms/address.ts';
import { journalFacts } from './journalFacts.view.ts';

/** What the page shows. */
export interface JournalData extends JournalPage {
  /** The filters as they were typed. */
  readonly typed: Readonly<Record<'person' | 'stream' | 'fact' | 'day', string>>;
  readonly query: JournalQuery;
  /** What a walk along the chain found, after its button was pressed. */
  readonly walk: ChainWalk | null;
}

export type JournalView = ReturnType<typeof journalView>;

/** A page of the journal: its filters, its lines in words, the way on. */
export function journalView({ lines, people, next, typed, query, walk }: JournalData, words: Translator) {
  const { t } = words;
  const here = `/${words.language}/journal`;
  const address = (asked: Readonly<Record<string, string>>) => addressOf(here, asked);
  const nameOf = (id: string) => {
    if (id === 'system') return t('journal.system');
    const person = people.get(id);
    return person ? personName(person) || t('journal.erased') : t('journal.unknown');
  };
  return {
    typed,
    action: here,
    filtered: Object.values(typed).some((value) => value !== ''),
    facts: journalFacts,
    lines: lines.map((line) => ({
      ...line,
      who: nameOf(line.actor.id),
      whoHref: address({ person: line.actor.id }),
      onHref: address({ stream: line.stream }),
    })),
    next: next && address({ ...typed, before: `${next.at}~${next.id}` }),
    /** The chain whose lines are shown, where only one is. */
    chain: query.stream,
    walk,
  };
}
