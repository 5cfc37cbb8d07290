import { LabelError } from '../../../errors.ts';
import { isInCommittee, isOfficer, isReviewer } from '../../../policies/who.ts';
import { wordsIn } from '../../../register/folded.ts';
import { pageOf } from '../../common/pages.ts';
import type { Precedent } from '../../ports/decidingPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

const perPage = 20;
/** Further words hardly narrow the search. */
const maxWords = 8;

/** What is looked for; an empty field asks for nothing. */
export interface PrecedentSearch {
  readonly criterion: string;
  readonly outcome: Precedent['outcome'] | '';
  readonly text: string;
  readonly after: string;
}

export type PrecedentPage = Awaited<ReturnType<typeof listPrecedents>>;

/** The newest announced decisions, of all or of one criterion, outcome or text, for who scores, decides or prepares decisions. */
export async function listPrecedents(deps: Pick<Deps, 'store'>, asker: Asker, search: PrecedentSearch) {
  if (!(isReviewer(asker) || isInCommittee(asker) || isOfficer(asker))) throw new LabelError('forbidden');
  const { criterion, outcome, text, after } = search;
  const words = wordsIn(text).slice(0, maxWords);
  // A text without any word matches nothing.
  if (text !== '' && words.length === 0) return { precedents: [], next: null };
  const query = {
    ...(criterion !== '' && { criterion }),
    ...(outcome !== '' && { outcome }),
    ...(words.length > 0 && { words }),
  };
  const found = await deps.store.precedents(query, perPage + 1, after || undefined);
  const { items, last } = pageOf(found, perPage);
  return {
    // Nothing in a precedent leads to its file.
    precedents: items.map(
      ({ organisationId: _, applicationId: __, criteria: ___, words: ____, ...line }) => line,
    ),
    next: last?.id ?? null,
  };
}
