import { LabelError } from '../../../errors.ts';
import { isAdministrator, isReviewer } from '../../../policies/who.ts';
import {
  type AgreementLine,
  agreementOf,
  agreementOn,
  byCriterion,
  type PersonalLine,
} from '../../../scoring/calibration.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type Evaluations, readEvaluations } from './readEvaluations.ts';

/** Calibration of the scheme: everything together, criterion by criterion, and reviewer by reviewer. */
export interface Calibration {
  readonly all: AgreementLine;
  readonly criteria: readonly { readonly criterion: string; readonly line: AgreementLine }[];
  readonly people: readonly PersonCalibration[];
}

/** For administrators: how far the reviewers agree, over the evaluations that readEvaluations gives, and everyone's name once. */
export async function viewCalibration(deps: Deps, asker: Asker): Promise<Calibration> {
  if (!isAdministrator(asker)) throw new LabelError('forbidden');
  const evaluations = await readEvaluations(deps);
  const { places } = evaluations;
  const ids = new Set(places.flatMap(({ first, second }) => [first.personId, second.personId]));
  const people = await named(deps, [...ids]);
  return {
    all: agreementOn(places),
    criteria: [...byCriterion(places)].map(([criterion, own]) => ({ criterion, line: agreementOn(own) })),
    people: people
      .map((person) => personCalibration(person, evaluations))
      .sort((a, b) => b.files - a.files || a.person.name.localeCompare(b.person.name)),
  };
}

/** Who reviews today is read together, who no longer does one by one. */
async function named({ store }: Pick<Deps, 'store'>, ids: readonly string[]): Promise<Person[]> {
  const reviewers = new Map((await store.peopleWith('reviewer')).map((person) => [person.id, person]));
  return Promise.all(ids.map(async (id) => reviewers.get(id) ?? requireVisible(await store.person(id))));
}

/** One reviewer's calibration, criterion by criterion; nothing in it tells who the others are. */
export interface OwnCalibration {
  readonly all: PersonCalibration;
  readonly criteria: readonly { readonly criterion: string; readonly line: PersonalLine }[];
}

/** A reviewer's own, for themselves and for administrators. It reads that person's evaluations alone. */
export async function viewPersonCalibration(
  deps: Deps,
  asker: Asker,
  { personId }: { readonly personId: string },
): Promise<OwnCalibration> {
  const mayKnow = isAdministrator(asker) || (isReviewer(asker) && asker.id === personId);
  if (!mayKnow) throw new LabelError('forbidden');
  const person = requireVisible(await deps.store.person(personId));
  const evaluations = await readEvaluations(deps, personId);
  return {
    all: personCalibration(person, evaluations),
    criteria: [...byCriterion(evaluations.places)].map(([criterion, places]) => ({
      criterion,
      line: agreementOf(personId, places),
    })),
  };
}

/** How long someone's reviews took, in working days; null without any. */
interface Duration {
  readonly median: number;
  readonly max: number;
}

/** One reviewer's line. */
export interface PersonCalibration extends PersonalLine {
  readonly person: Person;
  readonly duration: Duration | null;
}

/** The line of a person over some evaluations. */
function personCalibration(person: Person, { places, days }: Evaluations): PersonCalibration {
  return { person, ...agreementOf(person.id, places), duration: durationOf(days.get(person.id) ?? []) };
}

function durationOf(days: readonly number[]): Duration | null {
  const sorted = [...days].sort((a, b) => a - b);
  const max = sorted.at(-1);
  if (max === undefined) return null;
  const middle = (sorted.length - 1) / 2;
  const [below = 0, above = 0] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return { median: (below + above) / 2, max };
}
