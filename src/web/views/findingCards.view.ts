import type { FindingLine, FindingStep } from '../../commands/review/findings/findingLines.ts';
import { isOpen } from '../../commands/review/findings/openFindings.ts';
import { placeName } from './information.view.ts';
import type { Reading } from './reading.view.ts';
import { dueDay } from './staffWords.view.ts';

export type FindingCard = ReturnType<typeof findingCards>[number];

/** The findings of a file as everyone reads them, with the steps that are this reader's now; the first one raised first. */
export function findingCards(lines: readonly FindingLine[], reading: Reading) {
  const { words } = reading;
  return lines.map((line) => {
    const { finding, dueAt, offered } = line;
    const { grade, labelNumber } = finding.context;
    return {
      id: finding.id,
      revision: finding.revision,
      place: placeName(finding.place, reading),
      grade,
      state: finding.state,
      text: finding.text,
      /** Empty once nothing is to be done. */
      due: isOpen(finding) ? dueDay(dueAt, words) : '',
      labelNumber,
      words: finding.words.map((word) => ({
        ...word,
        documents: line.documents.filter(({ id }) => word.documents.includes(id)),
      })),
      /** The event of each step that can be taken. */
      may: Object.fromEntries(offered.map((step) => [step, true])) as Readonly<
        Partial<Record<FindingStep, true>>
      >,
    };
  });
}
