import { type EvidenceDocument, offeredAmong } from '../../../commands/file/documentsOf.ts';
import type { Answer } from '../../../criteria/assessment.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { type DocumentRow, documentRow } from './documentRows.view.ts';

/** Most documents that a card offers to join; the page of the criterion's files has them all. */
const maxOffered = 5;

/** The documents of one criterion on its card: those that prove it, those to join, and the way to one more. */
export interface FilesView {
  readonly joined: readonly (DocumentRow & { readonly withdrawn: boolean; readonly part: string })[];
  readonly offered: readonly { readonly name: string; readonly text: string; readonly line: string }[];
  /** How many more there are to join. */
  readonly more: string;
  /** The page with all of them. */
  readonly href: string;
  /** What the button says that saves and goes on to add a file. */
  readonly add: string;
}

/** The view of those; `key` is `FIN-01` or `<offerId>.OFR-01`. */
export function criterionFiles(
  place: { readonly applicationId: string; readonly offerId: string; readonly criterion: string },
  answer: Answer | undefined,
  documents: readonly EvidenceDocument[],
  words: Translator,
): FilesView {
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
    more: more === 0 ? '' : words.t('evidence.more', { count: more }),
    href: `${applicationHref(words, applicationId, 'evidence')}?for=${key}`,
    add: `file.${criterion}`,
  };
}
