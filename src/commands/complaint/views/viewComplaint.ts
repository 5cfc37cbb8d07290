import { takesProposal } from '../../../policies/stages.ts';
import { isOfficer } from '../../../policies/who.ts';
import { dryRun } from '../../common/dryRun.ts';
import { minReasonLength } from '../../common/requireReason.ts';
import type { Complaint } from '../../items/complaint.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { complaintOfHandler, reasonsToKeepAway } from '../complaintFile.ts';
import { isStranded, openComplaints } from '../followComplaints.ts';
import { answerComplaint, askHolder, noteOnComplaint, takeComplaint } from '../handleComplaint.ts';
import { reportedIn } from '../reportedIn.ts';

export type ComplaintDesk = Awaited<ReturnType<typeof viewComplaint>>;

/** A complaint for officers and who was invited to handle it, with the actions that it takes from this one, and why it takes no other. */
export async function viewComplaint(deps: Deps, asker: Asker, complaintId: string) {
  const { store, procedure } = deps;
  const complaint = await complaintOfHandler(deps, asker, complaintId);
  const { secretHash: _, sent: __, words, head: ___, ...shown } = complaint;
  const blockers = await blockersOf(deps, asker, complaint);
  const { state } = complaint;
  const { organisationId, applicationId, labelNumber, handler } = complaint.context;
  const label = labelNumber === null ? null : await store.label(labelNumber);
  const holder = organisationId === null ? null : await store.organisation(organisationId);
  const now = deps.clock.now().toISOString();
  const isOpen = openComplaints.some((open) => open === complaint.state);
  const personOf = async (id: string | null) => (id === null ? null : store.person(id));
  const keptAway = await reasonsToKeepAway(deps, asker, complaint);
  const inOffice = isOfficer(asker);
  const inside = keptAway.length === 0;
  const read = words.filter(({ step }) => inside || step === 'resolve' || step === 'contest');
  return {
    /** Who complained is known to those who may answer them. */
    complaint: inside ? shown : { ...shown, email: null },
    words: await Promise.all(read.map(async ({ by, ...word }) => ({ ...word, person: await personOf(by) }))),
    isOpen,
    isLate: isOpen && complaint.context.dueAt < now,
    handler: await personOf(handler),
    /** Why this person reads nothing of what is said inside; empty where they do. */
    keptAway,
    /** Whether nobody is left who may handle it. */
    stranded: await isStranded(deps, complaint),
    /** Whether the reader has the other pages of the office. */
    inOffice,
    holder: holder && { name: holder.name },
    /** Where a suspension is proposed for it, below the language; null where it is no ground. */
    proposal:
      inside && inOffice && state === 'inquiry' && applicationId !== null && label && takesProposal(label)
        ? `files/${applicationId}/label/sanctions?complaint=${complaint.id}`
        : null,
    /** Where what was reported is taken down, below the language; null where it is nothing that is shown here. */
    takeDown: inside && inOffice ? takeDownDoor(deps, complaint) : null,
    min: minReasonLength,
    days: procedure.complaint,
    blockers,
  };
}

/** The offer or the need that its link names; without one, all offers of the label. */
function takeDownDoor({ publicUrl }: Pick<Deps, 'publicUrl'>, { kind, link, context }: Complaint) {
  const { about, path = '', number, offerId } = reportedIn(link, publicUrl) ?? {};
  if (about === 'need') return { what: about, href: path };
  const label = context.applicationId === null ? null : `files/${context.applicationId}/label`;
  if (label === null) return null;
  if (offerId !== undefined && number === context.labelNumber)
    return { what: 'offer' as const, href: `${label}/offers/${offerId}` };
  return kind === 'content' ? { what: 'offers' as const, href: `${label}#offers` } : null;
}

/** Why each act on a complaint would be refused to this person now. */
async function blockersOf(deps: Deps, asker: Asker, { id, revision }: Complaint) {
  const at = { complaintId: id, revision };
  const text = '.'.repeat(minReasonLength);
  const answer = { ...at, outcome: 'founded', reason: text, done: '' } as const;
  return {
    take: await dryRun(deps, (dry) => takeComplaint(dry, asker, at)),
    note: await dryRun(deps, (dry) => noteOnComplaint(dry, asker, { ...at, note: text })),
    askHolder: await dryRun(deps, (dry) => askHolder(dry, asker, { ...at, question: text })),
    answer: await dryRun(deps, (dry) => answerComplaint(dry, asker, answer)),
  };
}
