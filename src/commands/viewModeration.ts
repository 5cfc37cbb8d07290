import type { PublishedScheme } from '../criteria/scheme.ts';
import { LabelError } from '../errors.ts';
import { type Divergence, divergencesOf } from '../scoring/divergence.ts';
import { found } from './found.ts';
import { type FrozenFile, frozenFile } from './frozenFile.ts';
import type { Application, Snapshot } from './items.ts';
import { moderateApplication } from './moderateApplication.ts';
import { partOf } from './partOf.ts';
import type { Asker, Deps } from './ports.ts';
import { rehearse } from './rehearse.ts';
import { countedReviews, marksOfScores } from './reviewMarks.ts';
import { type SettledPlace, settledPlaces } from './settledPlaces.ts';

/** A place that the third person settles, and why the two reviews diverge there. */
export interface DivergingPlace extends SettledPlace {
  readonly why: readonly Divergence['kind'][];
}

/** What a third person settles: both scores side by side, and nothing where the two agree. */
export interface Moderation {
  readonly application: Application;
  readonly published: PublishedScheme;
  readonly organisation: Snapshot['content']['organisation'];
  readonly offers: Snapshot['content']['offers'];
  readonly places: readonly DivergingPlace[];
}

/** A diverging file for a reviewer without another part in it; to everyone else there is no such file. */
export async function viewModeration(deps: Deps, asker: Asker, applicationId: string): Promise<Moderation> {
  if (!asker.roles.includes('reviewer')) throw new LabelError('forbidden');
  const file = await frozenFile(deps, applicationId);
  const { application, published, snapshot } = file;
  const part = partOf(asker, application, file.reviews);
  const { revision } = application;
  const against = await rehearse(deps, (dry) =>
    moderateApplication(dry, asker, { applicationId, revision, scores: [] }),
  );
  found(against.length === 0 && (part === null || part === 'screening') ? application : null);
  const { organisation, offers } = snapshot.content;
  return { application, published, organisation, offers, places: divergingPlaces(file) };
}

/** Where they diverge; of a theme that is too far apart as a whole, every criterion on which they differ. */
function divergingPlaces(file: FrozenFile): DivergingPlace[] {
  const { scheme } = file.published;
  const [first, second] = countedReviews(file.application, file.reviews).map(({ scores }) =>
    marksOfScores(scores, file.snapshot.content.offers),
  );
  const divergences = first && second ? divergencesOf(scheme, 'first', first, second) : [];
  return (settledPlaces(file) ?? []).flatMap((place): DivergingPlace[] => {
    const here = divergences.filter((d) => (d.offerId ?? '') === place.offerId && concerns(d, place));
    return here.length === 0 ? [] : [{ ...place, why: here.map(({ kind }) => kind) }];
  });
}

function concerns(divergence: Divergence, { criterion, first, second }: SettledPlace): boolean {
  return divergence.kind === 'theme'
    ? divergence.theme === criterion.theme && first.level !== second.level
    : divergence.criterion === criterion.id;
}
