import type { JournalRecord } from '../../../workflow/record.ts';
import { dataOf } from '../../items/eventData.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { answerIn } from '../selfAssessment/answerIn.ts';
import type { ApplicantFile } from './viewApplication.ts';

/** Two answers to one criterion, of which one is to be chosen: who gave each, and when. */
export type OpenRival = Awaited<ReturnType<typeof viewRivals>>[number];

/** The open rivals of a part of an application, the oldest first. Reads nothing if there is none. */
export async function viewRivals(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  { application, assessment }: Pick<ApplicantFile, 'application' | 'assessment'>,
  offerId: string,
) {
  const rivals = (assessment.rivals ?? []).filter((rival) => rival.offerId === offerId);
  if (rivals.length === 0) return [];
  const [records, people] = await Promise.all([
    deps.store.records(`selfAssessments/${application.id}`),
    deps.store.peopleOf(application.organisationId),
  ]);
  const name = (id: string | undefined) => people.find((person) => person.id === id)?.name || null;
  return rivals.map((rival) => {
    const { criterion } = rival.answer;
    const written = records.findLast((record) => isWriting(record, offerId, criterion));
    return {
      rival,
      first: answerIn(assessment, { offerId, criterion }),
      /** Null where the journal has no record of it, or that person was erased. */
      firstBy: name(written?.actor.id),
      firstAt: written?.at ?? null,
      secondBy: name(rival.by),
      /** The asker gave the second one. */
      mine: rival.by === asker.id,
      /** Both are of one person, in two windows. */
      ofOne: written?.actor.id === rival.by,
    };
  });
}

function isWriting(line: JournalRecord, offerId: string, criterion: string): boolean {
  const edit = dataOf(line, 'selfAssessment.edited');
  return edit?.part === 'answer' && edit.offerId === offerId && edit.criterion === criterion;
}
