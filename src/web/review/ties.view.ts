import { declarableKinds } from '../../commands/review/ties/declareTie.ts';
import type { Conflicts, OwnTies, TieSearch } from '../../commands/review/views/listTies.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Tie } from '../../policies/tie.ts';
import { addressOf } from '../forms/address.ts';
import { personName } from '../views/staffWords.view.ts';

export type OwnTiesView = ReturnType<typeof ownTies>;
export type FileTiesView = ReturnType<typeof fileTies>;
export type TieRow = ReturnType<typeof row>;

/** A person's own ties, and a page of the organisations that a new one can be said of. */
export function ownTies({ ties, organisations, next }: OwnTies, search: TieSearch, words: Translator) {
  const { beginning, after } = search;
  const page = (from: string) => addressOf(`/${words.language}/ties`, { q: beginning, after: from });
  return {
    query: beginning,
    // The form is sent to the page that it stands on, so that it still offers the same organisations when it is refused.
    action: page(after),
    isSearched: beginning !== '' || after !== '' || next !== null,
    previous: after === '' ? null : page(''),
    next: next === null ? null : page(next),
    ties: ties.map(({ tie, bars }) => row(tie, tie.organisation || words.t('ties.detected'), bars)),
    choices: organisations.map(({ id, name }) => ({ value: id, text: name })),
    kinds: declarableKinds,
  };
}

/** The ties of staff to the organisation of a file, with the people to choose from. */
export function fileTies({ application, organisation, ties, people }: Conflicts) {
  return {
    number: application.id,
    organisation: organisation.name,
    ties: ties.map(({ tie, person, bars }) => row(tie, personName(person), bars)),
    choices: people.map((person) => ({ value: person.id, text: personName(person) })),
    kinds: declarableKinds,
  };
}

/** A tie in a list; `who` is the organisation on one's own page, the person on the page of a file. */
function row(tie: Tie, who: string, bars: boolean) {
  return { ...tie, who, bars, mayEnd: tie.source === 'declared' && tie.ended === null };
}
