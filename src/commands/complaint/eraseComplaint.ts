import { systemActor } from '../common/actor.ts';
import { changeItem } from '../common/noteOn.ts';
import type { Complaint } from '../items/complaint.ts';
import type { Deps } from '../ports/ports.ts';

/** Erases all that was written of a complaint, its photo, and what the office noted about it; its number, label, dates and outcome stay, for its chain and the figures. */
export async function eraseComplaint(deps: Pick<Deps, 'store' | 'ids'>, complaint: Complaint, at: string) {
  const { sent: _, ...kept } = complaint;
  const blank = { number: '', place: null, text: '', link: '', email: null, photo: null, secretHash: null };
  const data = { files: complaint.photo ? [complaint.photo.digest] : [] };
  const line = { at, actor: systemActor, facts: ['complaint.contentErased'], data } as const;
  const change = changeItem(deps, 'complaints', complaint, {}, line);
  await deps.store.commit(
    [{ ...change, after: { ...kept, ...blank, words: [], contentErasedAt: at } }],
    [{ kind: 'forget', what: { complaints: [complaint.id] } }],
  );
}
