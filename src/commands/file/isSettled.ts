import type { Marks } from '../../criteria/assessment.ts';
import type { Scheme } from '../../criteria/scheme.ts';
import { divergencesOf } from '../../scoring/divergence.ts';
import { cycleOf } from '../common/cycleOf.ts';
import type { Application } from '../items/items.ts';

/** States in which scores are still to come, or two that diverge are still to be settled. */
const open: readonly Application['state'][] = [
  'draft',
  'screening',
  'assignment',
  'evaluation',
  'moderation',
];
/** States that a file can reach from those as it is. */
const leftOff: readonly Application['state'][] = ['withdrawn', 'lapsed'];

/**
 * Whether the levels of a file count, given the marks of its two reviews: before that nothing of it is shown as settled, and
 * nothing follows from it. A file that ended while the two diverged never was.
 */
export function isSettled(scheme: Scheme, application: Application, first: Marks, second: Marks): boolean {
  const { state, context } = application;
  if (open.includes(state)) return false;
  if (!leftOff.includes(state) || context.moderatedBy !== null) return true;
  return divergencesOf(scheme, cycleOf(application), first, second).length === 0;
}
