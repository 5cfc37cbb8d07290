import type { Reason } from '../../assignment/costOf.ts';
import type { OfficeFile } from '../../commands/desk/viewFile.ts';
import type { Suggestion } from '../../commands/review/assignment/suggestReviewers.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dotted, personName } from '../views/staffWords.view.ts';

export type SuggestionsView = ReturnType<typeof suggestionsView>;

/** So many are shown at once; the rest is one click away. */
const shownFirst = 5;

/** The people of a file that looks for its reviewers, in the order in which they fit; those whose name or address holds `query`. */
export function suggestionsView(
  { application, suggestions, teamComplete }: OfficeFile,
  query: string,
  words: Translator,
) {
  const asked = query.toLocaleLowerCase(words.locale);
  const found = suggestions.filter(({ person }) =>
    `${person.name} ${person.email}`.toLocaleLowerCase(words.locale).includes(asked),
  );
  const free = found.filter(({ blockers }) => blockers.length === 0);
  const view = (one: Suggestion) => suggestionView(one, words);
  const next = teamComplete ? ('substitute' as const) : ('reviewer' as const);
  return {
    query,
    /** What the next person is invited to: a place of the team, to wait for one, or to settle two reviews. */
    place: application.state === 'moderation' ? ('moderation' as const) : next,
    first: free.slice(0, shownFirst).map(view),
    more: free.slice(shownFirst).map(view),
    excluded: found.filter(({ blockers }) => blockers.length > 0).map(view),
  };
}

function suggestionView(one: Suggestion, words: Translator) {
  const { person, candidate, reasons } = one;
  const told = (fit: boolean) =>
    reasons.filter(({ cost }) => (cost === 0) === fit).map((reason) => reasonText(reason, one, words));
  return {
    id: person.id,
    name: personName(person),
    seat: dotted(
      candidate.seat && words.t(`reviewers.seats.${candidate.seat}`),
      candidate.sector && words.t(`sectors.${candidate.sector}`),
    ),
    /** What speaks for them, and what does not fit as well; a tie that does not bar is named. */
    fits: told(true),
    lacks: told(false),
    /** What keeps them from being invited; a conflict is named with its kind. */
    blockers: againstTexts(one, words),
  };
}

function reasonText({ aspect, cost, count, of }: Reason, { bonds }: Suggestion, words: Translator): string {
  const kind = bonds.other[0];
  const tie = kind === undefined ? '' : words.t(`ties.kinds.${kind}`);
  return words.t(`assignment.reasons.${aspect}.${cost === 0 ? 'fits' : 'lacks'}`, { count, of, tie });
}

/** The reasons of the guards, the first two told in full: why not competent today, and which tie. */
function againstTexts({ blockers, bonds, candidate }: Suggestion, words: Translator): string[] {
  return blockers.flatMap((reason) => {
    if (reason === 'noConflict') {
      return bonds.barring.map((kind) =>
        words.t('assignment.conflict', { tie: words.t(`ties.kinds.${kind}`) }),
      );
    }
    if (reason === 'competent' && candidate.unavailable !== null) {
      return [words.t(`assignment.unavailable.${candidate.unavailable}`)];
    }
    return [words.t(`assignment.against.${reason}`)];
  });
}
