import type { StepTimes } from '../../../commands/application/views/stepTimes.ts';
import type { PublishedScheme } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import type { WebDeps } from '../../http/webDeps.ts';
import { exclusionTexts } from './exclusions.form.ts';

export type ApplyView = ReturnType<typeof applyView>;

type Around = Pick<WebDeps, 'procedure' | 'operator'> & { readonly times: StepTimes };

/** What an application costs, how long each step may take and took, how long a label holds, and who answers questions. */
export function applyView(
  published: PublishedScheme,
  { procedure, operator, times }: Around,
  words: Translator,
) {
  const { process, validity } = published.scheme;
  const { fees, stepDays, reviewDays } = procedure;
  return {
    fees: { ...fees, free: fees.application + fees.yearly === 0 },
    steps: [
      { step: 'screen', days: stepDays.screening, took: times.screening },
      { step: 'review', days: process.invitationDays + reviewDays, took: times.evaluation },
      { step: 'decide', days: stepDays.decision, took: times.decision },
      { step: 'sign', days: process.agreementDays, took: null },
    ] as const,
    validity,
    operator,
    exclusions: exclusionTexts(published, words),
  };
}
