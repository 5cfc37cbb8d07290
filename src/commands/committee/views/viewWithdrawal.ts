import { LabelError } from '../../../errors.ts';
import { isFreeFor } from '../../../policies/file.ts';
import { isInCommittee } from '../../../policies/who.ts';
import { isTaken } from '../../common/dryRun.ts';
import { reviewedFile } from '../../common/fileInput.ts';
import { minReasonLength } from '../../common/requireReason.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { namedIn } from '../../file/namedFiles.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { concludeWithdrawal, deferWithdrawal } from '../decision/concludeWithdrawal.ts';
import { sittingOf } from '../decision/sittingOf.ts';
import { withdrawalItem } from '../session/agendaItem.ts';
import { membersTowards } from '../session/committeeOf.ts';

/** Tried before anyone voted: only the quorum and the votes may be missing. */
const beforeVotes = ['quorumOfUnrecused', 'votesRecorded'];

export type Withdrawal = Awaited<ReturnType<typeof viewWithdrawal>>;

/** A label that is proposed to be withdrawn, or was concluded on, for a member of the committee who may vote on it; else there is none. */
export async function viewWithdrawal(deps: Deps, asker: Asker, applicationId: string) {
  if (!isInCommittee(asker)) throw new LabelError('forbidden');
  const file = await reviewedFile(deps, applicationId);
  const { application } = file;
  requireVisible(isFreeFor('session.vote', asker, file));
  const label = requireVisible(await deps.store.label(application.context.labelNumber ?? ''));
  const words = label.words ?? [];
  requireVisible(words.some(({ step }) => step === 'proposeWithdrawal'));
  const entry = requireVisible(await deps.store.entry(label.id));
  const members = await membersTowards(deps, file);
  const at = { number: label.id, revision: label.revision, reason: '.'.repeat(minReasonLength) };
  return {
    application,
    label,
    entry,
    words,
    /** Every file that is named in them. */
    files: namedIn(label, await deps.store.evidenceOf(application.id)),
    members,
    /** Null while no session sits on it. */
    sitting: await sittingOf(deps, asker, file, members, withdrawalItem(label)),
    /** Whether this person enters what was concluded, or puts it off. */
    mayConclude: await isTaken(
      deps,
      (dry) => concludeWithdrawal(dry, asker, { ...at, outcome: 'withdrawn', until: null }),
      beforeVotes,
    ),
    mayDefer: await isTaken(deps, (dry) => deferWithdrawal(dry, asker, at)),
  };
}
