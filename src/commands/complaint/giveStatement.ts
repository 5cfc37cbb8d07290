import { belongsTo, mayEdit } from '../../policies/organisation.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import { applyToComplaint } from '../common/applyEvent.ts';
import { requireRevision, requireVisible } from '../common/requireVisible.ts';
import type { Complaint } from '../items/complaint.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { type ComplaintInput, eventMetaOf, withWord } from './complaintFile.ts';

/** A complaint as it is found from a label of an organisation. */
interface LabelComplaint {
  readonly organisationId: string;
  readonly labelNumber: string;
  readonly complaintId: string;
}

/** A complaint that its holder was asked about, for the people of the organisation; to anyone else there is none. */
export async function viewStatement(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  { organisationId, labelNumber, complaintId }: LabelComplaint,
) {
  const complaint = requireVisible(await deps.store.complaint(complaintId));
  requireOfLabel(complaint, { organisationId, labelNumber });
  requireVisible(belongsTo(asker, organisationId));
  const known = forHolder(complaint);
  requireVisible(known.words.length > 0);
  return {
    ...known,
    mayAnswer: mayEdit(asker, organisationId) && complaint.context.statement?.given === false,
  };
}

/** The holder says what they have to say; it goes to whoever handles the complaint. */
export async function giveStatement(
  deps: Deps,
  asker: Asker,
  {
    complaintId,
    revision,
    statement: text,
    ...label
  }: ComplaintInput & LabelComplaint & { readonly statement: string },
): Promise<void> {
  const complaint = requireVisible(await deps.store.complaint(complaintId));
  requireOfLabel(complaint, label);
  requireVisible(mayEdit(asker, label.organisationId) && complaint.context.statement);
  requireRevision(complaint, revision);
  const event = {
    type: 'giveStatement',
    ...(await eventMetaOf(deps, asker, complaint)),
    digest: digestOf(text),
  } as const;
  const word = { step: event.type, text, by: asker.id, at: event.at };
  await deps.store.commit([applyToComplaint(deps, complaint, event, withWord(complaint, word))]);
}

/** The complaint is about this label of this organisation. */
function requireOfLabel({ context }: Complaint, label: Omit<LabelComplaint, 'complaintId'>): void {
  requireVisible(
    context.organisationId === label.organisationId && context.labelNumber === label.labelNumber,
  );
}

/** Without who complained, what they wrote, what was noted inside, and what they were answered. */
export function forHolder({ id, revision, state, kind, context, words }: Complaint) {
  const { labelNumber, statement, outcome } = context;
  return {
    id,
    revision,
    kind,
    labelNumber,
    dueAt: statement?.dueAt ?? null,
    /** Null while it is looked into. */
    outcome: state === 'answered' || state === 'unfounded' || state === 'closed' ? outcome : null,
    words: words
      .filter(({ step }) => step === 'askHolder' || step === 'giveStatement')
      .map(({ step, text, at }) => ({ step, text, at })),
  };
}
