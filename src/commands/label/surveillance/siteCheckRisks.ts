import type { RiskFact } from '../../../policies/riskFacts.ts';
import { triggersOf } from '../../../scoring/triggers.ts';
import { everyItem } from '../../common/pages.ts';
import { cycleOfCopy } from '../../common/schemeOf.ts';
import { type LabelFiles, labelFiles, marksOfLabel } from '../../file/labelFiles.ts';
import type { Label } from '../../items/items.ts';
import type { Surveillance } from '../../items/surveillance.ts';
import type { Deps } from '../../ports/ports.ts';
import { figuresBefore } from './askedOf.ts';
import { figureMoves } from './declaredLevels.ts';

/** What is known of a label that makes a look at it more urgent. */
export async function risksOf(deps: Deps, label: Label, reported: ReadonlySet<string>): Promise<RiskFact[]> {
  const files = await labelFiles(deps, label);
  const tasks = await deps.store.surveillancesOf([label.id]);
  const holds: Readonly<Record<RiskFact, boolean>> = {
    narrowPass: passedNarrowly(files),
    overdue: tasks.some(({ state }) => state === 'overdue'),
    complaint: reported.has(label.id),
    figuresMoved: figuresMoved(files, tasks),
  };
  return (Object.keys(holds) as RiskFact[]).filter((risk) => holds[risk]);
}

/** The labels that somebody reported since an instant, but for reports that were found unfounded. */
export async function reportedSince({ store }: Pick<Deps, 'store'>, instant: string): Promise<Set<string>> {
  const reported = new Set<string>();
  const complaints = everyItem(({ limit, last }) => store.complaints({ limit, ...(last && { last }) }));
  for await (const { receivedAt, context } of complaints) {
    // The newest come first.
    if (receivedAt < instant) break;
    const { labelNumber, outcome } = context;
    if (labelNumber !== null && outcome !== 'unfounded') reported.add(labelNumber);
  }
  return reported;
}

function passedNarrowly(files: LabelFiles): boolean {
  const [{ published, snapshot }] = files;
  const reviewed = marksOfLabel(files);
  const { facts } = snapshot.content.assessment;
  const cycle = cycleOfCopy(snapshot.content);
  return triggersOf(published.scheme, { cycle, claimed: reviewed, reviewed, facts }).some(
    ({ kind }) => kind === 'nearThreshold',
  );
}

function figuresMoved(files: LabelFiles, tasks: readonly Surveillance[]): boolean {
  const last = tasks.filter(({ context }) => context.task === 'declaration').at(-1);
  const declared = last?.declarations.at(-1);
  if (!last || !declared) return false;
  const before = figuresBefore(files, tasks, last);
  return figureMoves(files[0], before, declared.facts).some(({ moved }) => moved);
}
