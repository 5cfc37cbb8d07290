import type { Person } from '../../items/items.ts';
import { type LetterKind, topicOf } from '../../items/letters.ts';
import type { Deps } from '../../ports/ports.ts';
import { hasConflict } from '../../review/ties/barredFrom.ts';

/** Letters to those who handle a file: an organisation's own people get the others. */
const toStaff: readonly LetterKind[] = [
  'reviewInvitation',
  'moderationInvitation',
  'reviewsDelivered',
  'informationAnswered',
  'applicationWithdrawn',
  'appealLodged',
  'appealWaits',
  'appealPanel',
  'findingWaits',
  'labelStillShown',
];

/**
 * Whether a letter about an organisation may go to a person today: not to who was removed, not to who handles files and is in
 * conflict with it, and nothing that is no duty to who does not want it.
 */
export async function mayReceive(
  deps: Pick<Deps, 'store' | 'clock' | 'impartiality'>,
  person: Person,
  organisationId: string,
  kind: LetterKind,
): Promise<boolean> {
  const topic = topicOf[kind];
  if (person.removedAt !== null) return false;
  if (topic !== null && person.unsubscribed.includes(topic)) return false;
  return !(toStaff.includes(kind) && (await hasConflict(deps, person, organisationId)));
}
