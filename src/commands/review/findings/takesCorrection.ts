import { LabelError } from '../../../errors.ts';
import { takesAnswers } from '../../../policies/answers.ts';
import type { Finding } from '../../items/decidingItems.ts';
import type { Application } from '../../items/items.ts';

/**
 * Whether the organisation can answer a finding now. A major one while its file is in correction; a minor one as long as the
 * file goes on; and either once the label carries it on.
 */
export function takesCorrection({ context }: Finding, { state }: Pick<Application, 'state'>): boolean {
  if (context.labelNumber !== null) return true;
  return context.grade === 'major' ? state === 'correction' : takesAnswers({ state });
}

/** `refused` as `notInCorrection` when it cannot. */
export function requireCorrection(finding: Finding, application: Pick<Application, 'state'>): void {
  if (!takesCorrection(finding, application)) {
    throw new LabelError('refused', { reasons: ['notInCorrection'] });
  }
}
