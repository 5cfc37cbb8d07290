import { invalid } from '../../errors.ts';
import { folded } from '../../register/folded.ts';
import { readIdentifier } from '../../register/identifier.ts';
import type { Organisation } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';

/** An organisation that takes a label over, as an officer names it: by its official number, or by its name and, where several have it, its place. */
export interface NamedSuccessor {
  readonly successor: string;
  /** A postcode or a commune, where the name does not say enough. */
  readonly successorPlace?: string;
}

/** More organisations of one name are not told apart by a list of their places. */
const maxOfName = 10;

/** The id of the organisation that an officer named in the place of a label's holder; null where none is named. */
export async function successorOf(
  { store }: Pick<Deps, 'store'>,
  holderId: string,
  { successor: typed, successorPlace = '' }: NamedSuccessor,
): Promise<string | null> {
  if (typed.trim() === '') return null;
  const number = readIdentifier(typed);
  const numbered = number && (await store.organisationNumbered(number.text));
  const called = number ? [] : await store.organisationsCalled(typed.trim(), maxOfName);
  const found = numbered ? [numbered] : called.filter((one) => isAt(one, successorPlace));
  const [one] = found;
  if (!one) throw invalid('successor', number ? 'successorUnknown' : 'successorNotFound');
  if (found.length > 1) {
    const places = found.map(({ name, postcode, commune }) => `${name}, ${postcode} ${commune}`).join(' · ');
    throw invalid('successorPlace', 'successorSeveral', { places });
  }
  if (one.id === holderId) throw invalid('successor', 'successorIsHolder');
  return one.id;
}

function isAt({ postcode, commune }: Pick<Organisation, 'postcode' | 'commune'>, place: string): boolean {
  const said = [postcode, commune, `${postcode} ${commune}`].map(folded);
  return folded(place) === '' || said.includes(folded(place));
}
