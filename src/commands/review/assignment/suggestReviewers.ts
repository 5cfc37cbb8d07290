import type { Candidate } from '../../../assignment/candidate.ts';
import { costOf } from '../../../assignment/costOf.ts';
import type { Application } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { type Assignment, assignmentOf } from './assignmentOf.ts';

/** A person suggested for a file: the cost of giving it to them, its reasons, and what blocks it. */
export type Suggestion = Assignment['people'][number] & ReturnType<typeof costOf>;

/** Everyone who reviews, ranked for a file: who can be invited first, the best fit first of all. */
export async function suggestReviewers(deps: Deps, application: Application) {
  const everyone = await deps.store.peopleWith('reviewer');
  const { people, ...assignment } = await assignmentOf(deps, application, everyone);
  const suggested = (one: Assignment['people'][number]): Suggestion => ({
    ...one,
    ...costOf(one.candidate, one.bonds, assignment.wanted),
  });
  return { ...assignment, suggestions: people.map(suggested).sort(byRank) };
}

function byRank(a: Suggestion, b: Suggestion): number {
  const barred = ({ blockers }: Suggestion) => (blockers.length > 0 ? 1 : 0);
  return barred(a) - barred(b) || a.cost - b.cost || free(b.candidate) - free(a.candidate);
}

function free({ cap, load }: Candidate): number {
  return cap - load;
}
