import { personName } from '../../../templates/staffWords.ts';
import { readMailPage } from '../../commands/desk/mail/listMail.ts';
import type { Person } from '../../commands/items/items.ts';
import { type LoggedLetter, letterStates } from '../../commands/items/mailLog.ts';
import type { MailPlace, MailQuery } from '../../commands/ports/mailPorts.ts';
import type { Asker, Deps } from '../../commands/ports/ports.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { allPages, columnsIn, type List } from '../papers/list.ts';
import { factOf, letterRow } from './letterRow.view.ts';
import { type MailTyped, mailFilters } from './mailQuery.ts';

interface Row {
  readonly letter: LoggedLetter;
  readonly reader: Person | null;
}

/** Letters of the mail log as its page shows them to an officer, every page of them. */
export function mailList(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  { typed, query }: { readonly typed: MailTyped; readonly query: MailQuery },
  words: Translator,
): List<Row> {
  const { t } = words;
  const column = columnsIn(words);
  const rowOf = ({ letter, reader }: Row) => letterRow(letter, reader, words);
  return {
    name: 'mail',
    title: t('mail.title'),
    asked: askedIn(typed, words),
    columns: [
      column('when', 'instant', ({ letter }) => letter.queuedAt),
      column('what', 'text', (row) => rowOf(row).what, 44),
      column('person', 'text', ({ reader }) => reader && personName(reader)),
      column('email', 'text', ({ letter }) => letter.to, 36),
      column('file', 'text', ({ letter }) => letter.applicationId, 18),
      { ...column<Row>('state', 'text', (row) => rowOf(row).pill.text, 24), heading: t('mail.filter.state') },
      column('since', 'instant', ({ letter }) => letter.changedAt),
      column('reason', 'text', (row) => rowOf(row).why, 44),
    ],
    rows: allPages(async (before: MailPlace | undefined) => {
      const { letters, people, next } = await readMailPage(deps, asker, { query, before });
      const rows = letters.map((letter) => ({ letter, reader: people.get(letter.personId ?? '') ?? null }));
      return { rows, next };
    }),
  };
}

/** The filters that are set, as the page says them. */
function askedIn(typed: MailTyped, words: Translator) {
  const { t } = words;
  const state = letterStates.find((one) => one === typed.state);
  const said: MailTyped = {
    ...typed,
    fact: typed.fact && factOf(typed.fact, words),
    state: state ? t(`mail.states.${state}`) : typed.state,
  };
  return mailFilters.flatMap((name) =>
    said[name] === '' ? [] : ([[t(`mail.filter.${name}`), said[name]]] as const),
  );
}
