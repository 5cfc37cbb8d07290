import type { Person } from '../../commands/items/items.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { closesEverywhere } from '../../policies/recusal.ts';

/**
 * Those of some of the staff who may hear of a file: not who is recused from it, nor who meets it through their own part in its
 * evaluation alone. Ties are asked for when a letter is sent.
 */
export async function servingOn(
  { store }: Pick<Deps, 'store'>,
  applicationId: string,
  people: readonly Person[],
): Promise<readonly Person[]> {
  const serves = await Promise.all(
    people.map(async ({ id }) => {
      const [evaluated, recusals] = await Promise.all([store.filesEvaluatedBy(id), store.recusalsOf(id)]);
      const closed = recusals.filter(closesEverywhere).map((one) => one.applicationId);
      return ![...evaluated, ...closed].includes(applicationId);
    }),
  );
  return people.filter((_, i) => serves[i]);
}
