import type { Duplicate } from '../../commands/organisations/listDuplicates.ts';
import type { Words } from '../../words/i18n.ts';

/** Groups of registrations, each with what can become of it. */
export function duplicatesView(groups: readonly (readonly Duplicate[])[], words: Words) {
  return {
    lead: words.t('duplicates.lead', { count: groups.length }),
    groups: groups.map((group) => {
      const rows = group.map((one, i) => row(one, i + 1, words));
      const pairs = rows.flatMap((keep) =>
        rows
          .filter((merge) => merge !== keep && merge.mayEnd)
          .map((merge) => ({
            keep: keep.seen,
            merge: merge.seen,
            text: words.t('duplicates.merge', { merge: merge.place, keep: keep.place }),
          })),
      );
      return { rows, pairs };
    }),
    values: {},
  };
}

/** The place of a registration in its group is told by its number: their names are the same. */
function row({ organisation, people, files, labels }: Duplicate, place: number, words: Words) {
  const { id, revision, name, identifier, legalForm, street, postcode, commune } = organisation;
  return {
    seen: `${id}:${revision}`,
    place,
    name,
    line: [words.t(`legalForms.${legalForm}`), identifier, `${street}, ${postcode} ${commune}`]
      .filter((part) => part !== '')
      .join(' · '),
    counts: words.t('duplicates.counts', { people, files, labels }),
    mayEnd: files === 0 && labels === 0,
  };
}
