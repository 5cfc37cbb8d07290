import { sightOfAppeal } from '../../policies/appeal.ts';
import { isFreeFor, mayReadFile } from '../../policies/file.ts';
import { isInCommittee } from '../../policies/who.ts';
import type { Evidence, Label } from '../items/items.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import type { FrozenFile } from './frozenFile.ts';

/** The files among some that the words of a label name. */
export function namedIn({ words = [] }: Pick<Label, 'words'>, evidence: readonly Evidence[]): Evidence[] {
  const named = new Set(words.flatMap(({ documents = [] }) => documents));
  return evidence.filter(({ id }) => named.has(id));
}

/**
 * Ids of the files that a holder named in an appeal or in the hearing of its label, for whoever decides about that: officers, and the
 * members of the committee once the hearing is about a withdrawal, or an appeal is about the label.
 */
export async function heardFiles(
  { store }: Pick<Deps, 'store'>,
  asker: Asker,
  file: FrozenFile,
): Promise<readonly string[]> {
  const { id, state, context } = file.application;
  const appeals = (await store.appealsOf(id)).filter(
    (appeal) =>
      (appeal.context.labelNumber !== null || state === 'appealed') &&
      sightOfAppeal(asker, file, appeal.state) === 'whole',
  );
  const label = context.labelNumber === null ? null : await store.label(context.labelNumber);
  const words = label?.words ?? [];
  const sitsOn = isInCommittee(asker) && isFreeFor('session.vote', asker, file);
  const hears =
    mayReadFile(asker, file) ||
    (sitsOn && words.some(({ step }) => step === 'proposeWithdrawal')) ||
    appeals.some((appeal) => appeal.context.labelNumber !== null);
  return [
    ...appeals.flatMap(({ documents }) => documents),
    ...(hears ? words.flatMap(({ documents = [] }) => documents) : []),
  ];
}
