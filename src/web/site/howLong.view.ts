import { openScheme } from '../../commands/common/schemeOf.ts';
import { publishedSteps } from '../../commands/desk/figures/publishedSteps.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { stepTargets, timedSteps } from '../../policies/stepTargets.ts';

export type HowLongView = Awaited<ReturnType<typeof howLongView>>;

/** The time given to each step, what it took as it was published last, and the other times that are given. */
export async function howLongView(deps: Pick<Deps, 'store' | 'clock' | 'schemes' | 'procedure'>) {
  const { process } = openScheme(deps).scheme;
  const { on, took } = await publishedSteps(deps);
  const targets = stepTargets(process, deps.procedure);
  return {
    on,
    steps: timedSteps.map((step) => ({ step, target: targets[step], took: took[step] ?? null })),
    /** Of the applicant, in working days. */
    yours: { answer: process.answerDays, correct: process.correctionDays },
    /** In days of the calendar. */
    others: { appeal: process.appealDays, complaint: deps.procedure.complaint.answerDays },
  };
}
