import { addDays, dayOf } from '../../../register/day.ts';
import { minReasonLength } from '../../common/requireReason.ts';
import { tryActs } from '../../common/tryActs.ts';
import { namedIn } from '../../file/namedFiles.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { askRevision } from '../askRevision.ts';
import { labelActor } from '../changeLabel.ts';
import { reminded, remindOfSanction } from '../remindHolder.ts';
import { extendHearing, extendRepair, recordCall } from '../sanctions/moreTime.ts';
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
import { isAsked } from './viewFileLabel.ts';

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
  const later = { ...given, dueOn: '9999-12-31' };
  const { may, barred } = tryActs(deps, asker);
  const restoring = isAsked(await deps.store.records(`labels/${number}`), 'restored');
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
    /** When the holder was reminded last of each; null where they were not. */
    remindedAt: {
      hearing: (await deps.store.lastRecord(`labels/${number}`, reminded.hearing.fact))?.at ?? null,
      repair: (await deps.store.lastRecord(`labels/${number}`, reminded.repair.fact))?.at ?? null,
    },
    words: label.words ?? [],
    /** An officer restored the label, which holds again once its new certificate is made. */
    restoring,
    /** Every file that is named in them. */
    files: namedIn(label, await deps.store.evidenceOf(applicationId)),
    may: {
      propose: await may((dry, by) => proposeSuspension(dry, by, given)),
      suspend: await may((dry, by) => suspendLabel(dry, by, { ...given, until, urgent: false })),
      suspendAtOnce: await may((dry, by) => suspendLabel(dry, by, { ...given, until, urgent: true })),
      confirm: await may((dry, by) => confirmSuspension(dry, by, given)),
      extendHearing: await may((dry, by) => extendHearing(dry, by, later)),
      extendRepair: await may((dry, by) => extendRepair(dry, by, later)),
      recordCall: await may((dry, by) => recordCall(dry, by, { ...at, on: today, text: '.' })),
      remindHearing: await may((dry, by) => remindOfSanction(dry, by, { number, of: 'hearing' })),
      remindRepair: await may((dry, by) => remindOfSanction(dry, by, { number, of: 'repair' })),
      drop: await may((dry, by) => dropProposal(dry, by, given)),
      restore:
        !restoring &&
        (await may(async (dry, by) =>
          askRevision(dry, await labelActor(dry, by, label), { ...at, cause: 'restored', reason: '.' }),
        )),
      proposeWithdrawal: await may((dry, by) => proposeWithdrawal(dry, by, given)),
      recordNotice: await may((dry, by) =>
        noticeToRecord(dry, by, { ...given, noticeOn: until, file: { name: '.' } }),
      ),
      confirmNotice: await may((dry, by) => confirmNotice(dry, by, at)),
      dropNotice: await may((dry, by) => dropNotice(dry, by, given)),
    },
    /** Which parts of this person keep them from what others can do. */
    barred,
  };
}
