import { isOfficer, type Who } from '../../../policies/who.ts';
import type { Finding } from '../../items/decidingItems.ts';

/** Whether someone of the staff has a finding before them: those who scored the file, and the officers. */
export function judges(who: Who, { context }: Pick<Finding, 'context'>): boolean {
  return isOfficer(who) || context.reviewers.includes(who.id);
}
