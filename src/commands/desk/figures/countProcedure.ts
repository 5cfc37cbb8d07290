import { groupBy } from '../../../groupBy.ts';
import { stepTargets, timedSteps } from '../../../policies/stepTargets.ts';
import { addMonths, type Day, instantsOf } from '../../../register/day.ts';
import { agreementOn, enoughFiles } from '../../../scoring/calibration.ts';
import { openScheme } from '../../common/schemeOf.ts';
import { inSteps, told, toldOf } from '../../exchange/toldFigures.ts';
import { filePassages, type ProcedureFigures } from '../../items/yearFigures.ts';
import type { FileHistory } from '../../ports/countingPorts.ts';
import type { Deps } from '../../ports/ports.ts';
import { readEvaluations } from '../../review/views/readEvaluations.ts';
import { passages } from './passages.ts';
import { stepSpans } from './stepSpans.ts';
import { tookDays } from './tookDays.ts';

/** Decided files that are looked at. */
const max = 2000;

type With = Pick<Deps, 'store' | 'procedure' | 'schemes' | 'clock'>;

/** How applications were dealt with in a year up to one of its days, as it may be told to everybody. */
export async function countProcedure(deps: With, on: Day): Promise<ProcedureFigures> {
  const { store } = deps;
  const [from] = instantsOf(`${on.slice(0, 4)}-01-01`);
  const [, to] = instantsOf(on);
  const [yearAgo] = instantsOf(addMonths(on, -12));
  const [decided, counts, answers, evaluations] = await Promise.all([
    store.decidedFiles(yearAgo, to, max),
    store.countFacts(passages, from, to),
    store.countAnswers(from, to),
    readEvaluations({ store }),
  ]);
  const passed = filePassages.map((passage) => {
    const some = counts.filter(({ name }) => name === passage);
    return [passage, told(some.reduce((sum, { count }) => sum + count, 0))] as const;
  });
  const inTime = toldOf(answers.inTime);
  return {
    steps: stepsOf(deps, decided),
    files: Object.fromEntries(passed) as ProcedureFigures['files'],
    floors: floorsOf(decided.filter(({ history }) => decidedAt(history) >= from)),
    agreement: agreementOf(evaluations.places),
    complaints: {
      received: told(answers.received),
      answered: told(answers.inTime.length),
      inTime: inTime.length === 0 ? null : percent(inTime.filter(Boolean).length, inTime.length),
    },
  };
}

function stepsOf(deps: With, decided: readonly FileHistory[]): ProcedureFigures['steps'] {
  const targets = stepTargets(openScheme(deps).scheme.process, deps.procedure);
  const spans = decided.map(stepSpans);
  return timedSteps.map((step) => ({
    step,
    target: targets[step],
    took: tookDays(spans.flatMap(({ [step]: days }) => days ?? [])),
  }));
}

/** Of each organisation the first file of the year. */
function floorsOf(files: readonly FileHistory[]): ProcedureFigures['floors'] {
  const firsts = [...groupBy(files, ({ organisationId }) => organisationId).values()].flatMap(
    ([first]) => first?.themes ?? [],
  );
  const scored = firsts.flatMap(({ theme, shown, floor }) =>
    shown === null ? [] : [{ theme, shown, floor }],
  );
  return [...groupBy(scored, ({ theme }) => theme)].flatMap(([theme, all]) => {
    const some = toldOf(all);
    const reached = some.filter(({ shown, floor }) => shown >= floor).length;
    return some.length === 0 ? [] : [{ theme, reached: percent(reached, some.length), files: some.length }];
  });
}

function agreementOf(places: Parameters<typeof agreementOn>[0]): ProcedureFigures['agreement'] {
  const { files, alpha } = agreementOn(places);
  if (files < enoughFiles || alpha.value === null) return null;
  return { alpha: Math.round(alpha.value * 100) / 100, files: inSteps(files) };
}

function decidedAt(history: FileHistory['history']): string {
  return history.find(({ fact }) => passages.decided.includes(fact))?.at ?? '';
}

function percent(part: number, whole: number): number {
  return Math.round((100 * part) / whole);
}
