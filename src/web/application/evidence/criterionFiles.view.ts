import { type EvidenceDocument, offeredAmong } from '../../../commands/file/documentsOf.ts';
import { passageIn } from '../../../criteria/answerContent.ts';
import type { Answer } from '../../../criteria/assessment.ts';
import { statements } from '../../../criteria/questionnaire.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';

/** Most documents that a card offers to join; the page of the criterion's files has them all. */
const maxOffered = 5;

export type FilesView = ReturnType<typeof criterionFiles>;

/** The documents of the criterion of a key on its card: those that prove it, those to join, and the way to one more. */
export function criterionFiles(
  applicationId: string,
  key: string,
  answer: Answer | undefined,
  documents: readonly EvidenceDocument[],
  words: Translator,
) {
  const files = answer?.files ?? [];
  const joined = files.flatMap((id) =>
    documents
      .filter((document) => document.id === id)
      .map((document) => ({ ...document, passage: passageIn(answer, id) })),
  );
  const others = offeredAmong(documents)
    .filter(({ id }) => !files.includes(id))
    .toReversed();
  return {
    joined,
    offered: others.slice(0, maxOffered),
    /** How many more there are to join, and the page with all of them. */
    more: Math.max(0, others.length - maxOffered),
    href: `${applicationHref(words, applicationId, 'evidence')}?for=${key}`,
    /** Where the people who work can be asked about it; null for a criterion that no statement speaks to. */
    questionnaires: isAsked(key) ? applicationHref(words, applicationId, 'questionnaires') : null,
  };
}

function isAsked(key: string): boolean {
  return statements.some(({ criterion }) => criterion === key);
}
