import { LabelError } from '../../../errors.ts';
import { groupBy } from '../../../groupBy.ts';
import { stagesBeforeCommittee } from '../../../policies/stages.ts';
import { type OpenStep, stepTargets } from '../../../policies/stepTargets.ts';
import { isAdministrator, isOfficer } from '../../../policies/who.ts';
import { addMonths, dayOf, instantsOf } from '../../../register/day.ts';
import { openScheme } from '../../common/schemeOf.ts';
import { openComplaints } from '../../complaint/followComplaints.ts';
import { byFives } from '../../exchange/toldFigures.ts';
import { latestFigures } from '../../exchange/views/yearFigures.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { officerLoads } from '../casework/viewLoad.ts';
import { passages } from './passages.ts';
import { openSpan } from './stepSpans.ts';
import { tookDays } from './tookDays.ts';

/** Open files, and complaints, that are looked at. */
const maxFiles = 5000;
const maxComplaints = 200;
const months = 12;

const openStates: readonly Application['state'][] = [...stagesBeforeCommittee, 'deliberation', 'decided'];
const openSteps: readonly OpenStep[] = ['screening', 'evaluation', 'decision'];

export type Dashboard = Awaited<ReturnType<typeof viewDashboard>>;

/**
 * How the office does, for officers and administrators: what came in and went on in twelve months, what waits and how long, who has
 * how much in hand, what ends soon. It counts what the view shows; the figures that everybody reads are those that were published.
 */
export async function viewDashboard(deps: Deps, asker: Asker) {
  if (!isOfficer(asker) && !isAdministrator(asker)) throw new LabelError('forbidden');
  const { store, clock } = deps;
  const now = clock.now().toISOString();
  const today = dayOf(now);
  const first = `${addMonths(today, 1 - months).slice(0, 7)}-01`;
  const [from] = instantsOf(first);
  const [passed, open, labels, waiting, answers, officers, load, published] = await Promise.all([
    store.countFacts(passages, from, now),
    store.openFiles(openStates, maxFiles + 1),
    store.countLabels(),
    store.complaintsIn(openComplaints, maxComplaints),
    store.countAnswers(from, now),
    officerLoads(deps),
    loadOf(deps),
    latestFigures(deps),
  ]);
  const targets = stepTargets(openScheme(deps).scheme.process, deps.procedure);
  const spans = open.slice(0, maxFiles).flatMap((file) => openSpan(file, now) ?? []);
  return {
    /** The months from the first one on, this one last. */
    months: monthsFrom(first),
    passed,
    ages: openSteps.map((step) => agesOf(spans, step, targets[step])),
    /** How many open files were looked at, where there are more; null where all were. */
    cut: open.length > maxFiles ? maxFiles : null,
    officers,
    load,
    complaints: {
      open: waiting.length,
      late: waiting.filter(({ context }) => context.dueAt < now).length,
      received: answers.received,
      answered: answers.answered.length,
      inTime: answers.answered.filter(({ inTime }) => inTime).length,
      /** In days of the calendar; null where too few were answered. */
      took: tookDays(
        answers.answered.map(({ days }) => days),
        byFives,
      ),
    },
    /** Labels that hold and end in each of the next twelve months. */
    renewals: monthsFrom(`${today.slice(0, 7)}-01`).map((month) => ({
      month,
      count: sum(labels.filter(({ state, endsIn }) => holding.includes(state) && endsIn === month)),
    })),
    labels: [...groupBy(labels, ({ state }) => state)].map(([state, some]) => ({ state, count: sum(some) })),
    published,
  };
}

const holding: readonly string[] = ['active', 'extended'];

function agesOf(spans: readonly NonNullable<ReturnType<typeof openSpan>>[], step: OpenStep, target: number) {
  const own = spans.filter((span) => span.step === step);
  const running = own.filter(({ isWaiting }) => !isWaiting);
  const late = running.filter(({ days }) => days > target);
  const veryLate = late.filter(({ days }) => days > 2 * target);
  return {
    step,
    target,
    inTime: running.length - late.length,
    late: late.length - veryLate.length,
    veryLate: veryLate.length,
    waiting: own.length - running.length,
    oldest: Math.max(0, ...running.map(({ days }) => days)),
  };
}

/** Of each reviewer, the reviews that they were asked for and those that they score, in files that the view shows. */
async function loadOf({ store }: Pick<Deps, 'store'>) {
  const people = await store.peopleWith('reviewer');
  const reviews = await store.reviewsUnderWay(people.map(({ id }) => id));
  const byPerson = groupBy(reviews, ({ personId }) => personId);
  return people
    .map(({ id, name, email }) => {
      const own = byPerson.get(id) ?? [];
      const scoring = own.filter(({ state }) => state === 'scoring').length;
      return { name: name || email, scoring, invited: own.length - scoring };
    })
    .sort((a, b) => b.scoring + b.invited - a.scoring - a.invited || a.name.localeCompare(b.name));
}

function monthsFrom(first: string): string[] {
  return Array.from({ length: months }, (_, i) => addMonths(first, i).slice(0, 7));
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
