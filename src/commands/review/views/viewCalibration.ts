import { LabelError } from '../../../errors.ts';
import { isAdministrator } from '../../../policies/who.ts';
import { type AgreementLine, agreementOn, byCriterion } from '../../../scoring/calibration.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type PersonCalibration, personCalibration } from '../calibration/personCalibration.ts';
import { readEvaluations } from './readEvaluations.ts';

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
