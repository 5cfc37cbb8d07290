import type { Facts, Marks } from '../../criteria/assessment.ts';
import { everything } from '../../policies/view.ts';
import { marksOf } from '../../scoring/marks.ts';
import { cycleOfCopy } from '../common/schemeOf.ts';
import type { Application, Label } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { type FrozenFile, frozenFile } from './frozenFile.ts';
import { settledOf } from './reviewMarks.ts';

/** The files that a label rests on: the one that opened it first, then those that were granted on it since. */
export type LabelFiles = readonly [FrozenFile, ...FrozenFile[]];

/** What says which label it is, and which file opened it. */
interface OfLabel {
  readonly context: Pick<Label['context'], 'number' | 'applicationId' | 'organisationId'>;
}

/** Loads them; who may see them is for the caller to say. */
export async function labelFiles(deps: Deps, label: OfLabel): Promise<LabelFiles> {
  const whole = { ...deps, store: deps.store.seenBy(everything) };
  const first = await frozenFile(whole, label.context.applicationId);
  const granted = (await filesOnLabel(deps, label)).filter(({ state }) => state === 'granted');
  return [first, ...(await Promise.all(granted.map(({ id }) => frozenFile(whole, id))))];
}

/**
 * Extensions and reconsiderations of a label, in the order in which they were begun; all of them, because what a label rests on is
 * the same for whoever asks.
 */
export async function filesOnLabel(
  { store }: Pick<Deps, 'store'>,
  { context: { number, organisationId } }: OfLabel,
): Promise<Application[]> {
  const files = await store.seenBy(everything).applicationsOf([organisationId]);
  return files
    .filter(({ context }) => context.scope?.label === number)
    .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
}

/** The levels that a label rests on: an extension adds its offers, a reconsideration takes the place of what was there. */
export function marksOfLabel([first, ...since]: LabelFiles): Marks {
  return since.reduce((before, file) => {
    const { organisation, offers } = levelsOf(file);
    const anew = offers.map(({ offerId }) => offerId);
    return {
      organisation: file.application.context.kind === 'extension' ? before.organisation : organisation,
      offers: [...before.offers.filter(({ offerId }) => !anew.includes(offerId)), ...offers],
    };
  }, levelsOf(first));
}

/** The figures that a label rests on at one place (`offerId` empty for the organisation's), each as it was sent last. */
export function figuresOfLabel(files: LabelFiles, offerId: string): Facts {
  const claims = files.map(({ snapshot }) => snapshot.content.assessment);
  const parts = offerId === '' ? claims : claims.flatMap(({ offers }) => offers);
  const here = parts.filter((part) => !('offerId' in part) || part.offerId === offerId);
  return Object.fromEntries(here.flatMap(({ facts }) => Object.entries(facts)));
}

/** What was settled of a file; what it claims where nobody evaluated it, as of a specimen. */
export function levelsOf(file: FrozenFile): Marks {
  const { content } = file.snapshot;
  return settledOf(file) ?? marksOf(file.published.whole, cycleOfCopy(content), content.assessment);
}
