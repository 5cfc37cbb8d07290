import type { PublishedSteps } from '../../../commands/desk/figures/publishedSteps.ts';
import type { PublishedScheme } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { stepTargets } from '../../../policies/stepTargets.ts';
import type { WebDeps } from '../../http/webDeps.ts';
import { exclusionTexts } from './exclusions.form.ts';

export type ApplyView = ReturnType<typeof applyView>;

type Around = Pick<WebDeps, 'procedure' | 'operator'> & Pick<PublishedSteps, 'took'>;

/** What an application costs, how long each step may take and took, how long a label holds, and who answers questions. */
export function applyView(
  published: PublishedScheme,
  { procedure, operator, took }: Around,
  words: Translator,
) {
  const { process, validity } = published.scheme;
  const { fees } = procedure;
  const targets = stepTargets(process, procedure);
  const steps = [
    { step: 'screen', days: targets.screening, took: tookOf(took.screening) },
    { step: 'review', days: targets.evaluation, took: tookOf(took.evaluation) },
    { step: 'decide', days: targets.decision, took: tookOf(took.decision) },
    { step: 'sign', days: targets.agreement, took: null },
  ] as const;
  return {
    fees: { ...fees, free: fees.application + fees.yearly === 0 },
    steps,
    whole: wholeTime(steps),
    validity,
    operator,
    exclusions: exclusionTexts(published, words),
  };
}

/** What all steps take together at most, also in months of 21 working days. */
function wholeTime(steps: readonly { readonly days: number }[]) {
  const days = steps.reduce((sum, step) => sum + step.days, 0);
  return { days, months: Math.ceil(days / 21) };
}

function tookOf(took: PublishedSteps['took'][string] = null) {
  return took && { days: took.median, files: took.files };
}
