import type { OfficeFile } from '../../commands/desk/viewFile.ts';
import type { Translator } from '../../i18n/i18n.ts';

export type SuggestionsView = ReturnType<typeof suggestionsView>;

/** So many are shown at once; the rest is one click away. */
const shownFirst = 5;

/** The people of a file that looks for its reviewers, in the order in which they fit; those whose name or address holds `query`. */
export function suggestionsView(
  { application, suggestions, teamComplete }: OfficeFile,
  query: string,
  { locale }: Translator,
) {
  const asked = query.toLocaleLowerCase(locale);
  const found = suggestions.filter(({ person }) =>
    `${person.name} ${person.email}`.toLocaleLowerCase(locale).includes(asked),
  );
  const free = found.filter(({ blockers }) => blockers.length === 0);
  const next = teamComplete ? ('substitute' as const) : ('reviewer' as const);
  return {
    query,
    /** What the next person is invited to: a place of the team, to wait for one, or to settle two reviews. */
    place: application.state === 'moderation' ? ('moderation' as const) : next,
    first: free.slice(0, shownFirst),
    more: free.slice(shownFirst),
    excluded: found.filter(({ blockers }) => blockers.length > 0),
  };
}
