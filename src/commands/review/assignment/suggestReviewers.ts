import type { Candidate } from '../../../assignment/candidate.ts';
import { costOf, type Reason } from '../../../assignment/costOf.ts';
import type { Application } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { type Assignment, assignmentOf, type Considered } from './assignmentOf.ts';

/** A person suggested for a file: what it costs to give it to them, why, and what speaks against it. */
export interface Suggestion extends Considered {
  readonly cost: number;
  readonly reasons: readonly Reason[];
}

/** Everyone who reviews, ranked for a file: who can be invited first, the best fit first of all. */
export async function suggestReviewers(
  deps: Deps,
  application: Application,
): Promise<Omit<Assignment, 'people'> & { readonly suggestions: readonly Suggestion[] }> {
  const everyone = await deps.store.peopleWith('reviewer');
  const { people, ...assignment } = await assignmentOf(deps, application, everyone);
  const suggestions = people.map((one) => ({
    ...one,
    ...costOf(one.candidate, one.bonds, assignment.wanted),
  }));
  return { ...assignment, suggestions: suggestions.sort(byRank) };
}

function byRank(a: Suggestion, b: Suggestion): number {
  const barred = ({ blockers }: Suggestion) => (blockers.length > 0 ? 1 : 0);
  return barred(a) - barred(b) || a.cost - b.cost || free(b.candidate) - free(a.candidate);
}

function free({ cap, load }: Candidate): number {
  return cap - load;
}
