import { isOver } from '../../../policies/stages.ts';
import { isOfficer, type Who } from '../../../policies/who.ts';
import type { Finding } from '../../items/decidingItems.ts';
import type { Application } from '../../items/items.ts';

type Known = Pick<Finding, 'state' | 'context'>;

/** Whether something is still to be done about a finding, by anyone. */
export function isOpen({ state }: Known): boolean {
  return state !== 'closed' && state !== 'dropped';
}

/** Whether it waits for the organisation. */
export function isUnanswered(finding: Known): boolean {
  return isOpen(finding) && finding.state !== 'proofSubmitted';
}

/** Whether it waits for whoever judges it. */
export function awaitsJudgement({ state }: Known): boolean {
  return state === 'actionProposed' || state === 'proofSubmitted';
}

/** Whether it sends a file to be corrected. */
export function isMajor({ context }: Known): boolean {
  return context.grade === 'major';
}

/** Whether someone of the staff judges a finding: those who scored the file, and the officers. */
export function judges(who: Who, { context }: Pick<Finding, 'context'>): boolean {
  return isOfficer(who) || context.reviewers.includes(who.id);
}

/**
 * Whether the organisation can answer a finding now. A major one while its file is in correction; a minor one as long as the
 * file goes on; and either once the label carries it on.
 */
export function takesCorrection({ context }: Finding, { state }: Pick<Application, 'state'>): boolean {
  if (context.labelNumber !== null) return true;
  return context.grade === 'major' ? state === 'correction' : !isOver({ state });
}
