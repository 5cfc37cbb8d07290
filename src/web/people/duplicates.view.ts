import type { Duplicate, DuplicateGroup } from '../../commands/people/views/listDuplicates.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dotted } from '../views/staffWords.view.ts';

export type DuplicatesView = ReturnType<typeof duplicatesView>;

/** Groups of registrations, each with which of them can go on and which can end. */
export function duplicatesView(groups: readonly DuplicateGroup[], words: Translator) {
  return {
    groups: groups.map(({ registrations, count }) => {
      const rows = registrations.map((one, i) => row(one, i + 1, words));
      return {
        /** What a form is known by when its page is shown again. */
        id: registrations[0]?.organisation.id ?? '',
        rows,
        count,
        mayKeep: rows.map(choice),
        mayEnd: rows.filter(({ hasFiles }) => !hasFiles).map(choice),
      };
    }),
  };
}

function choice({ seen, number, name }: { seen: string; number: string; name: string }) {
  return { value: seen, text: `${number} ${name}` };
}

/** The place of a registration in its group is told by its number: their names are the same. */
function row({ organisation, people, files, labels }: Duplicate, place: number, words: Translator) {
  const { id, revision, name, identifier, legalForm, street, postcode, commune } = organisation;
  return {
    seen: `${id}:${revision}`,
    number: words.t('duplicates.number', { n: place }),
    name,
    line: dotted(words.t(`legalForms.${legalForm}`), identifier, `${street}, ${postcode} ${commune}`),
    counts: words.t('duplicates.counts', { people, files, labels }),
    hasFiles: files > 0 || labels > 0,
  };
}
