import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Counts } from '../commands/ports/watchPorts.ts';
import { createCounts } from './createCounts.ts';
import { createGauges } from './createGauges.ts';
import type { Sources } from './readings.ts';

/** What a process is, as the metrics say it. */
export interface BuildInfo {
  readonly version: string;
  readonly mode: string;
  /** What it runs, between commas. */
  readonly services: string;
}

/** The metrics of one process. */
export interface Metrics {
  readonly counts: Counts;
  /** Said from now on: before, a start has nothing to ask. */
  begin(sources: Sources): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Upper ends (seconds) of the classes of how long an answer took. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Metrics of this process alone, and of what all processes stand on as it sees it. */
export function createMetrics({ version, mode, services }: BuildInfo): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  new Gauge({
    name: 'made_in_ess_build_info',
    help: 'Always 1; its labels say which program runs.',
    labelNames: ['version', 'mode', 'services', 'node'],
    registers,
  }).set({ version, mode, services, node: process.version }, 1);
  const duration = new Histogram({
    name: 'made_in_ess_http_request_duration_seconds',
    help: 'How long it took to make an answer; answers that were kept are not in it.',
    labelNames: ['route'],
    buckets,
    registers,
  });
  const counts = createCounts((route, seconds) => duration.observe({ route }, seconds));
  new Counter({
    name: 'made_in_ess_http_requests_total',
    help: 'Answers by what was asked for and by class of status, kept ones among them.',
    labelNames: ['route', 'status'],
    registers,
    collect() {
      this.reset();
      for (const { route, status, n } of counts.answers) if (n > 0) this.inc({ route, status }, n);
    },
  });
  new Counter({
    name: 'made_in_ess_cache_answers_total',
    help: 'Public answers that were kept (hit) or had to be made (miss).',
    labelNames: ['result'],
    registers,
    collect() {
      this.reset();
      this.inc({ result: 'hit' }, counts.cache.hits);
      this.inc({ result: 'miss' }, counts.cache.misses);
    },
  });
  const named = [
    [
      'made_in_ess_limits_reached_total',
      'limit',
      'Requests refused because a limit was reached.',
      counts.limits,
    ],
    ['made_in_ess_jobs_total', 'result', 'Tries of jobs of the outbox, by how they ended.', counts.jobs],
    ['made_in_ess_letters_total', 'result', 'Tries of e-mails, by how they ended.', counts.letters],
  ] as const;
  for (const [name, label, help, counted] of named) {
    new Counter({
      name,
      help,
      labelNames: [label],
      registers,
      collect() {
        this.reset();
        for (const [value, n] of counted) this.inc({ [label]: value }, n);
      },
    });
  }
  const gauges = createGauges(register);
  return {
    counts,
    begin: gauges.begin,
    text: async () => {
      await gauges.read();
      return register.metrics();
    },
    contentType: register.contentType,
  };
}
