import type { HealthLine } from '../../commands/desk/health/healthLine.ts';
import type { HealthPage } from '../../commands/desk/health/viewHealth.ts';
import type { ParkedOnFile } from '../../commands/ports/healthPorts.ts';
import { healthSentence } from '../../i18n/healthSentence.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { factOf } from './letterRow.view.ts';

export type HealthView = ReturnType<typeof healthView>;
export type JobView = ReturnType<typeof jobView>;

const tones = { good: 'leaf', soon: 'sun', now: 'coral' } as const satisfies Record<
  HealthLine['light'],
  string
>;

/** How the service stands, in sentences: what is urgent first, each with what to do. */
export function healthView({ lines, parked, turns, ...page }: HealthPage, words: Translator) {
  const { t, tOf, has, time } = words;
  return {
    ...page,
    lines: lines.map((line) => {
      const { name, says: text, todo } = healthSentence({ ...line, facts: shown(line.facts, words) }, words);
      const pill = { tone: tones[line.light], text: t(`health.lights.${line.light}`) };
      return { what: line.what, name, pill, text, todo };
    }),
    jobs: parked.jobs.map((job) => jobView(job, words)),
    more: parked.more,
    turns: turns.map(({ name, last, next }) => ({
      name: has(`health.turns.${name}`) ? tOf(`health.turns.${name}`, {}) : name,
      last: last === null ? t('health.never') : time(last),
      next: time(next),
    })),
  };
}

/** Days and instants as they are read. */
function shown(facts: HealthLine['facts'], { date, time }: Translator) {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return [name, date(value)];
      return [name, /^\d{4}-\d{2}-\d{2}T/.test(value) ? time(value) : value];
    }),
  );
}

/** Most characters of what a program said. */
const maxError = 300;

/** A parked job: what it would have done, on what occasion, for which item, and why it did not. */
export function jobView(job: ParkedOnFile, words: Translator) {
  const { id, handler, fact, stream, error, attempts, runAt, file } = job;
  const { t, tOf, has, language, time } = words;
  const cut = stream.indexOf('/');
  const [kind, item] = [stream.slice(0, cut), stream.slice(cut + 1)];
  const [code = ''] = error.split(' ');
  const does = handler.startsWith('mail:')
    ? t('health.jobs.letter')
    : has(`health.handlers.${handler}`)
      ? tOf(`health.handlers.${handler}`, {})
      : handler;
  return {
    href: `/${language}/health/jobs/${encodeURIComponent(id)}`,
    does,
    fact: factOf(fact, words),
    // The number of a file says more than the id of something that belongs to it.
    on: has(`journal.kinds.${kind}`)
      ? tOf(`journal.kinds.${kind}`, { id: kind === 'labels' ? item : (file ?? item) })
      : stream,
    file,
    why: has(`health.jobs.whys.${code}`) ? tOf(`health.jobs.whys.${code}`, {}) : error.slice(0, maxError),
    names: { note: t('health.jobs.note') },
    tries: t('health.jobs.tries', { count: attempts, time: time(runAt.toISOString()) }),
  };
}
