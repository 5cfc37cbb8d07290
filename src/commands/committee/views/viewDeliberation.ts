import { LabelError } from '../../../errors.ts';
import { mayDeliberate } from '../../../policies/file.ts';
import { isInCommittee } from '../../../policies/who.ts';
import { type FileVerdict, fileVerdictOf } from '../../../scoring/verdict.ts';
import { dryRun } from '../../common/dryRun.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { cycleOf } from '../../common/schemeOf.ts';
import { type BesideFile, besideFile } from '../../file/besideFile.ts';
import { type ExpiredProof, expiredProofs, oldestCounting } from '../../file/documentsOf.ts';
import { type FrozenFile, frozenFile } from '../../file/frozenFile.ts';
import { countedReviews, settledOf } from '../../file/reviewMarks.ts';
import { type SettledPlace, settledPlaces } from '../../file/settledPlaces.ts';
import type { Application, Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type FindingLine, findingLines } from '../../review/findings/findingLines.ts';
import { type FileVisits, fileVisits } from '../../review/visits.ts';
import { decideApplication, deferApplication } from '../decision/decideApplication.ts';
import { type Sitting, sittingOf } from '../decision/sittingOf.ts';
import { type Member, membersTowards } from '../session/committeeOf.ts';

/** A frozen file as the committee decides on it. */
export interface Deliberation extends FrozenFile {
  readonly levels: readonly SettledPlace[];
  readonly verdict: FileVerdict;
  readonly reviewers: readonly Person[];
  readonly rapporteur: Person | null;
  readonly beside: BesideFile;
  readonly findings: readonly FindingLine[];
  /** Criteria that only old documents prove today; they keep the label from being granted without a condition. */
  readonly expired: readonly ExpiredProof[];
  readonly visits: FileVisits;
  readonly members: readonly Member[];
  /** Null while no session sits on it. */
  readonly sitting: Sitting | null;
  /** Whether this person enters the decision, or puts it off. */
  readonly mayDecide: boolean;
  readonly mayDefer: boolean;
}

/** A file in deliberation for a free member of the committee, then for those who decided it; else there is none. */
export async function viewDeliberation(
  deps: Deps,
  asker: Asker,
  applicationId: string,
): Promise<Deliberation> {
  if (!isInCommittee(asker)) throw new LabelError('forbidden');
  const file = await frozenFile(deps, applicationId);
  const { application, published, reviews, snapshot } = file;
  requireVisible(mayDeliberate(asker, file) || null);
  const settled = requireVisible(settledOf(published.scheme, application, reviews, snapshot));
  const { rapporteur } = application.context;
  const members = await membersTowards(deps, file);
  const reviewers = countedReviews(application, reviews).map(({ context }) =>
    deps.store.person(context.personId),
  );
  const levels = requireVisible(settledPlaces(file));
  const open = application.state === 'deliberation';
  return {
    ...file,
    levels,
    expired: open ? expiredProofs(levels, oldestCounting(deps)) : [],
    verdict: fileVerdictOf(published.scheme, cycleOf(application), settled),
    reviewers: (await Promise.all(reviewers)).map(requireVisible),
    rapporteur: rapporteur === null ? null : await deps.store.person(rapporteur),
    beside: await besideFile(deps, file),
    members,
    sitting: await sittingOf(deps, asker, file, members),
    findings: await findingLines(deps, asker, application),
    visits: await fileVisits(deps, file),
    mayDecide: await mayDecide(deps, asker, application),
    mayDefer: await mayDefer(deps, asker, application),
  };
}

/** Asked before anyone voted: what then is missing is the quorum or the votes, and nothing else may be. */
async function mayDecide(deps: Deps, asker: Asker, { id, revision }: Application): Promise<boolean> {
  const decision = { outcome: 'refused', reason: '.', conditions: [] } as const;
  const against = await dryRun(deps, (dry) =>
    decideApplication(dry, asker, { applicationId: id, revision, ...decision }),
  );
  return against.every((reason) => reason === 'quorumOfUnrecused' || reason === 'votesRecorded');
}

async function mayDefer(deps: Deps, asker: Asker, { id, revision }: Application): Promise<boolean> {
  const input = { applicationId: id, revision, reason: '.' };
  return (await dryRun(deps, (dry) => deferApplication(dry, asker, input))).length === 0;
}
