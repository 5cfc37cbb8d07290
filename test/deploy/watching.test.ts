import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import { expect } from 'chai';
import { parse } from 'yaml';
import { createMetrics } from '../../src/telemetry/createMetrics.ts';

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}
interface Panel {
  readonly title: string;
  readonly description?: string;
  readonly targets?: readonly { readonly expr: string }[];
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const alerts: readonly Alert[] = parse(read('deploy/prometheus/alerts.yaml')).groups.flatMap(
  ({ rules }: { rules: Alert[] }) => rules,
);
const panels: readonly Panel[] = JSON.parse(read('deploy/grafana/dashboard.json')).panels;
/** A variable of the dashboard is a word to the parser. */
const shown = panels.flatMap(({ title, targets = [] }) =>
  targets.map(({ expr }) => ({ name: title, expr: expr.replaceAll('$job', 'made-in-ess') })),
);
const expressions = [...alerts.map(({ alert, expr }) => ({ name: alert, expr })), ...shown];

/** Names of the metrics in an expression of PromQL; throws where it is none. */
function metricsIn(expr: string): string[] {
  const names: string[] = [];
  parser.parse(expr).iterate({
    enter: ({ type, from, to, node }) => {
      if (type.isError) throw new Error(`${expr}: wrong at ${from}`);
      if (type.name === 'Identifier' && node.parent?.type.name === 'VectorSelector')
        names.push(expr.slice(from, to));
    },
  });
  return names;
}

describe('what is shown and alerted', () => {
  it('is of metrics that there are, in expressions of PromQL', async () => {
    const metrics = createMetrics({ version: '0', mode: 'production', services: 'web' });
    const known = new Set([...(await metrics.text()).matchAll(/^# HELP (\S+)/gm)].map(([, name]) => name));
    const missing = expressions.flatMap(({ name, expr }) => {
      const used = metricsIn(expr);
      expect(used, name).to.not.deep.equal([]);
      // `up` is of Prometheus itself; a histogram has three forms.
      return used.filter((one) => one !== 'up' && !known.has(one.replace(/_(bucket|sum|count)$/, '')));
    });
    expect(missing).to.deep.equal([]);
    expect(expressions.length).to.be.above(30);
  });

  it('is told apart from an expression that is none, and from a metric that is not there', () => {
    expect(() => metricsIn('sum(rate(made_in_ess_ready[5m])')).to.throw('wrong at');
    expect(metricsIn('sum by (route) (rate(a{b="c"}[5m])) / d > 1')).to.deep.equal(['a', 'd']);
  });

  it('leaves out no metric of the service', async () => {
    const metrics = createMetrics({ version: '0', mode: 'production', services: 'web' });
    const ours = [...(await metrics.text()).matchAll(/^# HELP (made_in_ess_\S+)/gm)].map(
      ([, name]) => name ?? '',
    );
    const used = new Set(expressions.flatMap(({ expr }) => metricsIn(expr)));
    const unused = ours.filter((name) => !used.has(name) && !used.has(`${name}_bucket`));
    // What a person looks up by hand.
    expect(unused).to.have.members(
      ['build_info', 'data_bytes', 'key_age_seconds', 'letter_sent_age_seconds', 'replica_has_primary'].map(
        (name) => `made_in_ess_${name}`,
      ),
    );
  });

  it('says of each alert what to do, in the operator’s guide', () => {
    const guide = read('docs/guides/operator.md');
    for (const { alert, labels, annotations } of alerts) {
      expect(guide, alert).to.match(new RegExp(`^\\| \`${alert}\` +\\| \\S`, 'm'));
      expect(labels.severity, alert).to.be.oneOf(['soon', 'now']);
      const [path, heading = ''] = annotations.runbook.split('#');
      expect(path).to.equal('docs/guides/operator.md');
      expect(guide.toLowerCase(), alert).to.match(new RegExp(`^##+ ${heading}$`, 'm'));
      expect(annotations.summary, alert).to.match(/^\S.{10,}/);
    }
    const told = [...guide.matchAll(/^\| `([A-Z][A-Za-z]+)` +\|/gm)].map(([, name]) => name);
    expect(told.sort()).to.deep.equal(alerts.map(({ alert }) => alert).sort());
  });

  it('fits into a dashboard: each panel has a title, a sentence and a place of its own', () => {
    const graphs = panels.filter(({ targets }) => targets);
    expect(graphs.every(({ title, description }) => title && description)).to.equal(true);
    expect(new Set(panels.map(({ title }) => title)).size).to.equal(panels.length);
  });
});
