import { addDays, dayOf } from '../../../register/day.ts';
import { isTaken } from '../../common/dryRun.ts';
import { minReasonLength } from '../../common/requireReason.ts';
import { namedIn } from '../../file/namedFiles.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { askRevision } from '../askRevision.ts';
import { labelActor } from '../changeLabel.ts';
import { confirmNotice, dropNotice, noticeToRecord } from '../sanctions/recordedNotice.ts';
import { isProposalSettled } from '../sanctions/settledProposal.ts';
import {
  confirmSuspension,
  dropProposal,
  proposeSuspension,
  proposeWithdrawal,
  suspendLabel,
} from '../sanctions/suspension.ts';
import { type AskedGround, groundOf } from './groundOf.ts';
import { officersLabel } from './officersLabel.ts';

export type Sanctions = Awaited<ReturnType<typeof viewSanctions>>;

/** Filled in to ask whether the machine takes it; nothing of it is kept. */
const grounds = { code: 'other', reason: '.'.repeat(minReasonLength), todo: '.' } as const;

/** What is proposed, said and decided on the label of a file, and what an officer can do about it now, for the ground that they come from. */
export async function viewSanctions(
  deps: Deps,
  asker: Asker,
  applicationId: string,
  asked: AskedGround = {},
) {
  const { file, label } = await officersLabel(deps, asker, applicationId);
  const { id: number, revision } = label;
  const at = { number, revision };
  const given = { ...at, ...grounds };
  const today = dayOf(deps.clock.now().toISOString());
  const until = addDays(today, 1);
  const actor = await labelActor(deps, asker, label);
  const may = (act: (dry: Deps) => Promise<unknown>) => isTaken(deps, act);
  return {
    applicationId,
    label,
    name: label.name ?? file.snapshot.content.organisation.name,
    hearing: label.context.hearing,
    ground: await groundOf(deps, label, asked),
    /** Whether what a suspension is proposed for was settled meanwhile. */
    isSettled: await isProposalSettled(deps, label),
    /** The day that its form proposes for putting right what a suspension is for. */
    repairBy: addDays(today, deps.procedure.sanctions.repairDays),
    words: label.words ?? [],
    /** Every file that is named in them. */
    files: namedIn(label, await deps.store.evidenceOf(applicationId)),
    may: {
      propose: await may((dry) => proposeSuspension(dry, asker, given)),
      suspend: await may((dry) => suspendLabel(dry, asker, { ...given, until, urgent: false })),
      suspendAtOnce: await may((dry) => suspendLabel(dry, asker, { ...given, until, urgent: true })),
      confirm: await may((dry) => confirmSuspension(dry, asker, given)),
      drop: await may((dry) => dropProposal(dry, asker, given)),
      restore: await may((dry) => askRevision(dry, actor, { ...at, cause: 'restored', reason: '.' })),
      proposeWithdrawal: await may((dry) => proposeWithdrawal(dry, asker, given)),
      recordNotice: await may((dry) =>
        noticeToRecord(dry, asker, { ...given, noticeOn: until, file: { name: '.' } }),
      ),
      confirmNotice: await may((dry) => confirmNotice(dry, asker, at)),
      dropNotice: await may((dry) => dropNotice(dry, asker, given)),
    },
  };
}
