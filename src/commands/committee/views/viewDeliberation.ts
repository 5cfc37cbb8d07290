import { LabelError } from '../../../errors.ts';
import { mayDeliberate } from '../../../policies/file.ts';
import { isInCommittee } from '../../../policies/who.ts';
import { fileVerdictOf } from '../../../scoring/verdict.ts';
import { isTaken } from '../../common/dryRun.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { cycleOfCopy } from '../../common/schemeOf.ts';
import { besideFile } from '../../file/besideFile.ts';
import { expiredProofs, oldestCounting } from '../../file/documentsOf.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import { countedReviews, settledOf } from '../../file/reviewMarks.ts';
import { settledPlaces } from '../../file/settledPlaces.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { findingLines } from '../../review/findings/findingLines.ts';
import { fileVisits } from '../../review/visits.ts';
import { decideApplication, deferApplication } from '../decision/decideApplication.ts';
import { sittingOf } from '../decision/sittingOf.ts';
import { openItem } from '../session/agendaItem.ts';
import { membersTowards } from '../session/committeeOf.ts';

/** Tried before anyone voted: only the quorum and the votes may be missing. */
const beforeVotes = ['quorumOfUnrecused', 'votesRecorded'];

export type Deliberation = Awaited<ReturnType<typeof viewDeliberation>>;

/** A file in deliberation for a free member of the committee, then for those who decided it; else there is none. */
export async function viewDeliberation(deps: Deps, asker: Asker, applicationId: string) {
  if (!isInCommittee(asker)) throw new LabelError('forbidden');
  const file = await frozenFile(deps, applicationId);
  const { application, published, reviews } = file;
  requireVisible(mayDeliberate(asker, file));
  const settled = requireVisible(settledOf(file));
  const { rapporteur } = application.context;
  const members = await membersTowards(deps, file);
  const counted = countedReviews(application, reviews);
  const reviewers = counted.map(({ context }) => deps.store.person(context.personId));
  const levels = requireVisible(settledPlaces(file));
  const open = application.state === 'deliberation';
  const at = { applicationId, revision: application.revision };
  const decision = { outcome: 'refused', reason: '.', conditions: [] } as const;
  return {
    ...file,
    levels,
    /** Criteria that only old documents prove today; they keep the label from being granted without a condition. */
    expired: open ? expiredProofs(levels, oldestCounting(deps)) : [],
    verdict: fileVerdictOf(published.whole, cycleOfCopy(file.snapshot.content), settled),
    reviewers: (await Promise.all(reviewers)).map(requireVisible),
    rapporteur: rapporteur === null ? null : await deps.store.person(rapporteur),
    beside: await besideFile(deps, file),
    members,
    /** Whether what waits for the committee is the withdrawal of the label that the file opened. */
    isWithdrawal: ![null, application.id].includes(await openItem(deps, application)),
    /** Null while no session sits on it. */
    sitting: await sittingOf(deps, asker, file, members, application.id),
    findings: await findingLines(deps, asker, application),
    visits: await fileVisits(deps, file),
    /** Whether this person enters the decision, or puts it off. */
    mayDecide: await isTaken(
      deps,
      (dry) => decideApplication(dry, asker, { ...at, ...decision }),
      beforeVotes,
    ),
    mayDefer: await isTaken(deps, (dry) => deferApplication(dry, asker, { ...at, reason: '.' })),
  };
}
