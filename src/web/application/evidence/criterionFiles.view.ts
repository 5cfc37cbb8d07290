import { type EvidenceDocument, offeredAmong } from '../../../commands/file/documentsOf.ts';
import type { Answer } from '../../../criteria/assessment.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { documentRow } from './documentRows.view.ts';

/** Most documents that a card offers to join; the page of the criterion's files has them all. */
const maxOffered = 5;

export type FilesView = ReturnType<typeof criterionFiles>;

/** The documents of one criterion on its card: those that prove it, those to join, and the way to one more. */
export function criterionFiles(
  place: { readonly applicationId: string; readonly offerId: string; readonly criterion: string },
  answer: Answer | undefined,
  documents: readonly EvidenceDocument[],
  words: Translator,
) {
  const { applicationId, offerId, criterion } = place;
  const files = answer?.files ?? [];
  const joined = files.flatMap((id) => documents.find((document) => document.id === id) ?? []);
  const others = offeredAmong(documents)
    .filter(({ id }) => !files.includes(id))
    .toReversed();
  const more = Math.max(0, others.length - maxOffered);
  const key = offerId === '' ? criterion : `${offerId}.${criterion}`;
  return {
    joined: joined.map((document) => ({
      ...documentRow(document, words),
      withdrawn: document.withdrawn,
      part: `part.${criterion}.${document.id}`,
    })),
    offered: others.slice(0, maxOffered).map((document) => {
      const { name, period } = documentRow(document, words);
      return { name: `${criterion}.join.${document.id}`, text: name, line: period };
    }),
    /** How many more there are to join. */
    more: more === 0 ? '' : words.t('evidence.more', { count: more }),
    /** The page with all of them. */
    href: `${applicationHref(words, applicationId, 'evidence')}?for=${key}`,
    /** What the button says that saves and goes on to add a file. */
    add: `file.${criterion}`,
  };
}
