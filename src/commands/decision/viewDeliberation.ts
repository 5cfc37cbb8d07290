import { LabelError } from '../../errors.ts';
import { mayDeliberate } from '../../policies/file.ts';
import { type Part, partOf } from '../../policies/partOf.ts';
import { isInCommittee } from '../../policies/who.ts';
import { type FileVerdict, fileVerdictOf } from '../../scoring/verdict.ts';
import { cycleOf } from '../cycleOf.ts';
import { countedReviews, settledOf } from '../evaluation/reviewMarks.ts';
import { type SettledPlace, settledPlaces } from '../evaluation/settledPlaces.ts';
import { found } from '../found.ts';
import type { Application, Person } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';
import { rehearse } from '../rehearse.ts';
import { type BesideFile, besideFile } from '../screening/besideFile.ts';
import { type FrozenFile, frozenFile } from '../screening/frozenFile.ts';
import { hasConflict } from '../ties/barredFrom.ts';
import { decideApplication } from './decideApplication.ts';

/** A member of the committee towards one file; who has a part in it already is recused from the start. */
export interface Member {
  readonly person: Person;
  readonly part: Part | 'tie' | null;
}

/** A frozen file as the committee decides on it. */
export interface Deliberation extends FrozenFile {
  readonly levels: readonly SettledPlace[];
  readonly verdict: FileVerdict;
  readonly reviewers: readonly Person[];
  readonly rapporteur: Person | null;
  readonly beside: BesideFile;
  readonly members: readonly Member[];
  /** Whether this person enters the decision. */
  readonly mayDecide: boolean;
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
  found(mayDeliberate(asker, file) || null);
  const settled = found(settledOf(published.scheme, application, reviews, snapshot));
  const { rapporteur } = application.context;
  const reviewers = countedReviews(application, reviews).map(({ context }) =>
    deps.store.person(context.personId),
  );
  return {
    ...file,
    levels: found(settledPlaces(file)),
    verdict: fileVerdictOf(published.scheme, cycleOf(application), settled),
    reviewers: (await Promise.all(reviewers)).map(found),
    rapporteur: rapporteur === null ? null : await deps.store.person(rapporteur),
    beside: await besideFile(deps, file),
    members: await membersOf(deps, file),
    mayDecide: await mayDecide(deps, asker, application),
  };
}

async function membersOf(deps: Deps, { application, reviews }: FrozenFile): Promise<Member[]> {
  const all = [...(await deps.store.peopleWith('chair')), ...(await deps.store.peopleWith('committee'))];
  const each = new Map(all.map((person) => [person.id, person]));
  return Promise.all(
    [...each.values()].map(async (person) => {
      const barred = await hasConflict(deps, person, application.context.organisationId);
      return { person, part: partOf(person, application, reviews) ?? (barred ? 'tie' : null) };
    }),
  );
}

/** Asked with an empty room: what then is missing is the quorum, and nothing else may be. */
async function mayDecide(deps: Deps, asker: Asker, { id, revision }: Application): Promise<boolean> {
  const vote = { present: [], recused: [], for: 0, against: 0, abstained: 0, casting: null };
  const decision = { outcome: 'refused', reason: '.', vote, conditions: [] } as const;
  const against = await rehearse(deps, (dry) =>
    decideApplication(dry, asker, { applicationId: id, revision, ...decision }),
  );
  return against.every((reason) => reason === 'quorumOfUnrecused');
}
