import { LabelError } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import { pageOf } from '../../common/pages.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Complaint } from '../../items/complaint.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { complaintOfHandler } from '../complaintFile.ts';
import { openComplaints } from '../followComplaints.ts';

/** Complaints on one page. */
const pageSize = 25;
/** Most of those that wait for an answer. */
const maxOpen = 200;

/** Which complaints are listed: those that wait for an answer, those among them that are late, or every one. */
export const complaintFilters = ['open', 'overdue', 'all'] as const;
export type ComplaintFilter = (typeof complaintFilters)[number];

export type ComplaintLine = Awaited<ReturnType<typeof listComplaints>>['complaints'][number];

/**
 * Complaints for officers, none of an organisation that they are tied to: open ones, the one due first first, or all, the newest
 * first, those after the number `last`.
 */
export async function listComplaints(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  { filter, last }: { readonly filter: ComplaintFilter; readonly last?: string | undefined },
) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const now = clock.now().toISOString();
  const found =
    filter === 'all'
      ? pageOf(await store.complaints({ limit: pageSize + 1, ...(last !== undefined && { last }) }), pageSize)
      : {
          items: await store.complaintsIn(openComplaints, maxOpen, filter === 'overdue' ? now : undefined),
          last: null,
        };
  return {
    filter,
    complaints: found.items.map((complaint) => lineOf(complaint, asker, now)),
    next: found.last?.id ?? null,
  };
}

function lineOf({ id, kind, state, receivedAt, place, text, context }: Complaint, asker: Asker, now: string) {
  const { labelNumber, dueAt, handler, outcome } = context;
  const isOpen = openComplaints.some((open) => open === state);
  return {
    ...{ id, kind, state, receivedAt, place, text, labelNumber, outcome },
    /** Until when it is to be answered; null once it is. */
    dueAt: isOpen ? dueAt : null,
    isLate: isOpen && dueAt < now,
    isMine: handler === asker.id,
    isTaken: handler !== null,
  };
}

/** The photo of a complaint with its bytes, for officers and who was invited to handle it. */
export async function readComplaintPhoto(deps: Deps, asker: Asker, id: string) {
  const photo = requireVisible((await complaintOfHandler(deps, asker, id)).photo);
  const { bytes } = requireVisible(await deps.files.read(photo.digest));
  return { photo, bytes };
}
