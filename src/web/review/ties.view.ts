import { toldKinds } from '../../commands/review/ties/toldTies.ts';
import type { Conflicts, OwnTies, TieSearch } from '../../commands/review/views/listTies.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Tie } from '../../policies/tie.ts';
import { personName } from '../views/staffWords.view.ts';

/** A tie in a list; `who` is the organisation on one's own page, the person on the page of a file. */
export interface TieRow {
  readonly id: string;
  readonly person: string;
  readonly who: string;
  readonly kind: string;
  readonly line: string;
  readonly bars: boolean;
  readonly mayEnd: boolean;
}

/** One of a list. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** A person's own ties, with the organisations to choose from. */
export interface OwnTiesView {
  readonly query: string;
  /** Where the form is sent. */
  readonly action: string;
  readonly isSearched: boolean;
  readonly pages: {
    readonly label: string;
    readonly previous?: { readonly href: string; readonly text: string };
    readonly next?: { readonly href: string; readonly text: string };
  };
  readonly ties: readonly TieRow[];
  readonly choices: readonly Choice[];
  readonly kinds: readonly Choice[];
}

/** The ties of staff to the organisation of a file, with the people to choose from. */
export interface FileTiesView {
  readonly number: string;
  readonly organisation: string;
  readonly href: string;
  readonly ties: readonly TieRow[];
  readonly choices: readonly Choice[];
  readonly kinds: readonly Choice[];
}

/** A person's own ties, and a page of the organisations that a new one can be said of. */
export function ownTies(
  { ties, organisations, next }: OwnTies,
  search: TieSearch,
  words: Translator,
): OwnTiesView {
  const { beginning, after } = search;
  const page = (from: string) => {
    const query = new URLSearchParams({
      ...(beginning !== '' && { q: beginning }),
      ...(from !== '' && { after: from }),
    }).toString();
    return `/${words.language}/ties${query === '' ? '' : `?${query}`}`;
  };
  return {
    query: beginning,
    // The form is sent to the page that it stands on, so that it still offers the same organisations when it is refused.
    action: page(after),
    isSearched: beginning !== '' || after !== '' || next !== null,
    pages: {
      label: words.t('ties.organisations'),
      ...(after !== '' && { previous: { href: page(''), text: words.t('ties.first') } }),
      ...(next !== null && { next: { href: page(next), text: words.t('ties.more') } }),
    },
    ties: ties.map(({ tie, bars }) => row(tie, tie.organisation || words.t('ties.detected'), bars, words)),
    choices: organisations.map(({ id, name }) => ({ value: id, text: name })),
    kinds: kindChoices(words),
  };
}

/** The ties of staff to the organisation of a file. */
export function fileTies(
  { application, organisation, ties, people }: Conflicts,
  words: Translator,
): FileTiesView {
  return {
    number: application.id,
    organisation: organisation.name,
    href: `/${words.language}/files/${application.id}`,
    ties: ties.map(({ tie, person, bars }) => row(tie, personName(person), bars, words)),
    choices: people.map((person) => ({ value: person.id, text: personName(person) })),
    kinds: kindChoices(words),
  };
}

function row(tie: Tie, who: string, bars: boolean, words: Translator): TieRow {
  const { id, personId, kind, source, share, since, ended, note } = tie;
  const facts = [
    share === null ? '' : words.t('ties.share', { share: words.number(share) }),
    words.t('ties.since', { day: words.date(since) }),
    ended === null ? '' : words.t('ties.ended', { day: words.date(ended) }),
    note,
  ];
  return {
    id,
    person: personId,
    who,
    kind: words.t(`ties.kinds.${source === 'detected' && kind === 'board' ? 'shared' : kind}`),
    line: facts.filter((fact) => fact !== '').join(' · '),
    bars,
    mayEnd: source === 'declared' && ended === null,
  };
}

/** What a tie can be said to be. */
export function kindChoices(words: Translator): readonly Choice[] {
  return toldKinds.map((kind) => ({ value: kind, text: words.t(`ties.kinds.${kind}`) }));
}
