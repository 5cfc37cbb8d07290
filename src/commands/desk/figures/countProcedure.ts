import { groupBy } from '../../../groupBy.ts';
import { stepTargets, timedSteps } from '../../../policies/stepTargets.ts';
import { addMonths, type Day, dayOf, instantsOf } from '../../../register/day.ts';
import { alphaInterval } from '../../../scoring/alphaInterval.ts';
import { agreementOn, enoughFiles, type ScoredPlace } from '../../../scoring/calibration.ts';
import { openScheme } from '../../common/schemeOf.ts';
import { byFives, type Step, told, toldOf } from '../../exchange/toldFigures.ts';
import { filePassages, type ProcedureFigures } from '../../items/yearFigures.ts';
import type { FileHistory } from '../../ports/countingPorts.ts';
import type { Deps } from '../../ports/ports.ts';
import { readEvaluations } from '../../review/views/readEvaluations.ts';
import { passages } from './passages.ts';
import { stepSpans } from './stepSpans.ts';
import { tookDays } from './tookDays.ts';
import { wholeGroups } from './wholeGroups.ts';

/** Decided files that are looked at, the first ones of the year before and of this one. */
const max = 5000;

type With = Pick<Deps, 'store' | 'procedure' | 'schemes' | 'clock'>;

/** How applications were dealt with in a year up to one of its days, as it may be told in a step. */
export async function countProcedure(deps: With, on: Day, step: Step): Promise<ProcedureFigures> {
  const { store } = deps;
  const [from] = instantsOf(`${on.slice(0, 4)}-01-01`);
  const [, to] = instantsOf(on);
  const [yearBefore] = instantsOf(`${Number(on.slice(0, 4)) - 1}-01-01`);
  const [yearAgo] = instantsOf(addMonths(on, -12));
  const [found, counts, answers, evaluations] = await Promise.all([
    store.decidedFiles(yearBefore, to, max),
    store.countFacts(passages, from, to),
    store.countAnswers(from, to),
    readEvaluations({ store }),
  ]);
  const decided = found
    .map((file) => decidedUntil(file, to))
    .filter(({ at }) => at >= yearBefore)
    .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  const passed = filePassages.map((passage) => {
    const some = counts.filter(({ name }) => name === passage);
    const count = some.reduce((sum, one) => sum + one.count, 0);
    return [passage, told(count, step)] as const;
  });
  const inTime = toldOf(answers.answered, step).map((one) => one.inTime);
  return {
    steps: stepsOf(deps, decided, yearAgo, step),
    files: Object.fromEntries(passed) as ProcedureFigures['files'],
    floors: floorsOf(
      decided.filter(({ at }) => at >= from),
      step,
    ),
    agreement: agreementOf(decided, evaluations.places, yearAgo, step),
    complaints: {
      received: told(answers.received, step),
      answered: told(answers.answered.length, step),
      inTime: inTime.length === 0 ? null : percent(inTime.filter(Boolean).length, inTime.length),
    },
  };
}

/** A file as it was on the last day that is counted, with its first decision and the year of that. */
function decidedUntil(file: FileHistory, to: string) {
  const history = file.history.filter(({ at }) => at < to);
  const at = history.find(({ fact }) => passages.decided.includes(fact))?.at ?? '';
  return { ...file, history, at, year: at && dayOf(at).slice(0, 4) };
}

type Decided = ReturnType<typeof decidedUntil>;

function stepsOf(
  deps: With,
  decided: readonly Decided[],
  yearAgo: string,
  by: Step,
): ProcedureFigures['steps'] {
  const targets = stepTargets(openScheme(deps).scheme.process, deps.procedure);
  return timedSteps.map((step) => {
    const spans = decided.flatMap((file) => {
      const { [step]: span } = stepSpans(file);
      // What ended before the decision is counted with it.
      return span ? [{ ...span, year: file.year, at: [span.endedAt, file.at].toSorted()[1] ?? '' }] : [];
    });
    const counted = wholeGroups(spans, yearAgo, by).flat();
    const took = tookDays(
      counted.map(({ days }) => days),
      by,
    );
    return { step, target: targets[step], took };
  });
}

/** Of each organisation the first file of the year. */
function floorsOf(files: readonly Decided[], step: Step): ProcedureFigures['floors'] {
  const firsts = [...groupBy(files, ({ organisationId }) => organisationId).values()].flatMap(
    ([first]) => first?.themes ?? [],
  );
  const scored = firsts.flatMap(({ theme, shown, floor }) =>
    shown === null ? [] : [{ theme, shown, floor }],
  );
  return [...groupBy(scored, ({ theme }) => theme)].flatMap(([theme, all]) => {
    const some = toldOf(all, step);
    const reached = some.filter(({ shown, floor }) => shown >= floor).length;
    return some.length === 0 ? [] : [{ theme, reached: percent(reached, some.length), files: some.length }];
  });
}

function agreementOf(
  decided: readonly Decided[],
  places: readonly ScoredPlace[],
  yearAgo: string,
  step: Step,
): ProcedureFigures['agreement'] {
  const byFile = groupBy(places, ({ file }) => file);
  const evaluated = decided.filter(({ history }) =>
    history.some(({ fact }) => passages.evaluated.includes(fact)),
  );
  const scored = wholeGroups(evaluated, yearAgo, step)
    .filter((group) => group.every(({ id }) => byFile.has(id)))
    .flatMap((group) => group.map(({ id }) => byFile.get(id) ?? []));
  const { files, alpha } = agreementOn(scored.flat());
  if (files < enoughFiles || alpha.value === null) return null;
  const rounded = (value: number) => Math.round(value * 100) / 100;
  // A thousand draws take half a second, which a page would keep from everyone else.
  const range =
    step === byFives
      ? alphaInterval(scored.map((file) => file.map(({ first, second }) => [first.level, second.level])))
      : null;
  const interval = range && { low: rounded(range.low), high: rounded(range.high) };
  return { alpha: rounded(alpha.value), files, interval };
}

function percent(part: number, whole: number): number {
  return Math.round((100 * part) / whole);
}
