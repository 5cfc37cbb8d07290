import { LabelError } from '../../../errors.ts';
import { groupBy } from '../../../groupBy.ts';
import { isAdministrator, isReviewer } from '../../../policies/who.ts';
import { agreementOf, agreementOn } from '../../../scoring/calibration.ts';
import { median } from '../../../scoring/median.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type Evaluations, readEvaluations } from './readEvaluations.ts';

export type Calibration = Awaited<ReturnType<typeof viewCalibration>>;

/** For administrators: how far the reviewers agree, over the evaluations that readEvaluations gives, and everyone's name once. */
export async function viewCalibration(deps: Deps, asker: Asker) {
  if (!isAdministrator(asker)) throw new LabelError('forbidden');
  const evaluations = await readEvaluations(deps);
  const { places } = evaluations;
  const ids = new Set(places.flatMap(({ first, second }) => [first.personId, second.personId]));
  const people = await named(deps, [...ids]);
  return {
    all: agreementOn(places),
    criteria: [...groupBy(places, ({ criterion }) => criterion)].map(([criterion, own]) => ({
      criterion,
      line: agreementOn(own),
    })),
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

export type OwnCalibration = Awaited<ReturnType<typeof viewPersonCalibration>>;

/** A reviewer's own, for themselves and for administrators. It reads that person's evaluations alone. */
export async function viewPersonCalibration(deps: Deps, asker: Asker, { personId }: { personId: string }) {
  const mayKnow = isAdministrator(asker) || (isReviewer(asker) && asker.id === personId);
  if (!mayKnow) throw new LabelError('forbidden');
  const person = requireVisible(await deps.store.person(personId));
  const evaluations = await readEvaluations(deps, personId);
  return {
    all: personCalibration(person, evaluations),
    criteria: [...groupBy(evaluations.places, ({ criterion }) => criterion)].map(([criterion, places]) => ({
      criterion,
      line: agreementOf(personId, places),
    })),
  };
}

/** The line of a person over some evaluations. */
function personCalibration(person: Person, { places, days }: Evaluations) {
  return { person, ...agreementOf(person.id, places), duration: durationOf(days.get(person.id) ?? []) };
}

function durationOf(days: readonly number[]) {
  return days.length === 0 ? null : { median: median(days), max: Math.max(...days) };
}
