import { dueDay } from '../../../templates/staffWords.ts';
import type { FindingLine, FindingStep } from '../../commands/review/findings/findingLines.ts';
import { isOpen } from '../../commands/review/findings/openFindings.ts';
import { placeName } from './information.view.ts';
import type { Reading } from './reading.view.ts';

export type FindingCard = ReturnType<typeof findingCards>[number];

/** The findings of a file as everyone reads them, with the steps that are this reader's now; the first one raised first. */
export function findingCards(lines: readonly FindingLine[], reading: Reading) {
  return lines.map(({ finding, dueAt, documents, offered }) => ({
    ...finding,
    ...finding.context,
    place: placeName(finding.place, reading),
    version: reading.scheme.version,
    /** Empty once nothing is to be done. */
    due: isOpen(finding) ? dueDay(reading.words, dueAt) : '',
    words: finding.words.map((word) => ({
      ...word,
      documents: documents.filter(({ id }) => word.documents.includes(id)),
    })),
    /** The event of each step that can be taken. */
    may: Object.fromEntries(offered.map((step) => [step, true])) as Readonly<
      Partial<Record<FindingStep, true>>
    >,
  }));
}
