import type { Finding } from '../../items/decidingItems.ts';

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
